/** Lessons as lectures: driven by keyboard as from the front of a hall, and every other lesson opened once. */
import { expectAccessible } from '../access-checks.ts';
import { FIRST, LESSONS, ONE_FILE, PRACTICE, WEB, expect, test, type Page } from '../book.ts';

const DRIVEN = [FIRST, 'two-districts'];
const SIZES = [
  [1920, 1080],
  [1280, 720],
  [1024, 768],
] as const;

/** What may be wrong on a screen: text smaller than 24 px at 1920, what reaches beyond the sides, an answer that nobody has voted on. */
const amiss = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const least = 24 * Math.min(innerWidth / 1920, innerHeight / 1080) * 0.99;
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node.parentElement as HTMLElement;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { width, height, top } = range.getBoundingClientRect();
      const isSeen =
        element.checkVisibility({ visibilityProperty: true }) && width > 3 && height > 3;
      // What lies below an experiment is scrolled to, and is for who wants to know more.
      if (!isSeen || !node.textContent?.trim() || top > innerHeight) continue;
      const drawn = (element.closest('text') as SVGTextElement | null)?.getScreenCTM()?.d ?? 1;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * drawn;
      if (size < least)
        faults.push(`${size.toFixed(1)} px: ${node.textContent.trim().slice(0, 30)}`);
    }
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) faults.push('wider than the screen');
    const step = document.querySelector<HTMLElement>('[data-step]')?.dataset['step'];
    const isAsked = step === 'question' || step === 'vote';
    for (const one of document.querySelectorAll(
      '[data-on] :is(.question-verdict, .question-solution)',
    ))
      if (isAsked && one.checkVisibility() && one.textContent?.trim())
        faults.push('an answer before its vote');
    // What was opened by a prediction is scrolled to.
    const end = document.querySelector('.lecture-bar')?.getBoundingClientRect().top ?? 0;
    for (const name of [':is(input, select, button)', '.run-button', '.takeaway']) {
      const part = [...document.querySelectorAll(`[data-on] ${name}`)].find((one) =>
        one.checkVisibility({ visibilityProperty: true }),
      );
      if (step === 'experiment' && part && part.getBoundingClientRect().bottom > end + 1)
        faults.push(`${name} is out of sight`);
    }
    return faults;
  });

