import {
  type Edition,
  type Page,
  enter,
  expect,
  experiment,
  question,
  takeaway,
  typeInto,
} from '../../book.ts';

/** See a year, predict ten, test the forecast, divide by the patrols, and correct the rule. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Two districts');
  const city = experiment(page, 'One city, and 500 like it');
  await expect(takeaway(city)).toContainText('After 365 days');
  await expect(city.getByLabel('Days', { exact: true })).toBeHidden();

  const ten = question(page, 'districts-predict-ten');
  await typeInto(page, ten.getByLabel('Your prediction'), '75');
  await expect(ten.getByRole('status').first()).toContainText('You said 75 %');
  await expect(takeaway(city)).toContainText('After 3,650 days');

  const test = question(page, 'districts-predict-test');
  await typeInto(page, test.getByLabel('Your prediction'), '50');
  await expect(test.getByRole('status').first()).toContainText('You said 50 %');

  const divided = question(page, 'districts-predict-divided');
  await typeInto(page, divided.getByLabel('Your prediction'), '20');
  await expect(divided.getByRole('status').first()).toContainText('You said 20 %');

  await page.reload();
  await expect(ten.getByLabel('Your prediction')).toHaveValue('75');
  const rule = city.getByLabel('The patrol goes', { exact: true });
  await rule.scrollIntoViewIfNeeded();
  await rule.selectOption('corrected');
  await expect(takeaway(city)).toContainText(/After 3,650 days.* In \d of 500 such cities/);

  const lines = question(page, 'districts-divide');
  await typeInto(page, lines.getByLabel('Your answer'), '75');
  await expect(lines.getByRole('status').first()).toContainText('How often was anybody looking');
  await typeInto(page, lines.getByLabel('Your answer'), '37.5');
  await expect(lines.getByRole('status').first()).toContainText('Right');
}
