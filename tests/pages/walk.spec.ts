import { LESSONS, ONE_FILE, WEB, expect, test } from './book.ts';
import { WALKED, WALKS } from './walks.ts';

test('every lesson has a walk, and every walk a lesson', () => {
  expect(LESSONS.toSorted()).toEqual(WALKED.toSorted());
});

for (const edition of [WEB, ONE_FILE]) {
  for (const [lesson, walk] of WALKS) {
    test(`${lesson} can be walked by keyboard ${edition.name}`, async ({ page, context }) => {
      if (edition === ONE_FILE) await context.setOffline(true);
      await walk(page, edition);
    });
  }
}

test('in the one file one page is on screen at a time, and back leads back', async ({ page }) => {
  await page.goto(ONE_FILE.at(''));
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await page.getByRole('heading', { level: 3 }).first().getByRole('link').click();
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
});

test('in the one file an address that was cut short leads to the front page, not to an empty one', async ({
  page,
}) => {
  await page.goto(`${ONE_FILE.at('')}%E2%80`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
});

test('every link inside the one file leads to a place in it', async ({ page }) => {
  await page.goto(ONE_FILE.at(''));
  const dead = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
      .map((link) => decodeURIComponent(link.hash.slice(1)))
      .filter((name) => {
        const slug = name.startsWith('/') ? name.slice(1) : undefined;
        const found =
          slug === undefined
            ? document.getElementById(name)
            : document.querySelector(`[data-page="${slug}"]`);
        return found === null;
      }),
  );
  expect(dead).toEqual([]);
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  expect(ids.length).toBe(new Set(ids).size);
});

test.describe('at a wrong address', () => {
  test.use({ expectedFaults: /status of 404/ });

  test('however deep, the page says so, in its own dress, and leads to the contents', async ({
    page,
  }) => {
    const answer = await page.goto('lessons/gone/and/deeper/');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such page');
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return getComputedStyle(document.body).fontFamily;
    });
    expect(fonts).toContain('Source Serif');
    await page.getByRole('link', { name: 'contents' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Contents' })).toBeVisible();
  });
});
