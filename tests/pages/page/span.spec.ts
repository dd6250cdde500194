/** Two marks of a figure, each of which is a setting of its own. */
import { WEB, expect, takeaway, test } from '../book.ts';
import { middle } from '../middle.ts';

test('the ends of a span are two settings, each moved by its own mark, by hand and by keys', async ({
  page,
}) => {
  await page.goto(WEB.at('rules-or-learning'));
  const sizes = page.locator('#sizes-2020');
  const ends = sizes.locator('[data-handle]:visible');
  // The first year waits for the prediction, and so does its end.
  await expect(ends).toHaveCount(1);
  await sizes.getByRole('button', { name: 'Show everything' }).first().click();
  await expect(ends).toHaveCount(2);
  const last = sizes.getByRole('slider', { name: 'last year of the span' });
  const first = sizes.getByRole('slider', { name: 'first year of the span' });
  await last.scrollIntoViewIfNeeded();
  const [from, to] = [await middle(first), await middle(last)];
  const year = (to.x - from.x) / 6;
  await page.mouse.move(to.x, to.y);
  await page.mouse.down();
  await page.mouse.move(to.x + 2.2 * year, to.y, { steps: 8 });
  await page.mouse.up();
  await expect(sizes.locator('[name="to"]')).toHaveValue('2020');
  await expect(last).toHaveAttribute('aria-valuetext', '2020');
  await expect(takeaway(sizes)).toContainText('From 2013 to 2020');
  await expect(sizes).toHaveAttribute('data-state', 'done');
  await last.focus();
  await expect(last).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(last).toHaveAttribute('aria-valuetext', '2021');
  await page.keyboard.press('ArrowUp');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(sizes.locator('[name="from"]')).toHaveValue('2014');
  await expect(first).toBeFocused();
  await expect(takeaway(sizes)).toContainText('From 2014 to 2021');
  // As on a slider, the key leads to the end, and not to the head of the page.
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('Home');
  await expect(sizes.locator('[name="from"]')).toHaveValue('2013');
  await expect(first).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});
