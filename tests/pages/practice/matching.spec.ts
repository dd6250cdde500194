/** A matching by role: what belongs to each is chosen by keys and by touch, come back after a reload, and are there on paper. */
import { WEB, expect, question, test } from '../book.ts';

const LESSON = 'rules-or-learning';

test('pairs are made by keys, say which are wrong, and stand there again after a reload', async ({
  page,
}) => {
  await page.goto(WEB.at(LESSON));
  const offers = question(page, 'sizes-which-offer');
  const verdict = offers.locator('[data-part="verdict"]');
  const check = offers.getByRole('button', { name: 'Check' });
  const pair = (entry: RegExp, name: string | RegExp) =>
    offers.getByRole('group', { name: entry }).getByRole('radio', { name });
  await pair(/^500,000/, 'Worse').focus();
  await page.keyboard.press('Space');
  await check.click();
  await expect(verdict).toContainText('4 pairs are missing.');
  // Asked about, and no try.
  await expect(offers).not.toHaveAttribute('data-verdict', /./);
  await expect(offers.getByRole('button', { name: 'Show the solution' })).toBeHidden();
  // Whoever is told so goes on at the first of them.
  await expect(pair(/Sales/, 'Worse')).toBeFocused();
  await page.keyboard.press('Space');
  await pair(/one label in twenty/, 'Worse').focus();
  await page.keyboard.press('Space');
  await pair(/^No new email/, 'Better, through data').focus();
  await page.keyboard.press('ArrowRight');
  await expect(pair(/^No new email/, 'Better, through design')).toBeChecked();
  await pair(/in the same week/, /who can tell/).check();
  await check.click();
  await expect(offers).toHaveAttribute('data-verdict', 'partly');
  await expect(verdict).toContainText('Errors without a pattern pull in all directions.');
  await expect(verdict).not.toContainText('misfiled');
  await pair(/one label in twenty/, 'Better, through data').check();
  await check.click();
  await expect(offers).toHaveAttribute('data-verdict', 'right');
  await page.reload();
  await expect(offers).toHaveAttribute('data-verdict', 'right');
  await expect(offers.getByRole('radio', { checked: true })).toHaveCount(5);
  await expect(pair(/one label in twenty/, 'Better, through data')).toBeChecked();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('each circle is a target for a thumb, and none leaves the page', async ({ page }) => {
    await page.goto(WEB.at(LESSON));
    const offers = question(page, 'sizes-which-offer');
    for (const label of await offers.locator('.answer-match > label').all()) {
      const box = await label.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    }
    const last = offers.getByRole('radio', { name: /who can tell/ }).last();
    await last.tap();
    await expect(last).toBeChecked();
  });
});
