/**
 * One visit a page, many checks: what must hold for each lesson that is added. How a thing works is tested once, elsewhere;
 * a check belongs here only when a lesson's own text, figures or questions can break it.
 */
import {
  closeFolds,
  expectAccessible,
  expectReadable,
  openFolds,
  ownChecks,
} from '../access-checks.ts';
import { LESSONS, PAGES, WEB, type Page, expect, test } from '../book.ts';
import {
  expectHeard,
  expectKept,
  expectOnPaper,
  expectPolicy,
  expectReadableEnlarged,
  expectSet,
  expectStill,
  otherValues,
  paperOf,
} from '../lesson-checks.ts';
import { bytesOfTouches } from '../../../scripts/bench/weight.ts';
import { watchShifts, weigh } from '../weights.ts';

const { step } = test;

/** Opens the page, folds closed and then open: bytes, elements, layout shift, policy. */
async function expectLight(page: Page, address: string): Promise<void> {
  const moved = await watchShifts(page);
  const { text, fonts } = await weigh(page);
  await page.goto(address, { waitUntil: 'load' });
  expect.soft(text(), 'bytes').toBeGreaterThan(2_000);
  expect.soft(text(), 'bytes').toBeLessThan(60_000);
  await page.waitForLoadState('networkidle');
  expect.soft(await moved(), 'layout shift').toBeLessThan(0.01);
  expect.soft(await ownChecks(page)).toEqual([]);
  await openFolds(page);
  await page.waitForLoadState('networkidle');
  expect.soft(text(), 'bytes with the folds open').toBeLessThan(60_000);
  expect.soft(fonts(), 'bytes of fonts').toBeLessThan(100_000);
  expect.soft(await page.locator('*').count(), 'elements').toBeLessThanOrEqual(1_500);
}

/** All rules in the light theme, those on colour in the dark one. What folds show is looked at; what they hide, axe skips. */
async function expectFitForAll(page: Page): Promise<void> {
  await expectAccessible(page);
  const light = await paperOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paperOf(page)).not.toBe(light);
  await expectReadable(page);
  await page.emulateMedia({ colorScheme: 'light' });
}

for (const name of PAGES) {
  const called = name === '' ? 'the front page' : name;
  test(`${called}: light, still while it loads, readable by all, at any width and on paper`, async ({
    page,
  }) => {
    await step('weight, shift and policy', async () => {
      await expectLight(page, WEB.at(name));
      await expectPolicy(page);
    });
    await step('1280 px, both themes', () => expectFitForAll(page));
    await step('320 px, both themes', async () => {
      await page.setViewportSize({ width: 320, height: 800 });
      await expectFitForAll(page);
      await closeFolds(page);
      expect.soft(await ownChecks(page)).toEqual([]);
    });
    if (!LESSONS.includes(name)) return;
    await step('by ear', () => expectHeard(page));
    await step('on paper', () => expectOnPaper(page));
    await page.emulateMedia({ media: 'screen' });
    await step('forced colours, 200 % text', () => expectReadableEnlarged(page));
  });
}

for (const lesson of LESSONS) {
  test(`${lesson}: a link sets every control, and what was answered is kept`, async ({ page }) => {
    await page.goto(WEB.at(lesson));
    const wanted = await otherValues(page);
    await page.goto(WEB.at(lesson, `?${new URLSearchParams(wanted).toString()}`));
    await step('controls', () => expectSet(page, wanted));
    await step('answers', () => expectKept(page));
  });
}

for (const lesson of LESSONS) {
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

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const lesson of LESSONS) {
    test(`${lesson}: whole without a script`, async ({ page }) => {
      await page.goto(WEB.at(lesson));
      expect(await page.locator('.experiment').count()).toBeGreaterThan(0);
      await expectStill(page);
      const table = page.locator('.experiment .data-fold').first();
      await table.locator('summary').click();
      await expect(table.getByRole('table').first()).toBeVisible();
    });
  }
});
