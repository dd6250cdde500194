import { FIRST, WEB, expect, experiment, takeaway, test } from '../book.ts';

const TITLE = 'Machines that answer comments';
const ID = 'latency-batching';
/** The version of the jar of requests that this edition has. */
const NOW = 3;
const link = (...pairs: string[]): string => `?${pairs.map((pair) => `${ID}.${pair}`).join('&')}`;

test('a link opens the very run, from a day without versions too', async ({ page }) => {
  await page.goto(WEB.at(FIRST, link('maxBatch=8')));
  const bench = experiment(page, TITLE);
  await expect(bench.getByRole('spinbutton', { name: 'Max batch' })).toHaveValue('8');
  await expect(takeaway(bench)).toContainText('17 ms');
  await expect(bench.locator('[data-part="notice"]')).toBeEmpty();
});

test('what is set stands in the address, and the address brings it back', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const bench = experiment(page, TITLE);
  const batch = bench.getByRole('spinbutton', { name: 'Max batch' });
  await batch.fill('16');
  await batch.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${ID}\\.maxBatch=16`));
  const said = await takeaway(bench).textContent();
  await page.reload();
  await expect(batch).toHaveValue('16');
  await expect(takeaway(bench)).toContainText(/\d+\sms/);
  expect(said).toMatch(/\d+\sms/);
});

test('what a link of a newer edition asks for and cannot have is named', async ({ page }) => {
  await page.goto(WEB.at(FIRST, link('maxBatch=900', 'arrivals=many', 'colour=red', 'v=99')));
  const bench = experiment(page, TITLE);
  await expect(bench.getByRole('spinbutton', { name: 'Max batch' })).toHaveValue('128');
  const notice = bench.locator('[data-part="notice"]');
  await expect(notice).toContainText('cannot be 900 here; 128 is used');
  await expect(notice).toContainText('Arrivals = “many”');
  await expect(notice).toContainText('colour');
  await expect(notice).toContainText('version 99');
});

test('a link to the first version of the jar shows the list it showed then', async ({ page }) => {
  const jar = experiment(page, 'Requests and their mean');
  const old = 'latency-tail.source=queue:arrivals=100&latency-tail.values=10,20,60';
  await page.goto(WEB.at(FIRST, `?${old}&latency-tail.v=1`));
  await expect(takeaway(jar)).toContainText('The mean is 30 ms');
  await expect(jar.locator('[name="source"]')).toHaveValue('own');
  const notice = jar.locator('[data-part="notice"]');
  await expect(notice).toContainText('These settings are of version 1 of this experiment');
  await expect(notice).toContainText('numbers from then may differ');
  // Since the second version the source says which is meant.
  await page.goto(WEB.at(FIRST, `?${old}&latency-tail.v=${NOW}`));
  await expect(takeaway(jar)).toContainText('90,000 requests');
  await expect(notice).toBeEmpty();
});

test('what a teacher’s link has locked neither undo nor reset, a situation nor a seed can move', async ({
  page,
}) => {
  const limits = ['hide=maxWait', 'lock=arrivals,seed'];
  await page.goto(WEB.at(FIRST, link('maxBatch=8', 'arrivals=500', 'seed=7', ...limits)));
  const bench = experiment(page, TITLE);
  const batch = bench.getByRole('spinbutton', { name: 'Max batch' });
  const arrivals = bench.getByRole('spinbutton', { name: 'Arrivals' });
  await expect(bench.getByRole('spinbutton', { name: 'Max wait' })).toBeHidden();
  await expect(batch).toBeEnabled();
  await expect(arrivals).toBeDisabled();
  await expect(bench.getByRole('button', { name: 'New seed' })).toBeHidden();
  const undo = bench.getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect(batch).toHaveValue('1');
  await expect(arrivals).toHaveValue('500');
  await expect(bench.locator('[name="seed"]')).toHaveValue('7');
  await expect(undo).toBeDisabled();
  await bench.getByRole('button', { name: 'Redo' }).click();
  await expect(batch).toHaveValue('8');
  await bench.getByRole('button', { name: 'Reset' }).click();
  await expect(batch).toHaveValue('1');
  await expect(arrivals).toHaveValue('500');
  await expect(page).toHaveURL(/arrivals=500.*seed=7.*lock=/);
});

test('a link of an older version says so after a reload too, until something else is set', async ({
  page,
}) => {
  const old = '?latency-tail.values=10%2C20%2C30&latency-tail.v=1';
  const tail = page.locator('#latency-tail');
  const notice = tail.locator('[data-part="notice"]');
  await page.goto(WEB.at(FIRST, old));
  for (const step of ['open', 'reload'] as const) {
    if (step === 'reload') await page.reload();
    await expect(tail).toHaveAttribute('data-state', 'done');
    await expect(notice).toContainText('version 1');
    expect(new URL(page.url()).search).toBe(old);
  }
  await tail.locator('[data-does="seed"]:visible, [data-does="reset"]').first().click();
  await expect(notice).toBeEmpty();
  await tail.locator('[data-does="undo"]').click();
  await expect(page).toHaveURL(new RegExp(`source=own.*v=${NOW}`));
  await page.reload();
  await expect(tail).toHaveAttribute('data-state', 'done');
  await expect(notice).toBeEmpty();
  // A reset leaves nothing of a link that asks for nothing, though it is of an older version.
  await page.goto(WEB.at(FIRST, '?latency-tail.v=1&latency-tail.nonsense=1'));
  await expect(notice).toContainText('version 1');
  await tail.locator('[data-does="reset"]').click();
  await expect(page).toHaveURL(/latency-and-throughput\/$/);
});
