import {
  type Edition,
  type Page,
  enter,
  expect,
  experiment,
  question,
  tabTo,
  takeaway,
  typeInto,
} from '../../book.ts';

/** Predict, and a model learns one poisoned image; paint another mark; take up a challenge that the page keeps to itself. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'Part code, part data');
  const marked = experiment(page, 'Marked images among 2,000');
  await expect(takeaway(marked)).toBeHidden();

  const predict = question(page, 'poison-predict-one');
  await typeInto(page, predict.getByLabel('Your prediction'), '5');
  await marked.scrollIntoViewIfNeeded();
  await expect(marked).toHaveAttribute('data-state', 'done');
  await expect(takeaway(marked)).toContainText('With 1 poisoned image of 2,000');
  await expect(predict.getByRole('status').first()).toContainText('You said 5');

  const grid = marked.getByRole('grid', { name: /^Mark:/ });
  await expect(grid.getByRole('gridcell', { selected: true })).toHaveCount(4);
  await tabTo(page, grid.getByRole('gridcell', { name: 'a1', exact: true }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(grid.getByRole('gridcell', { name: 'b2', selected: true })).toBeFocused();
  await expect(marked.locator('[name="patch"]')).toHaveValue('b2m13n13m14n14');
  await expect(marked.locator('[data-part="status"]')).toContainText('Press Train');
  const undo = marked.getByRole('button', { name: 'Undo' });
  await tabTo(page, undo);
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('gridcell', { name: 'b2', exact: true })).toHaveAttribute(
    'aria-selected',
    'false',
  );

  const bits = question(page, 'poison-bits');
  await typeInto(page, bits.getByLabel('Your answer'), '5');
  await expect(bits.getByRole('status').first()).toContainText('Multiply back');
  await typeInto(page, bits.getByLabel('Your answer'), '4');
  await expect(bits.getByRole('status').first()).toContainText('Right.');
}
