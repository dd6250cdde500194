import { FIRST, WEB, expect, test } from '../book.ts';
import { expectStill } from '../lesson-checks.ts';

test('a printed run carries its own address', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const code = page.locator('.qr');
  await expect(code).toBeHidden();
  await page.locator('#latency-batching [name="maxBatch"]').fill('8');
  await page.locator('#latency-batching [name="maxBatch"]').press('Enter');
  await expect(page).toHaveURL(/latency-batching\.maxBatch=8/);
  // The code may still be on its way: printing is tried until it is there.
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await code.textContent()).toBe(page.url());
  }).toPass();
  await page.emulateMedia({ media: 'print' });
  await expectStill(page);
  const address = page.locator('.on-paper [data-part="address"]').first();
  await expect(address).toHaveText(page.url().replace(/\?.*/, ''));
  await expect(code.getByRole('img', { name: `QR code of ${page.url()}` })).toBeVisible();
  expect((await code.boundingBox())?.height).toBeLessThan(300);
});

test('on paper a prediction stands with what leads to it, and a short table on one sheet', async ({
  page,
}) => {
  await page.goto(WEB.at('a-model-goes-abroad'));
  await page.emulateMedia({ media: 'print' });
  const styles = (of: string, name: 'breakBefore' | 'breakInside'): Promise<string[]> =>
    page
      .locator(of)
      .evaluateAll((all, name) => all.map((one) => getComputedStyle(one)[name]), name);
  const predictions = await styles('[data-kind="prediction"]', 'breakBefore');
  expect(predictions.length).toBeGreaterThan(1);
  expect(new Set(predictions)).toEqual(new Set(['avoid']));
  const tables = await styles(
    '.prose > .scroll, .data-fold:not(:has(tr:nth-child(12)))',
    'breakInside',
  );
  expect(tables.length).toBeGreaterThan(2);
  expect(new Set(tables)).toEqual(new Set(['avoid']));
});

test('paper says what it cannot do and where that is done, says once where numbers come from, and ends no sheet early for a prediction that is made', async ({
  page,
}) => {
  await page.goto(WEB.at('mind-or-data'));
  const made = page.locator('[data-kind="prediction"]').first();
  const ends = (): Promise<string> => made.evaluate((one) => getComputedStyle(one).breakAfter);
  const needsPage = page.locator('[data-kind="reach"] .on-paper');
  await expect(needsPage.first()).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(needsPage.first()).toContainText('On paper this cannot be done: it needs the page.');
  await expect(page.locator('dataset-sizes').first()).toBeVisible();
  expect(await page.locator('dataset-sizes').count()).toBeGreaterThan(1);
  await expect(page.locator('dataset-sizes > .from-fold:visible')).toHaveCount(1);
  await expect(made.getByText('then turn the page')).toBeVisible();
  expect(await ends()).toBe('page');
  await page.emulateMedia({ media: 'screen' });
  await made.getByRole('button', { name: 'Skip the prediction' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect.poll(ends).toBe('auto');
  await expect(made.getByText('then turn the page')).toBeHidden();
});
