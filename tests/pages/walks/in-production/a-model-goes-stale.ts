import {
  type Edition,
  type Page,
  enter,
  expect,
  experiment,
  question,
  tabTo,
  takeaway,
  typeInto,
} from '../../book.ts';

/** Predict the error of a year, let the team set a multiplier, and work out how many machines can be spared. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'A model goes stale');
  const bikes = experiment(page, 'A model in service');

  const predict = question(page, 'stale-predict-untouched');
  await typeInto(page, predict.getByLabel('Your prediction'), '45');
  await expect(predict.getByRole('status').first()).toContainText('You said 45');
  await bikes.scrollIntoViewIfNeeded();
  await expect(takeaway(bikes)).toContainText('off by 96 bikes an hour, with 0 updates');

  const repairs = question(page, 'stale-predict-repairs');
  await expect(bikes.getByRole('combobox', { name: 'What the team does' })).toHaveCount(0);
  await tabTo(page, repairs.getByRole('radio').first());
  await page.keyboard.press('Space');
  await tabTo(page, repairs.getByRole('button').first());
  await page.keyboard.press('Enter');
  await expect(repairs.getByRole('status').first()).toContainText('these runs say “A multiplier');
  await bikes.getByRole('combobox', { name: 'What the team does' }).selectOption('recalibrate');
  await expect(takeaway(bikes)).toContainText('off by 51 bikes an hour, with 11 updates');

  const rolling = question(page, 'stale-rolling');
  const answer = rolling.getByLabel('Your answer');
  await typeInto(page, answer, '4');
  await expect(rolling.getByRole('status').first()).toContainText('how busy');
  await typeInto(page, answer, '3');
  await expect(rolling.getByRole('status').first()).toContainText('Right.');
}
