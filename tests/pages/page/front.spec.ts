/** The front page's sentence: its numbers are pulled, typed and moved by keys, and its figure is in sight meanwhile. */
import { WEB, expect, test, type Locator, type Page } from '../book.ts';

const arrivals = (page: Page): Locator => page.getByRole('slider', { name: 'Requests a second' });
const number = (page: Page): Locator => page.locator('.drag-number', { hasText: 'times' });
const sentence = (page: Page): Locator => page.locator('.wait-sentence');

async function pull(page: Page, pixels: number): Promise<void> {
  const box = await number(page).boundingBox();
  if (!box) throw new Error('The number is not in sight.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + pixels / 2, y);
  await page.mouse.move(x + pixels, y);
  await page.mouse.up();
}

test('the number itself is pulled, stops at 99, and what follows is said', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(WEB.at(''));
  await expect(page.locator('wait-sentence[data-awake]')).toBeVisible();
  const before = asked.length;
  await pull(page, 130);
  await expect(arrivals(page)).toHaveValue('99');
  await expect(sentence(page)).toContainText('693 ms');
  await expect(sentence(page)).toContainText('4.6 s');
  // The guess is asked before, and answered now.
  await expect(page.locator('.wait-hint')).toContainText('the queue that has got longer');
  await expect(page.locator('[data-shows="said"]')).toContainText('99 times a second');
  // A pull, not a press: no field has opened, and the keys go on from there.
  await expect(arrivals(page)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(number(page)).toContainText('98');
  expect(asked.slice(before)).toEqual([]);
});

test('the number is moved by keys, and typed: on the keys, or in a field that a press opens', async ({
  page,
}) => {
  await page.goto(WEB.at(''));
  await arrivals(page).focus();
  for (const [key, value] of [
    ['ArrowRight', '81'],
    ['ArrowDown', '80'],
    ['End', '99'],
    ['Home', '5'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(arrivals(page)).toHaveValue(value);
    await expect(number(page)).toContainText(value);
  }
  await page.keyboard.press('PageUp');
  expect(Number(await arrivals(page).inputValue())).toBeGreaterThan(10);

  await arrivals(page).focus();
  await page.keyboard.type('95');
  await expect(sentence(page)).toContainText('139 ms');
  await page.keyboard.press('Enter');
  await expect(arrivals(page)).toBeFocused();
  await expect(arrivals(page)).toHaveValue('95');
  await number(page).click();
  const field = page.getByRole('textbox', { name: 'Requests a second, typed' });
  await expect(field).toBeFocused();
  const hint = page.locator('.wait-hint');
  await expect(hint).toContainText('the queue that has got longer');
  await field.fill('150');
  await page.keyboard.press('Tab');
  await expect(field).toBeHidden();
  await expect(arrivals(page)).toHaveValue('99');
  await expect(hint).toContainText(
    'You typed 150, and 99 is set. Here 5 to 99 are possible: at 100',
  );
  await expect(page.locator('[data-shows="said"]')).toContainText(/possible.*asked 99 times/);
  await number(page).click();
  await field.fill('7');
  await expect(hint).toContainText('Drag 80 to 99');
  await page.keyboard.press('Escape');
  await expect(arrivals(page)).toHaveValue('99');
});

test('sentence and figure stand in one view of a laptop and of a phone, at 80 and at 99', async ({
  page,
}) => {
  for (const [width, height] of [
    [1366, 768],
    [360, 740],
    [360, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(WEB.at(''));
    const comb = page.locator('.comb:visible');
    for (const key of [undefined, 'End']) {
      if (key !== undefined) await arrivals(page).press(key);
      await expect(sentence(page)).toBeInViewport({ ratio: 1 });
      await expect(comb).toBeInViewport({ ratio: 1 });
    }
    // The line of one in a hundred ends on the axis, and most of it is long.
    const line = await comb.locator('[data-rank="99"] path').boundingBox();
    const room = await comb.boundingBox();
    const share = (line?.width ?? 0) / (room?.width ?? 1);
    expect(share).toBeGreaterThan(0.85);
    expect(share).toBeLessThan(1);
  }
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 640 } });

  /** A finger that goes by so much, in ten steps. */
  async function swipe(page: Page, dx: number, dy: number): Promise<void> {
    const box = await number(page).boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 10];
    const touch = await page.context().newCDPSession(page);
    const at = (type: string, share: number): Promise<unknown> =>
      touch.send('Input.dispatchTouchEvent', {
        type: type as 'touchMove',
        touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx * share, y: y + dy * share }],
      });
    await at('touchStart', 0);
    for (let step = 1; step <= 10; step += 1) await at('touchMove', step / 10);
    await at('touchEnd', 1);
  }

  test('a finger pulls it sideways, and up and down it scrolls the page', async ({ page }) => {
    await page.goto(WEB.at(''));
    await expect(page.locator('wait-sentence[data-awake]')).toBeVisible();
    await swipe(page, 130, 0);
    await expect(arrivals(page)).toHaveValue('99');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await swipe(page, 0, -150);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
    await expect(arrivals(page)).toHaveValue('99');
  });
});
