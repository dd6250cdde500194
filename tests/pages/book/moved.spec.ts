/** Addresses of what has moved to another lesson lead there, in both editions, with their query. */
import { pathToFileURL } from 'node:url';
import { ALL } from '../../all.ts';
import { FILE, FIRST, TAIL, WEB, type Page, expect, experiment, test } from '../book.ts';

const JAR = '?latency-tail.fanOut=7&latency-tail.v=2';
const BOTH = `${JAR}&latency-batching.maxBatch=8`;
const NOTE = 'Part of what stood here is now in The tail';
const file = (address: string): string => `${pathToFileURL(FILE).href}${address}`;

/** The lesson on the tail, with the jar as the query says. */
async function expectJar(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'The tail' })).toBeVisible();
  const calls = experiment(page, 'Requests and their mean').locator('[name="fanOut"]');
  await expect(calls).toHaveValue('7');
  expect(new URL(page.url()).search).toContain('latency-tail.fanOut=7');
}

const HASHES = ['', '#latency-tail', '#rare-for-a-call-is-common-for-a-page'];

for (const hash of ALL ? HASHES : HASHES.slice(1, 2)) {
  test(`on the web a link of an earlier day to the jar leads to its new page: ${hash}`, async ({
    page,
  }) => {
    await page.goto(WEB.at(FIRST, `${JAR}${hash}`));
    await expect(page).toHaveURL(new RegExp(`/lessons/${TAIL}/\\?.*${hash}$`));
    await expectJar(page);
    if (hash !== '') await expect(page.locator(hash)).toBeInViewport();
  });
}

test('on the web an address that speaks of what has stayed too stays, and has a link for the rest', async ({
  page,
}) => {
  await page.goto(WEB.at(FIRST, BOTH));
  const bench = experiment(page, 'Machines that answer comments');
  await expect(bench.locator('[name="maxBatch"]')).toHaveValue('8');
  await page.getByRole('link', { name: NOTE }).click();
  await expectJar(page);
});

const NAMED = [
  ['a lesson', `${JAR}#/lessons/${FIRST}/`],
  ['a lesson by its short name', `${JAR}#/${FIRST}`],
  ['the experiment', `${JAR}#latency-tail`],
  ['a section', `${JAR}#${FIRST}--rare-for-a-call-is-common-for-a-page`],
] as const;

for (const [what, address] of ALL ? NAMED : NAMED.slice(3)) {
  test(`in the one file an address of an earlier day that names the jar and ${what} leads to its new page`, async ({
    page,
  }) => {
    await page.goto(file(address));
    await expectJar(page);
    await expect(page.locator('section[data-page]:visible')).toHaveCount(1);
  });
}

test('in the one file who turns from the jar to the lesson before, and loads again, is there', async ({
  page,
}) => {
  await page.goto(file(`${JAR}#/${TAIL}`));
  const before = page.getByRole('link', { name: /^Previous/ });
  const name = (await before.innerText()).replace(/^Previous\W*/, '').trim();
  await before.click();
  const title = page.getByRole('heading', { level: 1, name, exact: true });
  await expect(title).toBeVisible();
  await page.reload();
  await expect(title).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an old address shows a link to the new page, and others show none', async ({ page }) => {
    await page.goto(WEB.at(FIRST, '#latency-tail'));
    await expect(page.locator('#latency-tail')).toBeInViewport();
    await page.locator('#latency-tail').click();
    await expect(page.getByRole('heading', { level: 1, name: 'The tail' })).toBeVisible();
    await expect(page.locator('.moved:visible')).toHaveCount(0);
  });
});
