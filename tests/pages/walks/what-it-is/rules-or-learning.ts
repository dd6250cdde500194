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

/** Predict, and see the model pass the six words; skip a prediction, and write rules of your own, a word that is unknown among them. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Rules or learning');
  const filter = experiment(page, 'Loud words against labels');
  await expect(filter.getByText('48 of 100 spam caught').first()).toBeVisible();
  await expect(takeaway(filter)).toBeHidden();

  const predict = question(page, 'rules-predict-labels');
  await typeInto(page, predict.getByLabel('Your prediction'), '500');
  await expect(predict.getByRole('status').first()).toContainText('You said 500');
  await filter.scrollIntoViewIfNeeded();
  await expect(takeaway(filter)).toContainText('the model is ahead on average from 25 labels on');

  // What is written into the rules would answer the second prediction.
  const number = question(page, 'rules-predict-number');
  await tabTo(page, number.getByRole('button', { name: 'Skip the prediction' }));
  await page.keyboard.press('Enter');
  const rules = filter.getByRole('textbox', { name: 'Your rules' });
  await typeInto(page, rules, 'lottery');
  await expect(takeaway(filter)).toContainText('“lottery” is not among the 400 words');
  await typeInto(page, rules, '#####');
  await expect(takeaway(filter)).toContainText('the rules catch 75');

  const even = question(page, 'rules-break-even');
  const answer = even.getByLabel('Your answer');
  await typeInto(page, answer, '0.4');
  await expect(even.getByRole('status').first()).toContainText('spam that still gets through');
  await typeInto(page, answer, '1.6');
  await expect(even.getByRole('status').first()).toContainText('Right.');
}
