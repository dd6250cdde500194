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

/** Predict what an hour costs and how often the textbook rings; then place three checks. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'All lamps green');
  const weeks = experiment(page, 'Eight weeks of a forecast');
  await expect(takeaway(weeks)).toContainText('Nothing is wrong');
  await expect(weeks.getByLabel('The clock is ahead by', { exact: true })).toBeHidden();

  const hour = question(page, 'green-predict-hour');
  await typeInto(page, hour.getByLabel('Your prediction'), '70');
  await expect(hour.getByRole('status').first()).toContainText('You said 70');
  await expect(takeaway(weeks)).toContainText('All lamps are green');

  const textbook = question(page, 'green-predict-textbook');
  await typeInto(page, textbook.getByLabel('Your prediction'), '5');
  await expect(textbook.getByRole('status').first()).toContainText('You said 5 %');

  await page.reload();
  await expect(hour.getByLabel('Your prediction')).toHaveValue('70');

  const alarms = question(page, 'green-false-alarms');
  await typeInto(page, alarms.getByLabel('Your answer'), '100');
  await expect(alarms.getByRole('status').first()).toContainText('does none ring');
  await typeInto(page, alarms.getByLabel('Your answer'), '64.2');
  await expect(alarms.getByRole('status').first()).toContainText('Right');
}
