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
} from '../book.ts';

/** Predict, move the slow one, ask for pages, answer, come back. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'The tail');
  const jar = experiment(page, 'Requests and their mean');
  const predict = question(page, 'latency-predict-slower');
  await typeInto(page, predict.getByLabel('Your prediction'), '5');
  await expect(predict.getByRole('status').first()).toContainText('You said 5 requests');
  await expect(takeaway(jar)).toContainText('The mean is 390 ms');

  const own = jar.getByRole('textbox', { name: 'Your own' });
  await typeInto(page, own, '100,102,100,100,99,104,110,90,300,95');
  await expect(takeaway(jar)).toContainText('The mean is 120 ms');
  await tabTo(page, jar.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(takeaway(jar)).toContainText('The mean is 390 ms');

  await typeInto(page, jar.getByRole('spinbutton', { name: 'Calls of a page' }), '7');
  await expect(takeaway(jar)).toContainText('half of the pages of 7 calls take 3,000 ms');

  const rank = question(page, 'latency-slowest-rank');
  const answer = rank.getByLabel('Your answer');
  const hint = rank.getByRole('button', { name: /hint/i });
  await expect(hint).toBeHidden();
  await typeInto(page, answer, '12');
  await expect(rank.getByRole('status').first()).not.toBeEmpty();
  await expect(hint).toBeVisible();
  await typeInto(page, answer, '99');
  await expect(rank.getByRole('status').first()).toContainText('Right.');
  await expect(rank.getByText(/^Saved/)).toBeVisible();

  await page.reload();
  await expect(answer).toHaveValue('99');
}
