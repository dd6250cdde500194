/** The first touch counts: a slider that is moved before the code is here moves its setting, by key, by finger and by mouse, on a slow device too. */
import { LESSONS, WEB, expect, test, type Locator, type Page } from '../book.ts';

/** Experiments whose first slider is moved: the lesson and the element's id. */
async function withSliders(
  page: Page,
): Promise<readonly (readonly [lesson: string, id: string])[]> {
  const found: (readonly [string, string])[] = [];
  for (const lesson of LESSONS) {
    await page.goto(WEB.at(lesson));
    const sliders = page.locator('.bench .first-controls [data-slides]:visible');
    const all = await sliders.evaluateAll((each) =>
      each.map((one) => one.closest('.experiment')?.id ?? ''),
    );
    const ids = [...new Set(all)];
    found.push(...ids.map((id) => [lesson, id] as const));
  }
  return found;
}

async function boxOf(
  slider: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await slider.boundingBox();
  if (!box) throw new Error('the slider cannot be seen');
  return box;
}

const BY: Readonly<Record<string, (page: Page, slider: Locator) => Promise<void>>> = {
  key: async (_, slider) => {
    const isAtEnd = await slider.evaluate(({ value, max }: HTMLInputElement) => value === max);
    await slider.press(isAtEnd ? 'ArrowLeft' : 'ArrowRight');
  },
  finger: async (page, slider) => {
    const { x, y, width, height } = await boxOf(slider);
    await page.touchscreen.tap(x + 0.6 * width, y + height / 2);
  },
  mouse: async (page, slider) => {
    const { x, y, width, height } = await boxOf(slider);
    // Where it was pressed, without a move before.
    await page.mouse.click(x + 0.6 * width, y + height / 2);
  },
};

test.use({ hasTouch: true });

for (const [name, touch] of Object.entries(BY)) {
  test(`by ${name}`, async ({ page }) => {
    test.setTimeout(120_000);
    const all = await withSliders(page);
    expect(all.length).toBeGreaterThan(4);
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    for (const [lesson, id] of all) {
      await page.goto(WEB.at(lesson), { waitUntil: 'load' });
      const sliders = page.locator(`#${id} .first-controls [data-slides]:visible`);
      const param = (await sliders.first().getAttribute('data-slides')) ?? '';
      const slider = page.locator(`#${id} [data-slides="${param}"]`);
      await slider.evaluate((one) => {
        one.scrollIntoView({ behavior: 'instant', block: 'center' });
      });
      await touch(page, slider);
      // The setting has moved, not only the thumb.
      await expect
        .poll(() => page.url(), { message: `${id}.${param}` })
        .toContain(`${id}.${param}=`);
    }
  });
}
