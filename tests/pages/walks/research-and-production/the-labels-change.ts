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

/** Predict how sure it is of what it has never seen, see the run, work out when the dashboard rings. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'The labels change');
  const lab = experiment(page, 'Digits old and new');
  await expect(takeaway(lab)).toBeVisible();
  const predict = question(page, 'classes-predict-sure');
  await typeInto(page, predict.getByLabel('Your prediction'), '55');
  await expect(predict.getByRole('status').first()).toContainText('this run says');
  const one = question(page, 'classes-when-noticed');
  await typeInto(page, one.getByLabel('Your answer'), '19');
  await expect(one.getByRole('status').first()).toContainText('Right.');
}
