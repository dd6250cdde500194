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
