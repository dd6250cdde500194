import { FIRST, TAIL, WEB, type Page, expect, question, test } from '../book.ts';

const KEY = 'ml-systems-in-production/1/work';

async function answerRank(page: Page, text = '14'): Promise<void> {
  const rank = question(page, 'tail-agent-steps');
  await rank.getByLabel('Your answer').fill(text);
  await rank.getByRole('button', { name: 'Check' }).click();
}
const verdict = (page: Page) => question(page, 'tail-agent-steps').locator('[data-part="verdict"]');
const problem = (page: Page) => page.locator('book-work [data-part="problem"]');

test('storage that is blocked is said, and the answer stays on screen', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto(WEB.at(TAIL));
  await answerRank(page);
  await expect(verdict(page)).toContainText('Right.');
  await expect(problem(page)).toContainText('does not let the page keep your answers');
  await expect(question(page, 'tail-agent-steps').getByText('Not saved')).toBeVisible();
});

test('storage that is full is said, and all work can still be saved to a file', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(WEB.at(TAIL));
  const rank = question(page, 'tail-agent-steps');
  await rank.getByLabel('Your answer').fill('98');
  await expect(rank.getByText('Not saved')).toContainText('stays on screen');
  await answerRank(page);
  await expect(problem(page)).toContainText('storage is full');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save my work to a file' }).click();
  const file = await (await download).createReadStream();
  let text = '';
  for await (const piece of file) text += String(piece);
  expect(text).toContain('tail-agent-steps');
});

test('answers of another edition that lie in the browser are offered, and taken in when asked for', async ({
  page,
}) => {
  await page.goto(WEB.at(TAIL));
  await answerRank(page);
  await expect(verdict(page)).toContainText('Right.');
  await page.evaluate((key) => {
    localStorage.setItem(key.replace('/1/', '/0/'), localStorage.getItem(key) ?? '');
    localStorage.removeItem(key);
  }, KEY);
  await page.reload();
  const offer = page.locator('book-work [data-part="beside"]');
  await expect(offer).toContainText('Answers that you gave in another edition');
  await expect(verdict(page)).toBeEmpty();
  await offer.getByRole('button').click();
  await expect(verdict(page)).toContainText('Right.');
  await expect(offer).toBeHidden();
  await page.reload();
  await expect(verdict(page)).toContainText('Right.');
  await expect(offer).toBeHidden();
});

test('storage that cannot be read is put aside unchanged and said', async ({ page }) => {
  await page.addInitScript((key) => {
    if (!localStorage.getItem('seeded')) localStorage.setItem(key, '{"half an ans');
    localStorage.setItem('seeded', 'yes');
  }, KEY);
  await page.goto(WEB.at(TAIL));
  await expect(problem(page)).toContainText('put aside unchanged');
  await answerRank(page);
  await expect(verdict(page)).toContainText('Right.');
  const kept = await page.evaluate((key) => {
    const keys = Object.keys(localStorage).filter((name) => name.startsWith(`${key}/aside/`));
    return {
      aside: keys.map((name) => localStorage.getItem(name)),
      now: localStorage.getItem(key),
    };
  }, KEY);
  expect(kept.aside).toEqual(['{"half an ans']);
  expect(kept.now).toContain('tail-agent-steps');
});

test('what is entered and not handed in yet is there after a reload', async ({ page }) => {
  await page.goto(WEB.at(FIRST));
  const thin = question(page, 'latency-throughput');
  const word = question(page, 'tail-requirement');
  const guess = question(page, 'latency-predict-eight');
  const curve = question(page, 'latency-predict-curve');
  await thin.getByLabel('Your answer').fill('98');
  await expect(thin.getByText('Draft saved')).toBeVisible();
  await word.getByRole('radio').nth(2).check();
  await guess.getByLabel('Your prediction').fill('55');
  const sheet = curve.locator('svg:visible');
  await sheet.scrollIntoViewIfNeeded();
  await sheet.click({ position: { x: 200, y: 60 } });
  await expect(curve.getByText('Draft saved')).toBeVisible();
  const dots = await curve.locator('svg:visible .curve-dot').count();
  expect(dots).toBeGreaterThan(0);
  await page.reload();
  await expect(thin.getByLabel('Your answer')).toHaveValue('98');
  await expect(word.getByRole('radio').nth(2)).toBeChecked();
  await expect(guess.getByLabel('Your prediction')).toHaveValue('55');
  await expect(curve.locator('svg:visible .curve-dot')).toHaveCount(dots);
  // Nothing has been handed in: no verdict, and the answer to the prediction is still to come.
  await expect(thin.locator('[data-part="verdict"]')).toHaveText('');
  await expect(guess.getByRole('button', { name: 'Commit and see' })).toBeVisible();
  await thin.getByRole('button', { name: 'Check' }).click();
  await expect(thin.getByText(/^Saved/)).toBeVisible();
  await thin.getByLabel('Your answer').fill('');
  await page.reload();
  await expect(thin.getByLabel('Your answer')).toHaveValue('98');
});

