/** The book as one file: mechanism on two lessons, one that simulates and one that trains; every lesson begins. */
import { ALL } from '../../all.ts';
import { FIRST, LESSONS, ONE_FILE, PAGES, PRACTICE, SECOND, TAIL, expect, test } from '../book.ts';
import { expectEveryLessonBegins } from '../editions.ts';
import { expectStill } from '../lesson-checks.ts';
import { WALKS } from '../walks.ts';

// A model begins to train from the file below.
for (const lesson of ALL ? [FIRST, SECOND] : [FIRST]) {
  test(`${lesson} is walked by keyboard from the one file, without a network`, async ({
    page,
    context,
  }) => {
    await context.setOffline(true);
    await WALKS.get(lesson)?.(page, ONE_FILE);
  });
}

test('every lesson of the one file opens, and what is in it begins', async ({ page, context }) => {
  await context.setOffline(true);
  await expectEveryLessonBegins(page, ONE_FILE);
  // Of a whole file there is nothing to say.
  await expect(page.locator('.copy-fault')).toHaveCount(0);
});

test('in the one file one page is on screen at a time: by links and back, by the skip link, and by an address that was cut short', async ({
  page,
}) => {
  await page.goto(ONE_FILE.at(''));
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await page.getByRole('link', { name: 'Latency and throughput' }).click();
  const title = page.getByRole('heading', { level: 1, name: 'Latency and throughput' });
  await expect(title).toBeFocused();
  await expect(page).toHaveTitle(/Latency and throughput/);
  await expect(page.getByRole('banner')).toContainText('Latency and throughput');
  await page.getByRole('link', { name: 'Check yourself', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: /^Check yourself/ })).toBeInViewport();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: 'Contents' })).toBeVisible();
  await expect(title).toBeHidden();
  // The skip link leads to the text of the page shown, and the address stays.
  await page.goto(ONE_FILE.at(TAIL));
  await expect(page.locator('book-question[data-awake]:visible').first()).toBeAttached();
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  expect(page.url()).toBe(ONE_FILE.at(TAIL));
  const next = page.locator(`section[data-page="${TAIL}"] :focus`);
  await page.keyboard.press('Tab');
  await expect(next).toHaveCount(1);
  await page.reload();
  await expect(page.locator('section[data-shown]')).toHaveAttribute('data-page', TAIL);
  // An address that was cut short leads to the front page, not to an empty one.
  await page.goto(`${ONE_FILE.at('')}%E2%80`);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
});

test('the one file touches no storage before the browser has taken note of the document', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const order: string[] = [];
    Object.assign(globalThis, { order });
    const ask = navigator.permissions.query.bind(navigator.permissions);
    navigator.permissions.query = async (what) => {
      const answer = await ask(what);
      order.push('answered');
      return answer;
    };
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      const storage = globalThis[name];
      Object.defineProperty(globalThis, name, {
        get: () => {
          order.push('stored');
          return storage;
        },
      });
    }
  });
  await page.goto(ONE_FILE.at(FIRST));
  await expect(page.locator('book-question[data-awake]').first()).toBeVisible();
  const order = await page.evaluate(() => (globalThis as never as { order: string[] }).order);
  expect(order.slice(0, 2)).toEqual(['answered', 'stored']);
});

test('the one file prints the page that is shown and no other, not the answer key', async ({
  page,
}) => {
  await page.goto(ONE_FILE.at('teachers'));
  await page.getByRole('link', { name: 'answer key' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Answer key/);
  await page.goto(ONE_FILE.at(TAIL));
  await expect(page.locator('book-question[data-awake]:visible').first()).toBeAttached();
  await page.pdf();
  await page.emulateMedia({ media: 'print' });
  const printed = page.locator('section[data-page]:visible');
  await expect(printed).toHaveCount(1);
  await expect(printed).toHaveAttribute('data-page', TAIL);
  // Nor does it begin below an empty sheet.
  await expect(printed).toHaveCSS('break-before', 'auto');
});

test('the one file prints the page asked for even before it is unpacked', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.permissions.query = () => new Promise(() => undefined);
  });
  await page.goto(ONE_FILE.at(TAIL));
  await expect(page.locator('section[data-page]')).toHaveCount(0);
  await page.pdf();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('section[data-page]:visible')).toHaveAttribute('data-page', TAIL);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the one file shows all its pages in order', async ({ page }) => {
    await page.goto(ONE_FILE.at(''));
    const titles = await page.getByRole('heading', { level: 1 }).allTextContents();
    const front = page.locator('section[data-page="front"]');
    const contents = await front.locator('[data-contents] a').allTextContents();
    expect(contents).toHaveLength(LESSONS.length - PRACTICE.length);
    expect(titles.filter((title) => contents.includes(title))).toEqual(contents);
    expect(titles.length).toBe(PAGES.length);
    for (const title of await page.getByRole('heading', { level: 1 }).all()) {
      await expect(title).toBeVisible();
    }
    await expectStill(page);
  });
});
