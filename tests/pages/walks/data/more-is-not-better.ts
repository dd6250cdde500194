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

/** Predict, see that more labels are worse; be told of the network's best pass; mark a label, and hear what people said. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'More is not better');
  const more = experiment(page, 'More labels, not all of them right');
  await expect(takeaway(more)).toContainText('With 200 labels, all of them right');
  const predict = question(page, 'wrong-predict-more');
  await typeInto(page, predict.getByLabel('Your prediction'), '88');
  await expect(predict.getByRole('status').first()).toContainText('You said 88');
  await expect(takeaway(more)).toContainText('With 1,000 labels, 160 of them wrong');

  const forty = question(page, 'wrong-predict-forty');
  await typeInto(page, forty.getByLabel('Your prediction'), '60');
  await expect(forty.getByRole('status').first()).toContainText('You said 60');

  const real = experiment(page, 'Fifteen labels that few people agree with');
  await real
    .getByRole('button', { name: /^image 1, labelled/ })
    .first()
    .focus();
  await page.keyboard.press('Space');
  await expect(takeaway(real)).toContainText('You have marked 1 of the forty.');

  const test = question(page, 'wrong-true-accuracy');
  const answer = test.getByLabel('Your answer');
  await typeInto(page, answer, '93');
  await expect(test.getByRole('status').first()).toContainText('misreads anyway');
  await typeInto(page, answer, '92.1');
  await expect(test.getByRole('status').first()).toContainText('Right.');
}
