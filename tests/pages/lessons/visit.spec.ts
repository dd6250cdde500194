/**
 * One visit a page, many checks: what must hold for each lesson that is added. How a thing works is tested once, elsewhere;
 * a check belongs here only when a lesson's own text, figures or questions can break it. What changes the page comes last.
 */
import {
  closeFolds,
  expectAccessible,
  expectReadable,
  openFolds,
  ownChecks,
} from '../access-checks.ts';
import { ALL } from '../../all.ts';
import { FEW, LESSONS, PAGES, WEB, type Page, expect, test } from '../book.ts';
import {
  LOW,
  answersOn,
  asWithoutScript,
  expectHeard,
  expectInSightAtControls,
  expectOnPaper,
  expectReadableEnlarged,
  expectSet,
  expectSpaced,
  expectStill,
  otherValues,
  paperOf,
} from '../lesson-checks.ts';
import {
  answerAll,
  askedIn,
  expectTabReaches,
  failOne,
  predictAll,
  runTheRest,
} from '../lesson-walk.ts';
import { expectUntold, expectUntoldOnPaper } from '../spoiler-checks.ts';
import { guardedIn, type Guarded } from '../spoilers.ts';
import { WALKS } from '../walks.ts';
import { watchShifts, weigh } from '../weights.ts';

const { step } = test;
/** Compressed, up to load and with the folds open. */
const BYTES = 75_000;
/** What composes a set or grades a class comes with the folds in which it is used. */
const BYTES_TO_TEACH = 150_000;
/** Where work is handed in, one fold takes it to another device. */
const BYTES_TO_WORK = 77_000;

/** Opens the page, then its folds: bytes, elements, layout shift, and what no width may break. */
async function expectLight(page: Page, address: string): Promise<void> {
  const moved = await watchShifts(page);
  const { text, fonts } = await weigh(page);
  await page.goto(address, { waitUntil: 'load' });
  expect.soft(text(), 'bytes').toBeGreaterThan(2_000);
  expect.soft(text(), 'bytes').toBeLessThan(BYTES);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await frames(page);
  expect.soft(await moved(), 'layout shift').toBeLessThan(0.01);
  expect.soft(await ownChecks(page)).toEqual([]);
  expect.soft(fonts(), 'bytes of fonts').toBeLessThan(100_000);
  expect.soft(await page.locator('*').count(), 'elements').toBeLessThanOrEqual(1_500);
  await openFolds(page);
  await frames(page);
  const isTool = [WEB.at('teach'), WEB.at('compose')].includes(address);
  const isWork = (await page.locator('book-assignment').count()) > 0;
  const most = isTool ? BYTES_TO_TEACH : isWork ? BYTES_TO_WORK : BYTES;
  expect.soft(text(), 'bytes with the folds open').toBeLessThan(most);
  await page.setViewportSize({ width: 320, height: 800 });
  expect.soft(await ownChecks(page)).toEqual([]);
  await closeFolds(page);
  expect.soft(await ownChecks(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Lets the page draw what it has. */
async function frames(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame);
  });
}

/** All rules in light and wide, those on colour in dark and narrow. What folds show is looked at; what they hide, axe skips. */
async function expectFitForAll(page: Page): Promise<void> {
  await openFolds(page);
  await step('axe', () => expectAccessible(page));
  const light = await paperOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await paperOf(page)).not.toBe(light);
  await page.setViewportSize({ width: 320, height: 800 });
  await step('axe, dark', () => expectReadable(page));
  await page.emulateMedia({ colorScheme: 'light' });
  await closeFolds(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

for (const name of PAGES.filter((one) => !LESSONS.includes(one))) {
  test(`${name === '' ? 'the front page' : name}: light, still while it loads, and readable by all at any width`, async ({
    page,
  }) => {
    await expectLight(page, WEB.at(name));
    await expectFitForAll(page);
  });
}

/** A page that nobody has touched: on paper, without a script, by ear, and what it tells too early. */
async function expectFresh(page: Page, all: readonly Guarded[]): Promise<void> {
  await step('on paper', async () => {
    await page.emulateMedia({ media: 'print' });
    await expectOnPaper(page);
    await expectUntoldOnPaper(page, all);
    await page.emulateMedia({ media: 'screen' });
  });
  await step('without a script', () => asWithoutScript(page, () => expectStill(page)));
  await step('by ear', () => expectHeard(page));
  await step('forced colours, 200 % text', () => expectReadableEnlarged(page));
  await step('text spaced out', () => expectSpaced(page));
  await page.setViewportSize({ width: 1280, height: 900 });
  if (ALL) await step('axe before anything is touched', () => expectAccessible(page));
  await step('no prediction is given away', () => expectUntold(page, all));
}

/** Experiments that wake keep their heights, so that nothing below them moves. */
async function expectWakesInPlace(page: Page): Promise<void> {
  const heights = async (): Promise<number[][]> => {
    const each: number[][] = [];
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      each.push(
        await page.evaluate(async () => {
          await document.fonts.ready;
          const all = [...document.querySelectorAll('.experiment')];
          return all.map((one) => Math.round(one.getBoundingClientRect().height));
        }),
      );
    }
    return each;
  };
  const asleep = await heights();
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('.experiment')) {
      const touched = one.querySelector('[data-part="run"]') ?? one;
      touched.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 }));
    }
  });
  await page.waitForLoadState('networkidle');
  expect.soft(await heights()).toEqual(asleep);
}

for (const lesson of LESSONS) {
  test(`${lesson}: light, whole on paper, gives no prediction away, is walked by keyboard, readable by all, and kept`, async ({
    page,
  }) => {
    const isWhole = FEW.includes(lesson);
    const asked = askedIn(lesson);
    await step('open', () => expectLight(page, WEB.at(lesson)));
    const wanted = await otherValues(page);
    await expectFresh(page, await guardedIn(lesson));
    // Predictions have only counted as made. No search for the quickest back end.
    await page.goto(WEB.at(lesson, '?backend=wasm'));
    await step('wake', () => expectWakesInPlace(page));
    if (isWhole) await step('tab', () => expectTabReaches(page));
    await step('predict', () => predictAll(page, asked));
    await step('run the rest', () => runTheRest(page));
    await step('fail a question', () => failOne(page, asked));
    await step('fit for all', () => expectFitForAll(page));
    await step('in sight at every control', async () => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      for (const [width, height] of LOW) {
        await page.setViewportSize({ width, height });
        await expectInSightAtControls(page);
      }
      await page.emulateMedia({ reducedMotion: 'no-preference' });
    });
    // That each key is right is proved; that a kind can be answered and is kept is tested once.
    if (!isWhole) return;
    await page.setViewportSize({ width: 1280, height: 900 });
    await step('answer', () => answerAll(page, asked));
    const answers = await answersOn(page);
    await step('a link sets every control, and what was answered is kept', async () => {
      await page.goto(WEB.at(lesson, `?${new URLSearchParams(wanted).toString()}`));
      await expectSet(page, wanted);
      await expect.poll(() => answersOn(page)).toEqual(answers);
    });
  });
}

for (const [lesson, walk] of WALKS) {
  test(`${lesson}: walked by hand, from the front page`, ({ page }) => walk(page, WEB));
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const lesson of FEW) {
    test(`${lesson}: whole without a script`, async ({ page }) => {
      await page.goto(WEB.at(lesson));
      await expectStill(page);
      const table = page.locator('.experiment .data-fold').first();
      await table.locator('summary').click();
      await expect(table.getByRole('table').first()).toBeVisible();
    });
  }
});
