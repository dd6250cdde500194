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

/** Predict while the network learns, move the digits back, predict what a poor network does, take the map apart by key, answer. */
export async function walk(page: Page, edition: Edition): Promise<void> {
  await enter(page, edition, 'More than a model');
  const reader = experiment(page, 'A digit reader, and what reaches it');
  await expect(takeaway(reader)).toContainText('With 4 hidden units');
  const predict = question(page, 'first-predict-column');
  await typeInto(page, predict.getByLabel('Your prediction'), '80');
  await reader.scrollIntoViewIfNeeded();
  await expect(reader).toHaveAttribute('data-state', 'done');
  await expect(takeaway(reader)).toContainText('With every digit one column to the right');
  await expect(predict.getByRole('status').first()).toContainText('You said 80');

  // The network is at hand: a move needs no training.
  await typeInto(page, reader.getByRole('spinbutton', { name: 'Columns off' }), '0');
  await expect(takeaway(reader)).toContainText('The whole network reads');

  const map = experiment(page, 'Five boxes, one reader');
  await expect(takeaway(map)).toContainText('All five work');
  await expect(map.locator('[data-handle]:visible')).toHaveCount(0);
  const release = question(page, 'first-predict-release');
  await tabTo(page, release.getByRole('radio').first());
  await page.keyboard.press('Space');
  await tabTo(page, release.getByRole('button').first());
  await page.keyboard.press('Enter');
  await expect(release.getByRole('status').first()).toContainText('None');
  await expect(takeaway(map)).toContainText('so that network is not released');
  await tabTo(page, map.getByRole('combobox', { name: 'Down' }));
  await page.keyboard.press('h');
  await expect(takeaway(map)).toContainText('The laptop is dead');
  // Awake, its boxes are buttons, and arrows lead from one to the next.
  await tabTo(page, map.getByRole('button', { name: 'Infrastructure down' }), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(takeaway(map)).toContainText(
    'Every slip arrives one column off, and the laptop is dead',
  );

  const friday = question(page, 'first-until-friday');
  await typeInto(page, friday.getByLabel('Your answer'), '240');
  await expect(friday.getByRole('status').first()).not.toBeEmpty();
  await typeInto(page, friday.getByLabel('Your answer'), '144');
  await expect(friday.getByRole('status').first()).toContainText('Right.');
}
