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
  const jar = experiment(page, 'Ten requests and their mean');
  const predict = question(page, 'latency-predict-slower');
  await typeInto(page, predict.getByLabel('Your prediction'), '5');
  await expect(predict.getByRole('status').first()).toContainText('You said 5 requests');
  await expect(takeaway(jar)).toContainText('The mean is 390 ms');

  await tabTo(page, jar.locator('[data-handle]:visible').first());
  for (let dot = 1; dot < 10; dot += 1) await page.keyboard.press('ArrowUp');
  await expect(jar.locator('[data-handle]:focus')).toHaveAttribute('data-says', /^3.000\sms$/);
  await page.keyboard.press('ArrowLeft');
  await expect(takeaway(jar)).not.toContainText('The mean is 390 ms');
  await page.keyboard.press('Control+z');
  await expect(takeaway(jar)).toContainText('The mean is 390 ms');

  await typeInto(page, jar.getByRole('spinbutton', { name: 'Calls of a page' }), '7');
  await expect(takeaway(jar)).toContainText('half of the pages of 7 calls take 3,000 ms');

  const rank = question(page, 'latency-slowest-rank');
  const answer = rank.getByLabel('Your answer');
  await typeInto(page, answer, '12');
  await expect(rank.getByRole('status').first()).not.toBeEmpty();
  await expect(rank.getByRole('button', { name: /hint/i })).toBeHidden();
  await typeInto(page, answer, '13');
  await expect(rank.getByRole('button', { name: /hint/i })).toBeVisible();
  await typeInto(page, answer, '99');
  await expect(rank.getByRole('status').first()).toContainText('Right.');
  await expect(rank.getByText(/^Saved/)).toBeVisible();

  await page.reload();
  await expect(answer).toHaveValue('99');
}
