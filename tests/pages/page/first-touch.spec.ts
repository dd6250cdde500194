/** The first touch counts, on a slow device too: a slider that is moved, or a pad that is drawn on, before the code is here. */
import { attribute, elements } from '../../../scripts/book/html.ts';
import { ALL } from '../../all.ts';
import { FEW, WEB, expect, test, type Locator, type Page } from '../book.ts';
import { experimentsOf, isOfClass } from '../built.ts';

/** Experiments whose first slider is moved: the lesson and the element's id. */
const WITH_SLIDERS = FEW.flatMap((lesson) =>
  experimentsOf(lesson)
    .filter((experiment) => {
      const first = [...elements(experiment)].filter(isOfClass('first-controls'));
      return first.some((one) =>
        [...elements(one)].some((each) => attribute(each, 'data-slides') !== undefined),
      );
    })
    .map((experiment) => [lesson, attribute(experiment, 'id') ?? ''] as const),
);

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

async function boxOf(slider: Locator): Promise<Box> {
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

// How is a matter of the kit: one experiment is touched in each way, and where all is asked for, a third of them.
for (const [turn, [name, touch]] of Object.entries(BY).entries()) {
  test(`by ${name}`, async ({ page }) => {
    const all = WITH_SLIDERS.filter((_, i) => !ALL || i % 3 === turn);
    let touched = 0;
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    for (const [lesson, id] of all) {
      if (touched > 0 && !ALL) break;
      await page.goto(WEB.at(lesson), { waitUntil: 'load' });
      const sliders = page.locator(`#${id} .bench .first-controls [data-slides]:visible`);
      // Some wait for a prediction.
      if ((await sliders.count()) === 0) continue;
      touched += 1;
      const param = (await sliders.first().getAttribute('data-slides')) ?? '';
      const slider = page.locator(`#${id} [data-slides="${param}"]`);
      await slider.evaluate((one) => {
        one.scrollIntoView({ behavior: 'instant', block: 'center' });
      });
      await touch(page, slider);
      // The setting has moved, not only the thumb.
      await expect
        .poll(() => page.url(), { message: `${id}.${param}`, intervals: [50, 100] })
        .toContain(`${id}.${param}=`);
    }
    expect(touched).toBeGreaterThan(ALL ? 4 : 0);
  });
}

/** Where a pad is inked, as shares of it. */
async function inked(pad: Locator): Promise<Box> {
  return pad.evaluate((svg: SVGSVGElement) => {
    const { x, y, width, height } = (svg.firstElementChild as SVGGElement).getBBox();
    const side = svg.viewBox.baseVal;
    return {
      x: x / side.width,
      y: y / side.height,
      width: width / side.width,
      height: height / side.height,
    };
  });
}

const STROKES: Readonly<Record<string, (page: Page, from: Point, by: Point) => Promise<void>>> = {
  mouse: async (page, { x, y }, by) => {
    const session = await page.context().newCDPSession(page);
    const mouse = (type: string, share: number, buttons: number): Promise<unknown> =>
      session.send('Input.dispatchMouseEvent', {
        type: type as 'mousePressed',
        x: x + by.x * share,
        y: y + by.y * share,
        button: 'left',
        buttons,
        clickCount: 1,
      });
    // Pressed where it is, without a move before.
    await mouse('mousePressed', 0, 1);
    for (let i = 1; i <= 8; i += 1) await mouse('mouseMoved', i / 8, 1);
    await mouse('mouseReleased', 1, 0);
  },
  finger: async (page, { x, y }, by) => {
    const session = await page.context().newCDPSession(page);
    const touch = (type: string, touchPoints: Point[]): Promise<unknown> =>
      session.send('Input.dispatchTouchEvent', { type: type as 'touchStart', touchPoints });
    await touch('touchStart', [{ x, y }]);
    for (let i = 1; i <= 8; i += 1)
      await touch('touchMove', [{ x: x + (by.x * i) / 8, y: y + (by.y * i) / 8 }]);
    await touch('touchEnd', []);
  },
};

for (const [name, stroke] of Object.entries(STROKES)) {
  test(`the first stroke on a pad is drawn whole, by ${name}`, async ({ page }) => {
    await page.goto(WEB.at('fool-the-alarm'), { waitUntil: 'load' });
    const control = page.locator('#abroad-own-digit [data-param="drawing"]');
    const pad = control.locator('svg');
    await pad.evaluate((one) => one.scrollIntoView({ behavior: 'instant', block: 'center' }));
    // The code of the pad is on its way until the stroke is over.
    let arrives = (): void => undefined;
    const isDrawn = new Promise<void>((resolve) => {
      arrives = resolve;
    });
    await page.route(/\.js(\?|$)/, async (route) => {
      await isDrawn;
      await route.continue();
    });
    const [top, { x, y, width, height }] = [await page.evaluate(() => scrollY), await boxOf(pad)];
    await stroke(page, { x: x + width / 2, y: y + height * 0.2 }, { x: 0, y: height * 0.6 });
    await expect(pad).not.toHaveAttribute('data-live');
    arrives();
    await expect(pad).toHaveAttribute('data-live');
    const text = control.locator('[name="drawing"]');
    await expect(text).not.toHaveValue('');
    const first = await inked(pad);
    expect(first.y).toBeLessThan(0.22);
    expect(first.y + first.height).toBeGreaterThan(0.78);
    expect(await page.evaluate(() => scrollY)).toBe(top);
    // The pad is not left holding the pointer.
    const drawn = await text.inputValue();
    await page.mouse.move(x + width * 0.2, y + height / 2);
    await page.mouse.move(x + width * 0.8, y + height / 2);
    expect(await text.inputValue()).toBe(drawn);
  });
}

test('the first press on a card takes it', async ({ page }) => {
  await page.goto(WEB.at('the-same-run-twice'), { waitUntil: 'load' });
  const piles = page.locator('#same-team .piles');
  const card = piles.locator('.card').first();
  await card.evaluate((one) => one.scrollIntoView({ behavior: 'instant', block: 'center' }));
  let arrives = (): void => undefined;
  const isPressed = new Promise<void>((resolve) => {
    arrives = resolve;
  });
  await page.route(/\.js(\?|$)/, async (route) => {
    await isPressed;
    await route.continue();
  });
  const { x, y, width, height } = await boxOf(card);
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await expect(piles).not.toHaveAttribute('data-live');
  arrives();
  await expect(card).toHaveAttribute('aria-pressed', 'true');
});
