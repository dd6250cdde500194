/** Every kind of control by pointer, by touch and by keys alone: they end in the same settings as a link does. */
import { tabTo } from '../book.ts';
import { everyPart, expect, test, type Locator, type Page } from './site.ts';

const text = (of: Locator, name: string): Locator => of.locator(`[name="${name}"]`);

/** A control that is awake, in sight. */
async function awake(page: Page, name: string): Promise<{ every: Locator; control: Locator }> {
  const every = await everyPart(page);
  const control = every.locator(`[data-param="${name}"]`);
  if (!(await control.isVisible())) await every.getByText('More settings').click();
  await control.scrollIntoViewIfNeeded();
  // What is drawn or sorted on fetches its code when a pointer comes over it.
  await control.locator('[data-surface]').hover();
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

/** The middle of what is on screen. */
async function middle(of: Locator): Promise<readonly [number, number]> {
  const box = await of.boundingBox();
  if (!box) throw new Error('it is not on screen');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

test.describe('cards', () => {
  test('are dragged onto piles, or taken and put down by keys, and may wait unplaced', async ({
    page,
  }) => {
    const { every, control } = await awake(page, 'remedies');
    const pile = (name: string): Locator => control.getByRole('list', { name });
    await page.mouse.move(...(await middle(control.getByRole('button', { name: 'A cache' }))));
    await page.mouse.down();
    await page.mouse.move(...(await middle(pile('Lower cost'))), { steps: 4 });
    await page.mouse.up();
    await expect(text(every, 'remedies')).toHaveValue('cost:cache');
    await expect(pile('Lower cost').getByRole('button')).toHaveText(['A cache']);

    await control.getByRole('button', { name: 'Another GPU' }).focus();
    await page.keyboard.press('Space');
    await expect(control.getByRole('status')).toHaveText('Another GPU: in hand; choose a pile');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(control.getByRole('button', { name: 'Not placed yet' })).toBeFocused();
    await control.getByRole('button', { name: 'Shorter wait' }).focus();
    await page.keyboard.press('Enter');
    await expect(text(every, 'remedies')).toHaveValue('wait:gpu;cost:cache');
    // Whoever sorts goes on with what is left.
    await expect(control.getByRole('button', { name: 'Larger batches' })).toBeFocused();
    await every.getByRole('button', { name: 'Undo' }).click();
    await expect(text(every, 'remedies')).toHaveValue('cost:cache');
    await expect(control.getByRole('status')).toContainText('1 of 3 cards placed');
  });
});

test.describe('an order', () => {
  test('is made by dragging a row, by its buttons and by arrow keys, which keep the focus', async ({
    page,
  }) => {
    const { every, control } = await awake(page, 'steps');
    const grip = control.locator('.sorting-grip').first();
    await page.mouse.move(...(await middle(grip)));
    await page.mouse.down();
    const [x, y] = await middle(control.getByRole('listitem').last());
    await page.mouse.move(x, y + 8, { steps: 8 });
    await page.mouse.up();
    await expect(text(every, 'steps')).toHaveValue('batch,gpu,cache');
    await every.getByRole('button', { name: 'Undo' }).click();
    await expect(text(every, 'steps')).toHaveValue('cache,batch,gpu');

    const down = control.getByRole('button', { name: 'Move down: A cache' });
    await down.press('Enter');
    await down.press('ArrowDown');
    await expect(down).toBeFocused();
    await expect(text(every, 'steps')).toHaveValue('batch,gpu,cache');
    await expect(control.getByRole('status')).toHaveText('3 of 3: A cache');
    await expect(down).toHaveAttribute('aria-disabled', 'true');
  });
});

test.describe('lines', () => {
  test('are checked while they are written, each fault beside its line, and none is refused', async ({
    page,
  }) => {
    const { every, control } = await awake(page, 'rules');
    const field = control.getByRole('textbox', { name: 'Rules' });
    const faults = control.locator('.lines-faults li');
    await expect(faults.filter({ hasText: 'no rule' })).toHaveText(['Line 2: no rule']);
    await field.fill('accept if price < 2\n\nask if price = 3');
    await expect(control.getByRole('status')).toHaveText('3 lines, 1 with a fault');
    await field.press('End');
    await field.press('Enter');
    await field.press('Tab');
    await expect(field).toHaveValue('accept if price < 2\n\nask if price = 3');
    await expect(page).toHaveURL(/every\.rules=accept\+if\+price\+%3C\+2%0A%0Aask/);
    await every.getByRole('button', { name: 'Undo' }).click();
    await expect(field).toHaveValue('reject if price > 5\naccept if prize < 2');
  });
});

test('the Tab key alone reaches every kind, and its keys set it', async ({ page }) => {
  const every = await everyPart(page);
  const set = async (name: string, control: Locator, ...keys: readonly string[]) => {
    const before = await text(every, name).inputValue();
    // A control that is only just awake may not hear the first key.
    await expect(async () => {
      await tabTo(page, control);
      for (const key of keys) await page.keyboard.press(key);
      await expect(text(every, name)).not.toHaveValue(before, { timeout: 2000 });
    }).toPass();
  };
  // The first of them is asleep until the focus comes near.
  await tabTo(page, every.locator('[data-param="demand"]').getByText('As text'));
  await expect(every.getByRole('slider').first()).toBeAttached();
  await page.keyboard.press('Shift+Tab');
  await set('demand', every.getByRole('slider').last(), 'ArrowUp');
  await set(
    'mark',
    every.getByRole('gridcell', { name: 'a1', exact: true }),
    'ArrowRight',
    'Space',
  );
  await set('digit', every.getByRole('application'), 'Space');
  await tabTo(page, every.getByText('More settings'));
  await page.keyboard.press('Enter');
  await tabTo(page, every.getByRole('button', { name: 'A cache', exact: true }));
  await page.keyboard.press('Space');
  await set('remedies', every.getByRole('button', { name: 'Lower cost' }), 'Enter');
  await set('steps', every.getByRole('button', { name: 'Move down: A cache' }), 'Enter');
  const rules = every.getByRole('textbox', { name: 'Rules' });
  await set('rules', rules, 'Home', 'x', 'Tab');
});

test('a link locks every kind, and what cannot be read of one is said', async ({ page }) => {
  const names = ['demand', 'mark', 'digit', 'remedies', 'steps', 'rules'];
  const every = await everyPart(page, `?every.lock=${names.join(',')}&every.steps=cache,oven`);
  await expect(every.locator('[data-part="notice"]')).toContainText(
    'Steps = “cache,oven”, which cannot be read: expected each of cache, batch, gpu, once',
  );
  await every.getByText('More settings').click();
  for (const name of names) {
    const surface = every.locator(`[data-surface="${name}"]`);
    await surface.scrollIntoViewIfNeeded();
    await expect(surface).toHaveAttribute('data-locked', '');
    await expect(text(every, name)).toBeDisabled();
  }
  const before = page.url();
  await every.getByRole('button', { name: 'Move down: A cache' }).click({ force: true });
  await every.locator('[data-surface="digit"] svg').click();
  await every.getByRole('button', { name: 'A cache', exact: true }).press('Space');
  await expect(every.getByRole('button', { name: 'A cache', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  expect(page.url()).toBe(before);
});

test.describe('by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  async function swipe(
    page: Page,
    [x, y]: readonly [number, number],
    by: { readonly x: number; readonly y: number },
  ): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const touch = (type: string, touchPoints: object[]): Promise<unknown> =>
      session.send('Input.dispatchTouchEvent' as never, { type, touchPoints } as never);
    await touch('touchStart', [{ x, y }]);
    for (let i = 1; i <= 8; i += 1) {
      await touch('touchMove', [{ x: x + (by.x * i) / 8, y: y + (by.y * i) / 8 }]);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await touch('touchEnd', []);
  }

  test('curves and images are drawn and rows dragged while the page stands still, and it scrolls beside them', async ({
    page,
  }) => {
    const every = await everyPart(page);
    await every.getByRole('button', { name: 'Run again' }).tap();
    await every.getByText('More settings').tap();
    const held = async (name: string, part: string, by: { x: number; y: number }) => {
      const surface = every.locator(`[data-surface="${name}"]`);
      await surface.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
      const pad = surface.locator(part).first();
      await pad.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
      await expect(pad).toHaveCSS('touch-action', 'none');
      const [top, before] = [
        await page.evaluate(() => scrollY),
        await text(every, name).inputValue(),
      ];
      await swipe(page, await middle(pad), by);
      await expect(text(every, name)).not.toHaveValue(before);
      expect(await page.evaluate(() => scrollY)).toBe(top);
    };
    await held('demand', '.curve-pad', { x: 60, y: -30 });
    await held('digit', '.bitmap-pad', { x: 40, y: 60 });
    await held('steps', '.sorting-grip', { x: 0, y: 70 });
    await held('remedies', '.card', { x: 20, y: -90 });

    const label = every.locator('[data-param="demand"] .control-label');
    await label.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const top = await page.evaluate(() => scrollY);
    await swipe(page, await middle(label), { x: 0, y: -120 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(top + 60);
  });
});

for (const media of ['print', 'screen'] as const) {
  test(`without a script every kind shows what is set, and nothing that is dead, on ${media === 'print' ? 'paper' : 'screen'}`, async ({
    browser,
    site,
  }) => {
    const page = await browser.newPage({ javaScriptEnabled: false, baseURL: site });
    const every = await everyPart(page);
    await page.emulateMedia({ media });
    const more = every.getByText('More settings');
    if (media === 'screen') await more.click();
    await expect(every.locator('[data-surface] svg.curve-pad')).toBeVisible();
    await expect(every.locator('[data-surface] svg.bitmap-pad')).toBeVisible();
    await expect(every.locator('[data-surface] svg.cells')).toBeVisible();
    await expect(every.getByText('from 5\u00a0requests/s (at 3) to 80')).toBeVisible();
    await expect(every.getByText('2 of at most 9 cells painted')).toBeVisible();
    await expect(every.getByRole('list', { name: 'Not placed yet' })).toContainText('Another GPU');
    await expect(every.locator('.sorting > li').first()).toHaveText('A cache');
    await expect(every.getByRole('textbox', { name: 'Rules' })).toBeVisible();
    await expect(every.getByText('no rule')).toBeVisible();
    await expect(every.locator('[data-surface] :is(button, input):visible')).toHaveCount(0);
    await expect(every.locator('form :is(button, input[type="range"]):visible')).toHaveCount(0);
    await expect(every.locator('[data-param="price"] input[type="number"]')).toHaveValue('2');
    await page.close();
  });
}
