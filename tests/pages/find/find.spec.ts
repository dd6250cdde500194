/** The list of lessons and the search: by keys and by hand, over http and from the one file. */
import { expectAccessible } from '../access-checks.ts';
import { LESSONS, ONE_FILE, PRACTICE, TAIL, WEB, expect, test } from '../book.ts';

for (const edition of [WEB, ONE_FILE]) {
  test(`${edition.name}, a lesson is searched for and opened by keys`, async ({ page }) => {
    await page.goto(edition.at(TAIL));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The tail');
    // The text of the one file stands there a moment before its script listens.
    await page.waitForFunction(() => customElements.get('book-question') !== undefined);
    await page.keyboard.press('Control+k');
    const find = page.getByRole('dialog', { name: 'Lessons and search' });
    const field = find.getByRole('searchbox', { name: 'Search the book' });
    await expect(field).toBeFocused();
    // With nine other pages.
    await expect(find.getByRole('listitem')).toHaveCount(LESSONS.length - PRACTICE.length + 9);
    await expect(find.locator('[aria-current="page"]')).toHaveText('The tail');

    await page.keyboard.type('base rate');
    await expect(find.getByRole('status')).toHaveText(/places for “base rate”$/);
    const first = find.getByRole('listitem').first();
    await expect(first).toContainText('Glossary');
    await expect(first.locator('mark').first()).toHaveText('base');
    await page.keyboard.press('ArrowDown');
    await expect(first.getByRole('link')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(field).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
    await expect(find).toBeHidden();
    await expect(page.getByText('base rate', { exact: true }).first()).toBeInViewport();
  });
}

test('the list opens from the bar, closes by Escape, says when nothing fits, and is fit for all; lessons have their numbers', async ({
  page,
}) => {
  await page.goto(WEB.at(TAIL));
  const opener = page.getByRole('link', { name: 'Lessons and search' });
  await opener.click();
  const find = page.getByRole('dialog');
  await expect(find.getByRole('link', { name: 'Glossary' })).toBeVisible();
  await expectAccessible(page);
  await find.getByRole('searchbox').fill('zebra');
  await expect(find.getByRole('status')).toContainText('Nothing fits “zebra”');
  await find.getByRole('searchbox').fill('homework');
  await expect(find.getByRole('link', { name: 'For teachers' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(find).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(page).toHaveURL(/the-tail\/$/);
  // A misspelt word is said to come near, and within a page the keyboard goes on where the link leads.
  await page.keyboard.press('Control+k');
  await find.getByRole('searchbox').fill('percentlie');
  await expect(find.getByRole('status')).toContainText(
    /Nothing has “percentlie” as it stands; \d+ places? come/,
  );
  const own = find.locator('a[href*="lessons/the-tail/#"]').first();
  const hash = ((await own.getAttribute('href')) ?? '').replace(/^.*#/, '');
  await own.press('Enter');
  await expect(find).toBeHidden();
  await expect(page.locator(`[id="${hash}"]`)).toBeFocused();
  // Lessons are numbered alike on their pages, in the contents and in the list.
  const kicker = await page.locator('.opening .kicker').textContent();
  const number = /^Lesson (\d+)/.exec(kicker?.trim() ?? '')?.[1] ?? 'none';
  await page.goto(WEB.at(''));
  const entry = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'The tail' }) });
  await expect(entry).toContainText(`Lesson ${number} `);
  await page.keyboard.press('Control+k');
  const list = find.locator('ol', { hasText: 'The tail' });
  const start = Number(await list.getAttribute('start'));
  const titles = await list.getByRole('link').allTextContents();
  expect(start + titles.indexOf('The tail')).toBe(Number(number));
});

test.describe('where the list cannot be fetched', () => {
  test.use({ expectedFaults: /503/ });

  test('it says so, and comes when it can', async ({ page }) => {
    await page.route('**/search.json', (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto(WEB.at(TAIL));
    await page.keyboard.press('Control+k');
    const find = page.getByRole('dialog');
    await expect(find.getByRole('status')).toContainText('could not be fetched');
    await page.unroute('**/search.json');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(find.getByRole('link', { name: 'Glossary' })).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the link leads to the contents', async ({ page }) => {
    await page.goto(WEB.at(TAIL));
    await page.getByRole('link', { name: 'Lessons' }).click();
    await expect(page).toHaveURL(/\/#contents$/);
    await expect(page.locator('#contents')).toBeInViewport();
  });
});
