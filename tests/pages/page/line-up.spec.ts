/** Images that are thrown out by eye: by press and by keys, in rows. */
import { WEB, expect, test } from '../book.ts';

const FORTY =
  '?poison-bench.attack=unknown&poison-bench.poisoned=12&poison-bench.seed=31&poison-bench.defence=none&backend=wasm#poison-bench';

test('images in rows are reached by arrows and thrown out by Space, and the page stays where it is', async ({
  page,
}) => {
  await page.goto(WEB.at('part-code-part-data', FORTY));
  const bench = page.locator('#poison-bench');
  await expect(bench).toHaveAttribute('data-state', 'done');
  const images = bench.locator('[data-handle]:visible');
  await expect(images).toHaveCount(40);
  await expect(images.first()).toHaveRole('button');
  await images.first().focus();
  for (const [key, at] of [
    ['ArrowRight', 1],
    ['ArrowDown', 9],
    ['ArrowLeft', 8],
    ['ArrowUp', 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect(images.nth(at)).toBeFocused();
  }
  const top = await page.evaluate(() => scrollY);
  for (const [key, count] of [
    ['Space', 1],
    ['Enter', 0],
    ['Delete', 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect(bench.locator('[data-part="main-panel"]:visible')).toContainText(
      `${count} thrown out`,
    );
    await expect(images.first()).toBeFocused();
    await expect(images.first()).toHaveAccessibleName(count === 1 ? /thrown out/ : /kept/);
  }
  expect(await page.evaluate(() => scrollY)).toBe(top);
});

test('images that are pressed while the model trains are thrown out at once, and stay so', async ({
  page,
}) => {
  await page.goto(WEB.at('part-code-part-data', FORTY));
  const bench = page.locator('#poison-bench');
  const panel = bench.locator('[data-part="main-panel"]:visible');
  const images = bench.locator('[data-handle]:visible');
  await expect(images).toHaveCount(40);
  // As a rule it is still running; where it is over, what is pressed must stay all the same.
  await expect(bench).toHaveAttribute('data-state', /^(running|done)$/);
  for (const at of [3, 12, 30]) {
    // In one look each: the drawing is replaced from pass to pass, and a page that is still loading may move.
    const { x, y, width } = await bench.evaluate((element, index) => {
      const marks = [...element.querySelectorAll('[data-handle]')];
      const shown = marks.filter((mark) => mark.checkVisibility());
      return (shown[index] as Element).getBoundingClientRect().toJSON() as DOMRect;
    }, at);
    await page.mouse.click(x + width / 2, y + width / 2, { delay: 60 });
  }
  await expect(panel).toContainText('3 thrown out');
  await expect(bench).toHaveAttribute('data-state', 'done');
  await expect(panel).toContainText('3 thrown out');
  await expect(page).toHaveURL(/poison-bench\.marks=d1e2g4/);
});