for (const lesson of DRIVEN)
  for (const [width, height] of SIZES)
    test(`${lesson} is lectured by keyboard at ${width} x ${height}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({
        colorScheme: width === 1280 ? 'dark' : 'light',
        reducedMotion: 'reduce',
      });
      await page.goto(WEB.at(lesson, '?lecture'));
      const overview = page.getByRole('dialog');
      await expect(overview.getByRole('heading', { level: 1 })).toContainText('Lecture');
      const total = Number(/(\d+) steps/.exec(await overview.innerText())?.[1]);
      await page.keyboard.press('Escape');
      const place = page.getByRole('navigation', { name: 'Lecture' });
      for (let n = 1; n <= total; n += 1) {
        await expect(place).toContainText(`${n} of ${total}`);
        expect(await amiss(page), `step ${n}: ${page.url()}`).toEqual([]);
        // A long one is scrolled first.
        for (let more = 0; more < 4 && n < total; more += 1) {
          await page.keyboard.press('PageDown');
          if (!(await place.innerText()).includes(`${n} of `)) break;
        }
      }
      await page.keyboard.press('Home');
      await expect(place).toContainText(`1 of ${total}`);
    });

for (const lesson of LESSONS.filter((name) => !PRACTICE.includes(name) && !DRIVEN.includes(name)))
  test(`${lesson} can be lectured`, async ({ page }) => {
    await page.goto(WEB.at(lesson, '?lecture'));
    const overview = page.getByRole('dialog');
    const steps = overview.getByRole('checkbox');
    await expect(steps.nth(10)).toBeAttached();
    await expect(overview.getByText('from an earlier lecture')).toHaveCount(0);
    const short = overview.getByRole('button', { name: '10 minutes' });
    await short.click();
    await expect(short).toHaveAttribute('aria-pressed', 'true');
    const told = await overview.getByRole('status').innerText();
    const [, minutes] = /about ([\d.]+) minutes/.exec(told) ?? [];
    expect(Number(minutes)).toBeLessThan(15);
    const kept = overview.locator('li:has(:checked) > span');
    const sum = (await kept.allInnerTexts()).reduce((all, one) => all + Number.parseFloat(one), 0);
    expect(sum).toBe(Number(minutes));
  });

test('on a telephone a lecture can be read', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const step of ['', 'story', 'districts-most', 'districts-predict-ten.vote']) {
    await page.goto(WEB.at('two-districts', `?lecture=${step}`));
    await expect(page.getByRole('navigation', { name: 'Lecture' })).toContainText(/of \d\d/);
    await expectAccessible(page);
    for (const shown of await page
      .locator(':is(.lecture-said, .lecture-bar, dialog) *:visible')
      .all())
      expect(
        await shown.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      ).toBeGreaterThan(11);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  }
});

test('a class votes: hands and a pasted chat stand beside the answer, the notes follow, and a reload loses nothing', async ({
  page,
  context,
}) => {
  await page.goto(WEB.at('two-districts', '?lecture=districts-predict-test.vote'));
  await page.getByLabel('Hands for B').fill('4');
  const field = page.getByLabel('Hands for C');
  await field.fill('1e2');
  await expect(page.getByText('“1e2” is not a whole number')).toBeVisible();
  await field.fill('6');
  await field.press('ArrowDown');
  await expect(field).toHaveValue('6');
  await expect(page.getByText('10 in all')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.getByText('6 of 10 got it right (60 %).')).toBeVisible();
  await expect(page.getByText('The experiment says 62.1 %')).toBeVisible();
  await page.keyboard.press('PageUp');
  await page.getByText('Or paste a chat').click();
  const lines = Array.from({ length: 100 }, (_, i) => `S${i}: ${i % 4 === 0 ? 62 : 50}`);
  await page.getByLabel('Lines such as').fill([...lines, 'Zed: hello'].join('\n'));
  await page.getByRole('button', { name: 'Count these' }).click();
  // Names are for the notes, and not for the screen.
  await expect(page.getByText('100 answers. 1 line holds no answer')).toBeInViewport();
  await expect(page.getByText(/\bZed\b/)).toHaveCount(0);
  await expect(page.getByLabel('Lines such as')).toHaveValue('');
  const [notes] = await Promise.all([
    context.waitForEvent('page'),
    page.locator('body').press('n'),
  ]);
  await expect(notes.getByText('Line 101, “Zed: hello”')).toBeVisible();
  await notes.keyboard.press('PageDown');
  await expect(
    page.getByText('25 of 100 got it right (25 %). The middle guess was 50 %.'),
  ).toBeVisible();
  await expect(notes.getByText('Too low?')).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText('25 of 100 got it right')).toBeVisible();
  await notes.keyboard.press('PageDown');
  await expect(page.getByText('How many cities are lopsided')).toBeVisible();
  // A window that was reloaded comes back by itself; another class begins anew, and the window follows.
  await notes.reload();
  await expect(notes.getByText('into your lecture')).toBeVisible();
  await page.keyboard.press('o');
  page.once('dialog', (dialog) => dialog.dismiss());
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByRole('navigation', { name: 'Lecture' })).toContainText('1 of');
  await page.keyboard.press('PageDown');
  await expect(notes.getByText('2 of')).toBeVisible();
  await expect(notes.getByText(/^0:\d\d into your lecture/)).toBeVisible();
  // What was answered in front of a class is no answer of the reader.
  await page.getByRole('button', { name: 'End the lecture' }).click();
  await expect(page.getByRole('button', { name: 'Skip the prediction' }).first()).toBeVisible();
});

test('a step that was left out is gone to, nothing is shut for good, and a drag leaves the keys to the lecture', async ({
  page,
}) => {
  await page.goto(WEB.at('two-districts', '?lecture=districts-city&cut=10'));
  const place = page.getByRole('navigation', { name: 'Lecture' }).locator('span');
  const city = page.locator('#districts-city');
  await expect(city.getByLabel('The patrol goes')).toBeVisible();
  await expect(city.locator('.takeaway')).toContainText('After 3,650 days');
  await expect(page.getByText('First records in A, First records in B: fifty')).toBeVisible();
  const slider = city.locator('[data-slides="days"]').first();
  const box = await slider.boundingBox();
  await slider.click({ position: { x: (box?.width ?? 0) / 3, y: (box?.height ?? 0) / 2 } });
  for (const [key, sees] of [
    ['b', false],
    ['.', true],
  ] as const) {
    await page.keyboard.press(key);
    await expect(city).toBeVisible({ visible: sees });
  }
  const here = await place.innerText();
  await page.keyboard.press('ArrowRight');
  await expect(place).not.toHaveText(here);
  // With a key on a setting, arrows are its own, and letters are not.
  await page.keyboard.press('PageUp');
  const days = city.getByRole('spinbutton', { name: 'Days' });
  await days.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(days).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(place).toHaveText(here);
  await page.keyboard.press('o');
  const step = page.getByRole('dialog').locator('[data-to="districts-clicks.vote"]');
  await step.click();
  await expect(page.getByLabel('Hands for A')).toBeVisible();
  await page.getByLabel('Hands for A').fill('5');
  await page.keyboard.press('PageDown');
  const [notes] = await Promise.all([
    page.context().waitForEvent('page'),
    page.keyboard.press('o').then(() => page.keyboard.press('n')),
  ]);
  await expect(notes.getByText('into your lecture')).toBeVisible();
  // The verdict is about the answer: nobody in the hall has given it.
  await page.goto(WEB.at('two-districts', '?lecture=districts-clicks.reveal'));
  await expect(page.locator('#question-districts-clicks .question-verdict')).toHaveText(
    /^\s*After so many clicks/,
  );
});

test('in the one file, too: steps that are left out, a black screen, and a handout', async ({
  page,
}) => {
  await page.goto(ONE_FILE.at('two-districts'));
  await page.getByRole('link', { name: 'Lecture this lesson' }).click();
  const overview = page.getByRole('dialog');
  await overview.getByRole('checkbox').nth(1).uncheck();
  await overview.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.keyboard.press('ArrowRight');
  const said = page.locator('.lecture-said').getByText('equal crime');
  await expect(said).toBeVisible();
  await page.keyboard.press('b');
  await expect(said).toBeHidden();
  await page.keyboard.press('b');
  await page.evaluate(() => {
    globalThis.print = () => undefined;
  });
  await page.keyboard.press('o');
  await overview.getByRole('button', { name: 'Print the handout' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('My guess:').first()).toBeVisible();
  await expect(said).toBeHidden();
});
