import { LESSONS, ONE_FILE, WEB, type Page, expect, test } from './book.ts';

/** What must be there without a script and on paper: figures, their tables, takeaways, questions; and no dead control. */
async function still(page: Page): Promise<void> {
  for (const one of await page.locator('.experiment').all()) {
    if (!(await one.isVisible())) continue;
    await expect(one.locator('svg.figure:visible').first()).toBeVisible();
    await expect(one.locator('[data-part="takeaway"]')).toBeVisible();
    await expect(one.locator('[data-part="takeaway"]')).not.toBeEmpty();
    await expect(one.locator('[data-part="data"] table')).toHaveCount(1);
  }
  for (const one of await page.locator('.question-prompt').all()) await expect(one).toBeVisible();
  expect(await page.locator('main button:not(.term):visible').allTextContents()).toEqual([]);
  expect(await page.locator('main input[type="range"]:visible').count()).toBe(0);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const lesson of LESSONS) {
    test(`${lesson} is whole`, async ({ page }) => {
      await page.goto(WEB.at(lesson));
      expect(await page.locator('.experiment').count()).toBeGreaterThan(0);
      await still(page);
      const table = page.locator('.experiment .data-fold').first();
      await table.locator('summary').click();
      await expect(table.getByRole('table')).toBeVisible();
    });
  }

  test('the one file shows all its pages in order', async ({ page }) => {
    await page.goto(ONE_FILE.at(''));
    const titles = await page.getByRole('heading', { level: 1 }).allTextContents();
    const contents = await page.locator('[data-contents] h3').allTextContents();
    expect(titles.slice(1, -1)).toEqual(contents.map((title) => title.trim()));
    expect(titles.length).toBe(LESSONS.length + 2);
    for (const title of await page.getByRole('heading', { level: 1 }).all()) {
      await expect(title).toBeVisible();
    }
    await still(page);
  });
});

test.describe('on paper', () => {
  for (const lesson of LESSONS) {
    test(`${lesson} has its figures, tables and questions and no control`, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      await page.goto(WEB.at(lesson));
      await still(page);
      for (const table of await page.locator('[data-part="data"] table').all()) {
        await expect(table).toBeVisible();
      }
      await expect(page.locator('.veil-note:visible')).toHaveCount(0);
      await expect(page.locator('.behind-veil').first()).toBeVisible();
    });
  }

  test('a printed run carries its own address', async ({ page }) => {
    await page.goto(WEB.at('latency-and-throughput'));
    const code = page.locator('.qr');
    await expect(code).toBeHidden();
    await page.locator('#latency-batching [name="maxBatch"]').fill('8');
    await page.locator('#latency-batching [name="maxBatch"]').press('Enter');
    await expect(page).toHaveURL(/latency-batching\.maxBatch=8/);
    // The code may still be on its way: printing is tried until it is there.
    await expect(async () => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      expect(await code.textContent()).toBe(page.url());
    }).toPass();
    await page.emulateMedia({ media: 'print' });
    await still(page);
    await expect(code.getByRole('img', { name: `QR code of ${page.url()}` })).toBeVisible();
    expect((await code.boundingBox())?.height).toBeLessThan(300);
  });

  test('the one file prints every page, whichever is on screen', async ({ page }) => {
    await page.goto(ONE_FILE.at(''));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('section[data-page]:visible').count()).toBe(LESSONS.length + 2);
  });
});
