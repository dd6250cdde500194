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

/** Predict, see, explain in one's own numbers, ask, answer, come back. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Latency and throughput');
  const bench = experiment(page, 'Machines that answer comments');
  await expect(takeaway(bench)).toContainText('115 ms');

  const predict = question(page, 'latency-predict-eight');
  await typeInto(page, predict.getByLabel('Your prediction'), '200');
  await expect(predict.getByRole('status').first()).toContainText('You said 200 ms');
  await expect(predict.getByRole('status').first()).toContainText('17 ms');
  await expect(takeaway(bench)).toContainText('p99 17 ms, was 115');
  await expect(page.locator('yours-number[data-own]').first()).toBeVisible();

  const batch = bench.getByRole('spinbutton', { name: 'Max batch' });
  await tabTo(page, batch);
  for (const [key, value] of [
    ['PageDown', '1'],
    ['ArrowUp', '2'],
    ['ArrowUp', '3'],
    ['ArrowDown', '2'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(batch).toHaveValue(value);
  }
  // The run of two must have been told, or that of eight would follow itself and change nothing.
  // Only the table waits for a run that counts: a drag draws the rest.
  const full = bench.locator('tr', { hasText: 'A full batch' });
  await expect(full).toContainText('8.5');
  await typeInto(page, batch, '8');
  await expect(takeaway(bench)).toContainText('p99 17 ms');

  await typeInto(page, bench.getByRole('spinbutton', { name: 'Max wait' }), '50');
  await expect(takeaway(bench)).not.toContainText('17 ms, was 115');
  const undo = bench.getByRole('button', { name: 'Undo' });
  await tabTo(page, undo);
  await page.keyboard.press('Enter');
  await expect(bench.getByRole('spinbutton', { name: 'Max wait' })).toHaveValue('0');
  await expect(takeaway(bench)).toContainText('17 ms');

  const cost = page.locator('[data-drags="latency-knee"]').getByRole('slider');
  const knee = page.locator('#latency-knee');
  await tabTo(page, cost);
  for (let half = 5.5; half <= 10; half += 0.5) {
    await page.keyboard.press('ArrowRight');
    await expect(cost).toHaveAttribute('aria-valuenow', String(half));
  }
  await expect(takeaway(knee)).toContainText('the queue has no slack');
  await page.keyboard.press('Control+z');
  await expect(cost).toHaveAttribute('aria-valuenow', '9.5');
  await page.keyboard.press('ArrowLeft');
  await expect(takeaway(knee)).toContainText('p99 232 ms');
  await typeInto(page, knee.getByRole('spinbutton', { name: 'Max batch' }), '2');
  await expect(takeaway(knee)).toContainText('was 232');

  const throughput = question(page, 'latency-throughput');
  const answer = throughput.getByLabel('Your answer');
  await typeInto(page, answer, '2400');
  await expect(throughput.getByRole('status').first()).toContainText('if they were never idle');
  await typeInto(page, answer, '1000');
  await expect(throughput.getByRole('status').first()).toContainText('Right.');
}
