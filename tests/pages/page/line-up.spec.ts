/** Images that are thrown out by eye: by press and by keys, in rows. */
import { TRAINING, WEB, expect, test } from '../book.ts';

test('images in rows are reached by arrows and thrown out by Space, and the page stays where it is', async ({
  page,
}) => {
  test.setTimeout(2 * TRAINING);
  await page.goto(
    WEB.at(
      'part-code-part-data',
      '?poison-bench.attack=unknown&poison-bench.poisoned=12&poison-bench.seed=31&poison-bench.defence=none#poison-bench',
    ),
  );
  const bench = page.locator('#poison-bench');
  await expect(bench).toHaveAttribute('data-state', 'done', { timeout: TRAINING });
  const images = bench.locator('[data-handle]:visible');
  await expect(images).toHaveCount(40);
  // What edits a figure comes when somebody is in the experiment.
  await bench.getByRole('combobox', { name: 'Defence' }).focus();
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
