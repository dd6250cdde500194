import { WEB, expect, experiment, test, type Locator, type Page } from '../book.ts';

const LESSON = 'part-code-part-data';

async function painted(
  page: Page,
  query = '',
): Promise<{ at: Locator; grid: Locator; field: Locator }> {
  await page.goto(WEB.at(LESSON, query));
  const at = experiment(page, 'Marked images among 2,000');
  await at.getByRole('button', { name: 'everything' }).first().click();
  await at.locator('[data-surface="patch"]').scrollIntoViewIfNeeded();
  const grid = at.getByRole('grid', { name: /^Mark:/ });
  await expect(grid.getByRole('gridcell')).toHaveCount(196);
  return { at, grid, field: at.locator('[name="patch"]') };
}

function cell(grid: Locator, name: string): Locator {
  return grid.getByRole('gridcell', { name, exact: true });
}

test('until somebody touches the experiment its mark is a picture, and its text is folded away', async ({
  page,
}) => {
  await page.goto(WEB.at(LESSON));
  const bench = experiment(page, 'The defender’s bench');
  // As its prediction does: a button that shows everything would be a touch.
  await bench.evaluate((one) => one.removeAttribute('data-veil'));
  const mark = bench.locator('[data-param="patch"]');
  await mark.scrollIntoViewIfNeeded();
  await expect(mark.locator('svg')).toBeVisible();
  await expect(mark.getByText('4 of at most 9 cells painted')).toBeVisible();
  await expect(mark.locator('[name="patch"]')).toBeHidden();
  await expect(page.getByRole('gridcell')).toHaveCount(0);
  const before = await mark.boundingBox();
  await mark.hover();
  await expect(mark.getByRole('gridcell')).toHaveCount(196);
  expect(await mark.boundingBox()).toEqual(before);
});

test('a drag paints what it meets, once; starting on ink it wipes; the ninth cell is the last', async ({
  page,
}) => {
  const { at, grid, field } = await painted(page);
  await cell(grid, 'b2').hover();
  await page.mouse.down();
  for (const name of ['c2', 'd2', 'e2', 'f2', 'g2', 'h2']) await cell(grid, name).hover();
  await expect(field).toHaveValue('m13n13m14n14');
  await expect(at.getByText('9 cells are the most: wipe one first.')).toBeVisible();
  // Also beside the cell that was refused.
  await expect(grid.getByRole('row').nth(1)).toHaveAttribute('data-full', /^9 cells/);
  await page.mouse.up();
  await expect(field).toHaveValue('b2c2d2e2f2m13n13m14n14');

  await cell(grid, 'b2').hover();
  await page.mouse.down();
  await cell(grid, 'c2').hover();
  await page.mouse.up();
  await expect(field).toHaveValue('d2e2f2m13n13m14n14');
  await expect(at.getByText('7 of at most 9 cells painted')).toBeVisible();

  await at.getByRole('button', { name: 'Undo' }).click();
  await expect(cell(grid, 'b2')).toHaveAttribute('aria-selected', 'true');
  await at.getByRole('button', { name: 'Clear' }).click();
  await expect(field).toHaveValue('');
  await expect(grid.getByRole('gridcell', { selected: true })).toHaveCount(0);
});

test('a ready-made mark is one press; where the attack paints none, that is said in place of the grid, and what was changed stays under the hand', async ({
  page,
}) => {
  const { at, grid, field } = await painted(page);
  const mark = at.locator('[data-param="patch"]');
  await mark.getByRole('button', { name: 'Cross' }).click();
  await expect(field).toHaveValue('l2k3l3m3l4');
  await expect(grid.getByRole('gridcell', { selected: true })).toHaveCount(5);
  await expect(mark.getByText('faint: the average 7')).toBeVisible();
  await at.getByText('More settings').click();
  await at.getByLabel('From', { exact: true }).selectOption('3');
  await expect(mark.getByText('faint: the average 7')).toBeHidden();
  await expect(mark.getByText('Not used now')).toBeHidden();
  const attack = at.getByLabel('Attack', { exact: true });
  await attack.focus();
  const before = await attack.boundingBox();
  await attack.selectOption('flip');
  await expect(mark.getByText('Not used now')).toBeVisible();
  await expect(grid).toBeHidden();
  await expect(mark.getByText('As text')).toBeHidden();
  expect((await attack.boundingBox())?.y).toBeCloseTo(before?.y ?? NaN, 0);
  await attack.selectOption('patch');
  await expect(mark.getByRole('button', { name: 'Bar' })).toBeEnabled();
  expect((await attack.boundingBox())?.y).toBeCloseTo(before?.y ?? NaN, 0);
  await expect(field).toHaveValue('l2k3l3m3l4');
});

test('what is typed is painted, and what cannot be read is said', async ({ page }) => {
  const { at, grid, field } = await painted(page);
  await at.locator('[data-param="patch"]').getByText('As text').click();
  await field.fill('n1 a1');
  await field.press('Enter');
  await expect(cell(grid, 'a1')).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveValue('a1n1');
  await field.fill('z9');
  await field.press('Enter');
  await expect(at.locator('[data-part="notice"]')).toContainText('cells from a1 to n14');
});

test('what a teacher has locked stays as it is', async ({ page }) => {
  const { grid, field } = await painted(page, '?poison-marked.lock=patch');
  await expect(field).toBeDisabled();
  await cell(grid, 'b2').click();
  await cell(grid, 'b2').press('Space');
  await expect(field).toHaveValue('m13n13m14n14');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('a finger paints, cells are wide enough for it, and nothing stands over the edge', async ({
    page,
  }) => {
    const { grid, field } = await painted(page);
    await cell(grid, 'b2').tap();
    await expect(field).toHaveValue('b2m13n13m14n14');
    const box = await cell(grid, 'b2').boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(24);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  });
});
