/** Every kind of control by pointer, by touch and by keys alone: they end in the same settings as a link does. */
import { everyPart, expect, test, type Locator, type Page } from './site.ts';

const text = (of: Locator, name: string): Locator => of.locator(`[name="${name}"]`);

/** A control that is awake, in sight. */
async function awake(page: Page, name: string): Promise<{ every: Locator; control: Locator }> {
  const every = await everyPart(page);
  const control = every.locator(`[data-param="${name}"]`);
  if (!(await control.isVisible())) await every.getByText('More settings').click();
  await control.scrollIntoViewIfNeeded();
  await control.hover();
  return { every, control };
}

test.describe('a curve', () => {
  test('is drawn by a pointer: one stroke sets what it passes and is one step of undo', async ({
    page,
  }) => {
    const { every, control } = await awake(page, 'demand');
    await expect(control.getByRole('slider')).toHaveCount(8);
    const plot = await control.locator('.curve-sliders').boundingBox();
    if (!plot) throw new Error('the plot is not on screen');
    const at = (x: number, y: number) =>
      [plot.x + plot.width * x, plot.y + plot.height * y] as const;
    await page.mouse.move(...at(0, 0.5));
    await page.mouse.down();
    await page.mouse.move(...at(1, 0), { steps: 3 });
    await expect(every.locator('[data-part="takeaway"]')).not.toContainText('650');
    await page.mouse.up();
    await expect(text(every, 'demand')).toHaveValue('50,57,64,71,79,86,93,100');
    await every.getByRole('button', { name: 'Undo' }).click();
    await expect(text(every, 'demand')).toHaveValue('10,5,20,60,80,75,50,25');
  });

  test('is set by keys, value by value, and each is told with its place and unit', async ({
    page,
  }) => {
    const { every, control } = await awake(page, 'demand');
    const noon = control.getByRole('slider', { name: 'Demand, hour of the day 12' });
    await noon.focus();
    await page.keyboard.press('ArrowUp');
    await expect(noon).toHaveAttribute('aria-valuetext', '81\u00a0requests/s');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(text(every, 'demand')).toHaveValue('10,5,20,60,79,75,50,25');
    await expect(page).toHaveURL(/every\.demand=10%2C5%2C20%2C60%2C79%2C75%2C50%2C25/);
  });
});

test.describe('an image', () => {
  test('is drawn by a pointer, by keys and by a link alike, and wiped', async ({ page }) => {
    const { every, control } = await awake(page, 'digit');
    const pad = control.getByRole('application', { name: /^Digit:/ });
    const box = await pad.boundingBox();
    if (!box) throw new Error('the pad is not on screen');
    const at = (x: number, y: number) =>
      [box.x + (box.width * (x + 0.5)) / 14, box.y + (box.height * (y + 0.5)) / 14] as const;
    await page.mouse.move(...at(7, 7));
    await page.mouse.down();
    await page.mouse.move(...at(9, 7));
    await page.mouse.up();
    const drawn = await text(every, 'digit').inputValue();
    expect(drawn).not.toBe('');
    await every.getByRole('button', { name: 'Undo' }).click();
    await expect(text(every, 'digit')).toHaveValue('');

    // The pen is where the pointer has left it.
    await pad.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(text(every, 'digit')).toHaveValue(drawn);
    await expect(control.getByRole('status')).toHaveText('row 8, column 10: 100 % ink');
    await page.goto(`workbench/?every.digit=${drawn}`);
    await expect(every.locator('[data-part="takeaway"]')).not.toBeEmpty();
    await expect(text(every, 'digit')).toHaveValue(drawn);
  });
});
