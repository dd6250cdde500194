/** What a touch fetches, apart from the visits: it opens windows of its own, and so hangs on all that is built. */
import { bytesOfTouches } from '../../../scripts/bench/weight.ts';
import { FEW, FIRST, WEB, expect, test } from '../book.ts';

for (const lesson of FEW) {
  test(`${lesson}: who reads, and who touches something, fetches no more than it may weigh`, async ({
    browser,
    baseURL,
  }) => {
    const address = new URL(WEB.at(lesson), baseURL).href;
    for (const { name, limit, bytes } of await bytesOfTouches(browser, address)) {
      expect.soft(bytes, name).toBeGreaterThan(1_000);
      expect.soft(bytes, name).toBeLessThanOrEqual(limit);
    }
  });
}

test('200 runs ask for no file ahead twice, and leave nothing else in the head of the page', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const others = page.locator('head > :not([rel="modulepreload"])');
  const before = await others.count();
  const slider = page.locator('.experiment [data-slides]:visible').first();
  await slider.press('ArrowRight');
  await slider.evaluate(async (one: HTMLInputElement) => {
    for (let run = 0; run < 200; run += 1) {
      const ended = new Promise((resolve) => {
        document.addEventListener('outcome', resolve, { once: true });
      });
      one.valueAsNumber += run % 2 === 0 ? 1 : -1;
      for (const type of ['input', 'change']) one.dispatchEvent(new Event(type, { bubbles: true }));
      await ended;
    }
  });
  const files = await page
    .locator('[rel="modulepreload"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  expect(files.length).toBeGreaterThan(0);
  expect(files).toEqual([...new Set(files)]);
  await expect(others).toHaveCount(before);
});
