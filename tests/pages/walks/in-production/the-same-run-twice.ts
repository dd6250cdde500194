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

/** Predict how many answers differ, say what a missing row does, and work out what was lost. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'The same run twice');
  const pair = experiment(page, 'Two trainings that differ in one thing');
  const predict = question(page, 'same-predict-weights');
  await typeInto(page, predict.getByLabel('Your prediction'), '20');
  await pair.scrollIntoViewIfNeeded();
  await expect(pair).toHaveAttribute('data-state', 'done');
  await expect(takeaway(pair)).toContainText('95 of 2,000 answers differ');
  await expect(predict.getByRole('status').first()).toContainText('You said 20');

  const row = question(page, 'same-predict-row');
  await row.getByText('Ten at most').click();
  await row.getByRole('button', { name: 'Commit and see' }).click();
  await expect(takeaway(pair)).toContainText('117 of 2,000 answers differ');

  const lost = question(page, 'same-lost');
  const answer = lost.getByLabel('Your answer');
  await typeInto(page, answer, '46');
  await expect(lost.getByRole('status').first()).toContainText('So many were won');
  await typeInto(page, answer, '40');
  await expect(lost.getByRole('status').first()).toContainText('Right.');
}
