/** Cards over the text, reading settings, the list of keys, and the way back to where a reader stopped. */
import { ALL } from '../../all.ts';
import { FIRST, ONE_FILE, WEB, expect, test, type Locator, type Page } from '../book.ts';

const card = (page: Page): Locator => page.locator('.definition:popover-open');
const citation = (page: Page): Locator => page.locator('.cite > a:visible').first();

/** The card is on the screen, and its word is seen beside it. */
async function expectBeside(page: Page, word: Locator): Promise<void> {
  await expect(card(page)).toBeInViewport({ ratio: 1 });
  const [one, other] = await Promise.all([card(page).boundingBox(), word.boundingBox()]);
  if (!one || !other) throw new Error('Card or word is not in sight.');
  const isAbove = one.y + one.height <= other.y + 1;
  expect(isAbove || one.y >= other.y + other.height - 1).toBe(true);
}

test('a citation that is pointed at shows its source, which the pointer may enter, until Esc', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  await citation(page).hover();
  const hash = (await citation(page).getAttribute('href')) ?? '';
  await expect(card(page)).toHaveText((await page.locator(hash).textContent()) ?? '');
  await expectBeside(page, citation(page));
  await card(page).getByRole('link').hover();
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await citation(page).click();
  await expect(page).toHaveURL(new RegExp(`${hash}$`));
});

test('the focus brings the card of a term and takes it away; a press keeps it', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  const term = page.locator('.term:visible').first();
  await term.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expectBeside(page, term);
  await page.keyboard.press('Tab');
  await expect(card(page)).toHaveCount(0);
  await term.hover();
  await expect(card(page)).toBeVisible();
  await term.click();
  await page.mouse.move(2, 400);
  await expectBeside(page, term);
  await term.click();
  await expect(card(page)).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a finger opens terms and sources as a sheet, wherever they stand', async ({ page }) => {
    await page.goto(WEB.at(FIRST));
    for (const word of [citation(page), page.locator('.term:visible').first()]) {
      for (const block of ['start', 'end'] as const) {
        await word.evaluate(
          (one, block) => one.scrollIntoView({ block, behavior: 'instant' }),
          block,
        );
        await word.tap();
        await expectBeside(page, word);
        expect((await card(page).boundingBox())?.width).toBe(360);
        await page.keyboard.press('Escape');
      }
    }
    expect(new URL(page.url()).hash).toBe('');
  });
});

for (const edition of ALL ? [WEB, ONE_FILE] : [WEB]) {
  test(`${edition.name}, what is set for reading is kept, breaks nothing at 320 px, and is taken back`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(edition.at(FIRST));
    // The one file has to be unpacked before anything in it answers.
    const awake = () => page.waitForFunction(() => customElements.get('book-work') !== undefined);
    await awake();
    const own = await page.evaluate(() => getComputedStyle(document.body).font);
    const settings = page.getByRole('button', { name: 'Reading' });
    await settings.click();
    const panel = page.getByRole('dialog', { name: 'Reading settings' });
    const set = (group: string, choice: string): Promise<void> =>
      panel.getByRole('group', { name: group }).getByLabel(choice, { exact: true }).check();
    await set('Text size', '150 %');
    await set('Typeface', 'sans serif');
    await set('Spacing', 'wider');
    await set('Cards', 'when pressed');
    await set('Theme', 'dark');
    await page.reload();
    await awake();
    const font = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).font);
    expect(await font()).toMatch(/^27px.* Inter/);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await settings.click();
    await expect(panel.getByLabel('150 %')).toBeChecked();
    await panel.getByRole('button', { name: 'Back to the book' }).click();
    expect(await font()).toBe(own);
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  });
}

test('a question mark lists the keys, but where one is typed', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').pressSequentially('why?');
  await expect(page.getByRole('searchbox')).toHaveValue('why?');
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(keys).toContainText('Ctrl + K');
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.getByRole('link', { name: 'All keys' }).click();
  await expect(keys).toBeVisible();
});

test('the front page leads back to the paragraph that stood at the top', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const read = page.locator('[data-lesson] > h2 ~ p').nth(8);
  await page.mouse.wheel(0, 10);
  await read.evaluate((one) => {
    const top = one.getBoundingClientRect().top + scrollY;
    scrollTo({ top: top - innerHeight * 0.08, behavior: 'instant' });
  });
  const kept = (): Promise<string> =>
    page.evaluate(
      () => localStorage.getItem(`${document.documentElement.dataset['book']}.place`) ?? '',
    );
  await expect.poll(kept).toContain('"words"');
  const { words } = JSON.parse(await kept()) as { words: string };
  await expect(read).toContainText(words);
  await page.goto(WEB.at(''));
  await page.getByRole('link', { name: /^Resume/ }).click();
  await expect(read).toBeInViewport();
  // Who comes back and reads nothing is led there again.
  await page.goto(WEB.at(''));
  expect(await kept()).toContain(words);
});
