/**
 * While a hand moves a control, what it moves is in sight: the main panel of the figure and the whole sentence below it. That a
 * lesson's own figures have room there, its visit sees (`expectInSightAtControls`).
 */
import { ALL } from '../../all.ts';
import { FIRST, LESSONS, TAIL, WEB, expect, test } from '../book.ts';
import { LOW, expectInSightAtControls } from '../lesson-checks.ts';

const HIGHER = [
  [1366, 768],
  [360, 740],
] as const;

// That there is room at every control of every lesson, their visits see; here the sentence grows as it is moved.
for (const lesson of ALL ? LESSONS : [FIRST, TAIL]) {
  test(`every control of ${lesson} moves what is in sight, in low windows`, async ({ page }) => {
    // Who wants no motion is where the others are once the page has scrolled.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(WEB.at(lesson, '?backend=wasm'));
    for (const [width, height] of ALL ? [...LOW, ...HIGHER] : LOW) {
      await page.setViewportSize({ width, height });
      await test.step(`${width} by ${height}`, () => expectInSightAtControls(page, 'ArrowRight'));
    }
  });
}

test('a control stays in sight when what it sets brings buttons that stand above it', async ({
  page,
}) => {
  // On a phone the page is still on its smooth way to the control when that is set.
  for (const [width, height] of HIGHER) {
    await page.setViewportSize({ width, height });
    await page.goto(WEB.at('all-lamps-green'));
    const experiment = page.locator('#green-bikes');
    await experiment.evaluate((one) => {
      one.removeAttribute('data-veil');
      one.querySelector('.more')?.setAttribute('open', '');
    });
    const checks = experiment.getByLabel('Checks', { exact: true });
    await checks.focus();
    await checks.press('ArrowDown');
    await expect(experiment.getByRole('button', { name: '− temperature: range' })).toBeVisible();
    // The browser itself leaves less than a pixel out.
    await expect(checks).toBeInViewport({ ratio: 0.96 });
  }
});

test('keys lead from control to control in sight, from where the dock ends with the window and the page scrolls smoothly', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(WEB.at('rules-or-learning'));
  const bench = page.locator('.bench').first();
  await bench.evaluate((one) => {
    for (const veiled of document.querySelectorAll('[data-veil]'))
      veiled.removeAttribute('data-veil');
    one.querySelector('.more')?.setAttribute('open', '');
    const end = (): number =>
      (one.querySelector('.dock')?.getBoundingClientRect().bottom ?? 0) + scrollY;
    // A page scrolls by whole pixels: four tenths of one are left over.
    document.body.style.paddingBlockStart = `${1.4 - (end() % 1)}px`;
    scrollTo({ top: Math.floor(end()) - innerHeight, behavior: 'instant' });
  });
  // What waits for a prediction is passed over, and its link to the prediction is not.
  // A slider belongs to hands; keys have its number.
  const kinds =
    'input:enabled:not([data-slides]), select:enabled, button:enabled, summary, a[href]';
  const controls = bench.locator(`.hand :is(${kinds}):visible`);
  await controls.first().focus();
  const last = (await controls.count()) - 1;
  for (let i = 0; i < last; i += 1) {
    await page.keyboard.press('Tab');
    await expect(page.locator(':focus')).toBeInViewport({ ratio: 0.96 });
  }
  await expect(controls.last()).toBeFocused();
});

test('who scrolls away from a control at once is not called back to it', async ({ page }) => {
  await page.goto(WEB.at('the-same-run-twice'));
  const experiment = page.locator('#same-team');
  const card = experiment.locator('.card').first();
  const next = experiment.locator('.card:focus');
  const away = async (scroll: () => Promise<unknown>): Promise<void> => {
    const ended = page.evaluate(
      () =>
        new Promise((resolve) => document.addEventListener('scrollend', resolve, { once: true })),
    );
    await scroll();
    await ended;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    await expect(next).not.toBeInViewport();
  };
  await card.hover();
  await expect(experiment.locator('.piles[data-live]')).toBeVisible();
  // The focus goes on to the next card, though no key has brought it there.
  await card.click();
  await experiment
    .locator('.pile')
    .first()
    .click({ position: { x: 60, y: 8 } });
  await expect(next).toBeInViewport();
  await away(() => page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' })));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(next).toBeInViewport();
  await away(async () => {
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('PageUp');
  });
});
