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

/** Predict what an idea is worth, see both curves, work out what half the errors cost. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'What a label is worth');
  const budgets = experiment(page, 'Labels, and an idea');
  await expect(takeaway(budgets)).toContainText('With 200 labels and raw pixels');
  const predict = question(page, 'label-predict-upright');
  await typeInto(page, predict.getByLabel('Your prediction'), '200');
  await budgets.scrollIntoViewIfNeeded();
  await expect(budgets).toHaveAttribute('data-state', 'done');
  await expect(takeaway(budgets)).toContainText('The plain network on raw pixels needs about');
  await expect(predict.getByRole('status').first()).toContainText('You said 200');

  const halve = question(page, 'label-halve');
  await typeInto(page, halve.getByLabel('Your answer'), '2000');
  await expect(halve.getByRole('status').first()).toContainText('labels double');
  await typeInto(page, halve.getByLabel('Your answer'), '9360');
  await expect(halve.getByRole('status').first()).toContainText('Right.');
}
