/** Addresses of what has moved to another lesson lead there, in both editions, with their query. */
import { pathToFileURL } from 'node:url';
import { ALL } from '../../all.ts';
import { FILE, WEB, type Page, expect, experiment, test } from '../book.ts';

/** Where the figure of data sets stood, and where it stands. */
const FROM = 'mind-or-data';
const TO = 'rules-or-learning';
const SETS = '?sizes-2020.until=2022&sizes-2020.v=2';
const BOTH = `${SETS}&sizes-span.until=2030`;
const NOTE = 'Part of what stood here is now in Rules, labels, or a rented model';
const file = (address: string): string => `${pathToFileURL(FILE).href}${address}`;

/** The lesson that has the figure now, set as the query says. */
async function expectSets(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: 'Rules, labels, or a rented model' });
  await expect(heading).toBeVisible();
  const until = experiment(page, 'Data sets, and room for more').locator('[name="until"]');
  await expect(until).toHaveValue('2022');
  expect(new URL(page.url()).search).toContain('sizes-2020.until=2022');
}

const HASHES = ['', '#sizes-2020', '#place-a-point-before-you-see-it'];

for (const hash of ALL ? HASHES : HASHES.slice(1, 2)) {
  test(`on the web a link of an earlier day to a figure leads to its new page: ${hash}`, async ({
    page,
  }) => {
    await page.goto(WEB.at(FROM, `${SETS}${hash}`));
    await expect(page).toHaveURL(new RegExp(`/lessons/${TO}/\\?.*${hash}$`));
    await expectSets(page);
    if (hash !== '') await expect(page.locator(hash)).toBeInViewport();
  });
}

test('on the web an address that speaks of what has stayed too stays, and has a link for the rest', async ({
  page,
}) => {
  await page.goto(WEB.at(FROM, BOTH));
  const span = experiment(page, 'Data sets, year by year');
  await expect(span.locator('[name="until"]')).toHaveValue('2030');
  await page.getByRole('link', { name: NOTE }).click();
  await expectSets(page);
});

const NAMED = [
  ['a lesson', `${SETS}#/lessons/${FROM}/`],
  ['a lesson by its short name', `${SETS}#/${FROM}`],
  ['the experiment', `${SETS}#sizes-2020`],
  ['a section', `${SETS}#${FROM}--place-a-point-before-you-see-it`],
] as const;

for (const [what, address] of ALL ? NAMED : NAMED.slice(3)) {
  test(`in the one file an address of an earlier day that names a figure and ${what} leads to its new page`, async ({
    page,
  }) => {
    await page.goto(file(address));
    await expectSets(page);
    await expect(page.locator('section[data-page]:visible')).toHaveCount(1);
  });
}

test('in the one file who turns from a figure to the lesson before, and loads again, is there', async ({
  page,
}) => {
  await page.goto(file(`${SETS}#/${TO}`));
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
    await page.goto(WEB.at(FROM, '#sizes-2020'));
    await expect(page.locator('#sizes-2020')).toBeInViewport();
    await page.locator('#sizes-2020').click();
    await expect(
      page.getByRole('heading', { level: 1, name: 'Rules, labels, or a rented model' }),
    ).toBeVisible();
    await expect(page.locator('.moved:visible')).toHaveCount(0);
  });
});