test.describe('without a line', () => {
  // What the page would fetch of itself may still be on its way.
  test.use({ expectedFaults: /net::ERR_INTERNET_DISCONNECTED/ });

  test('work goes to a file, though the line may be down by then, and comes back on another device', async ({
    page,
    context,
    browser,
    baseURL,
  }) => {
    await page.goto(WEB.at(TAIL));
    await answerRank(page);
    await context.setOffline(true);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save my work to a file' }).click();
    const path = await (await download).path();
    const other = await browser.newPage(baseURL === undefined ? {} : { baseURL });
    await other.goto(WEB.at(TAIL));
    await other.locator('book-work input[type="file"]').setInputFiles(path);
    await expect(other.getByText(/^Loaded 1 answer/)).toBeVisible();
    await other.reload();
    await expect(question(other, 'tail-agent-steps').getByLabel('Your answer')).toHaveValue('14');
    await other.close();
  });
});

test('a file of something else is refused with the reason; of one with a broken answer the rest is loaded and the broken one named; what is answered and run then is kept', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST));
  await page
    .locator('book-work input[type="file"]')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"a":') });
  await expect(page.getByText(/not one that this book has saved/)).toBeVisible();
  // A clock that runs ahead must not make older what is answered now.
  const place = { version: 1, time: '2999-01-01T00:00:00.000Z' };
  const text = JSON.stringify({
    ...{ format: 1, book: 'ml-systems-in-production', edition: '1', log: [] },
    answers: {
      'latency-throughput@1': { ...place, question: 'latency-throughput', answer: '98' },
      'tail-requirement@1': { ...place, question: 'tail-requirement', answer: '@' },
    },
  }).replace('"@"', '['.repeat(20_000) + ']'.repeat(20_000));
  await page
    .locator('book-work input[type="file"]')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(page.getByText(/^Loaded 1 answer/)).toContainText(
    /Put aside, because it cannot be read: the answer to Question \d of “[^”]+”\. What is put aside/,
  );
  const thin = question(page, 'latency-throughput');
  const field = thin.getByLabel('Your answer');
  await expect(field).toHaveValue('98');
  await field.fill('99');
  await thin.getByRole('button', { name: 'Check' }).click();
  const batching = page.locator('#latency-batching');
  await batching.locator('[data-does="seed"]').click();
  await expect(batching).toHaveAttribute('data-state', 'done');
  await page.reload();
  await expect(field).toHaveValue('99');
  await expect(thin.locator('.question-saved')).toHaveText(/^Saved \d\d:\d\d$/);
  const runs = await page.evaluate(() => localStorage.getItem('ml-systems-in-production/1/runs'));
  expect(runs).toMatch(/"latency-batching":{"count":1,.*"seed":2/);
});

test('a page that the browser had put away shows on its return what was done elsewhere meanwhile', async ({
  page,
}) => {
  await page.goto(WEB.at(TAIL));
  await answerRank(page);
  const held = await page.evaluate(() => ({ ...localStorage }) as Record<string, string>);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(verdict(page)).toBeEmpty();
  // Written by the page itself, so that no event tells of it: as little as is told to one that is put away.
  await page.evaluate((all) => {
    for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value);
    localStorage.setItem(`${document.documentElement.dataset['book'] ?? ''}.theme`, 'dark');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  }, held);
  await expect(verdict(page)).toContainText('Right.');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
