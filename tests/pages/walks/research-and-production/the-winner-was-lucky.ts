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

/** Predict Monday, see the winner fall, guess what coins can do, and count them. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'The winner was lucky');
  const board = experiment(page, 'Teams on one board');
  await expect(takeaway(board)).toBeHidden();
  await expect(board.getByLabel('Teams', { exact: true })).toBeHidden();

  const monday = question(page, 'lucky-predict-monday');
  await typeInto(page, monday.getByLabel('Your prediction'), '91.5');
  await expect(monday.getByRole('status').first()).toContainText('You said 91.5 %');
  await expect(takeaway(board)).toContainText('Team 28 wins with 92.4 %');

  const blind = question(page, 'lucky-predict-blind');
  await typeInto(page, blind.getByLabel('Your prediction'), '52');
  await expect(blind.getByRole('status').first()).toContainText('You said 52 %');

  const sixty = question(page, 'lucky-blind-sixty');
  await typeInto(page, sixty.getByLabel('Your answer'), '141');
  await expect(sixty.getByRole('status').first()).toContainText('under the root');

  await page.reload();
  await expect(monday.getByLabel('Your prediction')).toHaveValue('91.5');
}
