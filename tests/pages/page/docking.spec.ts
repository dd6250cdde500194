/**
 * While a hand moves a control, what it moves is in sight: the main panel of the figure and the whole sentence below it. That a
 * lesson's own figures have room there, its visit sees (`expectInSightAtControls`).
 */
import { ALL } from '../../all.ts';
import { FEW, WEB, expect, test, type Page } from '../book.ts';

/** As low as the windows of laptops and phones get: what has room there has it in a higher one. */
const LOW = [
  [1366, 650],
  [360, 640],
] as const;
const HIGHER = [
  [1366, 768],
  [360, 740],
] as const;

/** Moves every setting of every experiment of a page a step, as keys do, and sees that what it moves is in sight. */
async function expectInSight(page: Page): Promise<void> {
  const controls = page.locator('.bench [data-param]:visible');
  // Once all that waits for a prediction and all further settings are there.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('[data-veil]')) one.removeAttribute('data-veil');
    for (const fold of document.querySelectorAll('.bench .more')) fold.setAttribute('open', '');
  });
  for (const control of await controls.all()) {
    const field = control.locator('input, select, [tabindex]').locator('visible=true').first();
    if ((await field.count()) === 0) continue;
    await field.focus();
    await field.press('ArrowRight');
    // An experiment's code may still be on its way when its first control is used.
    await expect.poll(() => control.evaluate(seenWith)).toEqual([]);
  }
}

/** What is not seen of the experiment while this control has the focus. */
async function seenWith(control: Element): Promise<string[]> {
  for (let i = 0; i < 2; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  const experiment = control.closest('.experiment');
  const shown = (selector: string): Element | undefined =>
    [...(experiment?.querySelectorAll(selector) ?? [])].find((one) => one.checkVisibility());
  const inSight = (element: Element | undefined): number => {
    if (!element) return 0;
    const { top, bottom, height } = element.getBoundingClientRect();
    return Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)) / height;
  };
  const panel = inSight(shown('[data-part="main-panel"]'));
  const sentence = inSight(shown('[data-part="takeaway"]'));
  const focused = document.activeElement as Element;
  const { left, top, width, height } = focused.getBoundingClientRect();
  // What lies on top at its middle belongs to the control, not to a dock above it.
  const at = document.elementFromPoint(left + width / 2, top + height / 2);
  const where = `${experiment?.id}.${(control as HTMLElement).dataset['param']}`;
  return [
    ...(panel < 0.8
      ? [`${where}: ${Math.round(100 * panel)} % of the main panel is in sight`]
      : []),
    ...(sentence < 0.99 ? [`${where}: ${Math.round(100 * sentence)} % of the sentence`] : []),
    ...(at && control.contains(at) ? [] : [`${where}: the control itself is covered`]),
  ];
}

for (const lesson of FEW) {
  test(`every control of ${lesson} moves what is in sight, in low windows`, async ({ page }) => {
    // Who wants no motion is where the others are once the page has scrolled.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(WEB.at(lesson, '?backend=wasm'));
    for (const [width, height] of ALL ? [...LOW, ...HIGHER] : LOW) {
      await page.setViewportSize({ width, height });
      await test.step(`${width} by ${height}`, () => expectInSight(page));
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
  const kinds = 'input:enabled, select:enabled, button:enabled, summary, a[href]';
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
