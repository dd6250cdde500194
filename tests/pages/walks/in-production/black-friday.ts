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

/** See a sale with servers that start at once, predict two minutes, an aim of 95 % and a smooth day, then count rounds. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Black Friday');
  const sale = experiment(page, 'A shop and its servers');
  await expect(takeaway(sale)).toContainText('Enough servers are ready 1.');
  await expect(sale.getByLabel('Time to start a server', { exact: true })).toBeHidden();

  const cold = question(page, 'friday-predict-cold');
  await typeInto(page, cold.getByLabel('Your prediction'), '3');
  await expect(cold.getByRole('status').first()).toContainText('You said 3 min');
  await expect(takeaway(sale)).toContainText('Enough servers are ready 14.0 min after noon');

  const aim = question(page, 'friday-predict-target');
  await tabTo(page, aim.getByRole('radio').first());
  await page.keyboard.press('Space');
  await tabTo(page, aim.getByRole('button').first());
  await page.keyboard.press('Enter');
  await expect(aim.getByRole('status').first()).toContainText('never enough');
  await expect(takeaway(sale)).toContainText('There are never enough servers');

  const smooth = question(page, 'friday-predict-smooth');
  await typeInto(page, smooth.getByLabel('Your prediction'), '40');
  await expect(smooth.getByRole('status').first()).toContainText('You said 40 %');
  await expect(takeaway(sale)).toContainText('customers of this day');

  await page.reload();
  await expect(cold.getByLabel('Your prediction')).toHaveValue('3');

  const rounds = question(page, 'friday-rounds');
  await typeInto(page, rounds.getByLabel('Your answer'), '3');
  await expect(rounds.getByRole('status').first()).toContainText('That is the time of one start');
  await typeInto(page, rounds.getByLabel('Your answer'), '12');
  await expect(rounds.getByRole('status').first()).toContainText('Right');
}
