/** The page for teachers: its form composes the links that experiments write, and fetches the code of none. */
import { ALL } from '../../all.ts';
import { ONE_FILE, TAIL, WEB, expect, experiment, test, type Page } from '../book.ts';

const TITLE = 'Machines that answer comments';
const link = (page: Page): Promise<string> => page.getByLabel('The link').inputValue();

for (const edition of ALL ? [WEB, ONE_FILE] : [WEB]) {
  test(`a link is composed, and opens the experiment as it was set ${edition.name}`, async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(edition.at('teachers'));
    await page.getByRole('combobox', { name: 'Experiment' }).selectOption({ label: TITLE });
    expect(await link(page)).toMatch(/#latency-batching$/);
    expect(await link(page)).not.toContain('?');
    await page.getByLabel('Max batch', { exact: true }).fill('900');
    await expect(page.getByRole('status').filter({ hasText: '128 is used' })).toBeVisible();
    await page.getByLabel('Max batch', { exact: true }).fill('8');
    await page.getByLabel('Lock: Max batch').check();
    await page.getByRole('combobox', { name: 'Arrivals come' }).selectOption('bursty');
    await page.getByLabel('Hide: Seed').check();
    const address = await link(page);
    expect(new URL(address).search).toBe(
      '?latency-batching.maxBatch=8&latency-batching.arrivalProcess=bursty&latency-batching.hide=seed&latency-batching.lock=maxBatch&latency-batching.v=1',
    );
    await expect(page.getByRole('link', { name: 'Open it in a new tab' })).toHaveAttribute(
      'href',
      address,
    );
    expect(asked.filter((url) => /batch-bench|\/experiment\./.test(url))).toEqual([]);
    await page.goto(address);
    const bench = experiment(page, TITLE);
    const batch = bench.getByRole('spinbutton', { name: 'Max batch' });
    await expect(batch).toHaveValue('8');
    await expect(batch).toBeDisabled();
    await expect(bench.locator('[data-param="seed"]')).toBeHidden();
    await expect(bench.locator('[data-part="notice"]')).toBeEmpty();
  });
}

test('the link is copied, and the form goes back to what the lesson has', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(WEB.at('teachers'));
  await page.getByRole('combobox', { name: 'Experiment' }).selectOption({ label: TITLE });
  await page.getByLabel('Max batch', { exact: true }).fill('16');
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link(page));
  await page.getByRole('button', { name: 'As in the lesson' }).click();
  await expect(page.getByLabel('The link')).not.toHaveValue(/\?/);
});

test('the head of every page leads to it, also on a phone, and it to the answer key', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await page.goto(WEB.at(TAIL));
  await page.getByRole('banner').getByRole('link', { name: 'Teachers' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'For teachers' })).toBeVisible();
  await page.getByRole('link', { name: 'answer key' }).first().click();
  await page.getByRole('link', { name: 'Research and production' }).click();
  const key = page.getByRole('article');
  await expect(key.getByRole('heading', { level: 2 })).not.toHaveCount(0);
  await expect(key).toContainText('693');
  await expect(key).toContainText(/p99: 17\sms/);
});
