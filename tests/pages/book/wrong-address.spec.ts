import { expect, test } from '../book.ts';

test.use({ expectedFaults: /status of 404/ });

test('at a wrong address, however deep, the page says so, in its own dress, and leads to the contents', async ({
  page,
}) => {
  const answer = await page.goto('lessons/gone/and/deeper/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such page');
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready;
    return getComputedStyle(document.body).fontFamily;
  });
  expect(fonts).toContain('Source Serif');
  await page.getByRole('link', { name: 'contents' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Contents' })).toBeVisible();
});
