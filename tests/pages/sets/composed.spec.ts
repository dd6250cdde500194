/** A teacher composes a set on a page, and a student works on it by its link; cut and corrected links say so. */
import { expectAccessible } from '../access-checks.ts';
import { ONE_FILE, WEB, expect, test, type Locator, type Page } from '../book.ts';
import {
  codeOfItem,
  fragmentOf,
  isSet,
  setIn,
  type ComposedSet,
} from '../../../src/tasks/sets/pure/composed/link.ts';
import { EDITION } from '../../../src/tasks/storage/storage-keys.ts';
import { firstAssignment } from './class.ts';
import { begin, handedIn, introduced } from './student.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Composes two items, and gives the link and the set in it. */
async function composed(page: Page): Promise<{ readonly link: string; readonly set: ComposedSet }> {
  await page.goto(WEB.at('compose'));
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('queue-full-batches');
  await page.getByRole('button', { name: 'Add' }).first().click();
  await search.fill('');
  await page.getByLabel('Answers').selectOption('open');
  await page.getByRole('button', { name: 'Add' }).first().click();
  const missing = page.getByText('The link comes when the set has a title.');
  await expect(missing).toBeVisible();
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Queues, week 3');
  await expect(missing).toBeHidden();
  await page.getByLabel('Due').fill('2001-01-01T12:00');
  await expect(page.getByText('This time is past')).toBeVisible();
  await page.getByLabel('Due').fill('');
  await expect(page.getByText(/stand on items whose answers are in the book/)).toBeVisible();
  await expect(page.locator('[data-part="qr"] svg')).toBeVisible();
  await expectAccessible(page);
  const link = await page.getByLabel('The link', { exact: true }).inputValue();
  const set = setIn(link);
  if (!isSet(set)) throw new Error(link);
  return { link, set };
}

test('a set is composed, worked on by its link on a telephone, corrected and handed in', async ({
  browser,
  page,
}) => {
  const { link, set } = await composed(page);
  expect(set.items.length).toBe(2);
  const phone = await (await browser.newContext(PHONE)).newPage();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { name: 'Queues, week 3' })).toBeVisible();
  await introduced(phone);
  await expect(phone.locator('[data-item]')).toHaveCount(2);
  const field = phone.locator('[data-kind="number"]').first().getByLabel('Your answer');
  await field.fill('123');
  await field.press('Enter');
  await expect(phone.getByText('1 of 2 items have an answer')).toBeVisible();
  await expectAccessible(phone);
  // A place in the page takes the set out of the address, and back it comes.
  await phone.evaluate(() => (location.hash = 'set-hand-in'));
  await phone.reload();
  await expect(field).toHaveValue('123');
  const after = { ...set, revision: 2, items: set.items.slice(0, 1) };
  await phone.goto('about:blank');
  await phone.goto(`${link.split('#')[0] ?? ''}#${fragmentOf(after)}`);
  await expect(
    phone.getByText('Your teacher has corrected this set: item 2 of before gone'),
  ).toBeVisible();
  await expect(field).toHaveValue('123');
  await phone.goto('about:blank');
  await phone.goto(link);
  await expect(phone.getByText('here is the newer state')).toBeVisible();
  const { read } = await handedIn(phone);
  expect(read.assignment.version).toBe(2);
  expect(Object.values(read.items).map(({ answer }) => answer)).toEqual(['123']);
});

test('what one comes to by keyboard stands clear of the line above, with its label', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await composed(page);
  const title = page.getByRole('textbox', { name: 'Title', exact: true });
  await page.getByRole('textbox', { name: 'A note to your students' }).focus();
  await title.evaluate((one) =>
    scrollBy({ top: one.getBoundingClientRect().top - 20, behavior: 'instant' }),
  );
  await page.keyboard.press('Shift+Tab');
  await expect(title).toBeFocused();
  const topOf = async (part: Locator): Promise<number> => (await part.boundingBox())?.y ?? 0;
  const line = page.locator('.compose-sum');
  const below = async () =>
    (await topOf(page.getByText('Title', { exact: true }))) -
    ((await topOf(line)) + ((await line.boundingBox())?.height ?? 0));
  await expect.poll(below, { timeout: 9_000 }).toBeGreaterThanOrEqual(0);
});

test('a link that was cut says so and asks for the whole; a preview keeps nothing', async ({
  page,
}) => {
  const { link } = await composed(page);
  const show =
    (await page.getByRole('link', { name: 'Open the preview' }).getAttribute('href')) ?? '';
  await page.goto(new URL(show, page.url()).href);
  await expect(page.getByText('A preview: nothing is kept')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain('assignments');
  await page.goto(`${link.slice(0, -4)}`);
  await page.reload();
  await expect(page.getByText('This link is not whole')).toBeVisible();
  await page.getByLabel('The whole link of the set').fill(link);
  await page.getByRole('button', { name: 'Open the set' }).click();
  await expect(page.getByRole('heading', { name: 'Queues, week 3' })).toBeVisible();
});

test('the one file opens the same set', async ({ page }) => {
  const { link } = await composed(page);
  await page.goto('about:blank');
  await page.goto(`${ONE_FILE.at('front').split('#')[0] ?? ''}#/set/${link.split('#')[1] ?? ''}`);
  await expect(page.getByRole('heading', { name: 'Queues, week 3' })).toBeVisible();
  await introduced(page);
  await expect(page.locator('[data-item]:visible')).toHaveCount(2);
});

test('in the one file a set and an assignment that ask the same are kept apart', async ({
  page,
}) => {
  const { source, key } = await firstAssignment();
  const [shared] = key.assignment.items.flatMap((one) =>
    one.kind === 'reach' && source.use.includes(one.id) ? [one] : [],
  );
  if (!shared) throw new Error('no goal of the stock');
  const set: ComposedSet = {
    ...{ release: EDITION, number: 77, revision: 1, title: 'The same again', note: '' },
    ...{ hints: 'as-written', solutions: 'never' },
    items: [{ code: codeOfItem(shared.id), points: 4 }],
  };
  const turnTo = (place: string): Promise<void> =>
    page.evaluate((hash) => void (location.hash = hash), place);
  const item = page.locator(`[data-item="${shared.id}"]:visible`);
  const open = page.locator(`[data-opens="${shared.instance}"]:visible`);
  await begin(page, ONE_FILE, source.id);
  const first = page.locator('[data-kind="number"]:visible').first().getByLabel('Your answer');
  await first.fill('123');
  await first.press('Enter');
  await open.getByRole('button', { name: 'Open the experiment' }).click();
  await expect(page.locator(`#${shared.instance}`)).toBeFocused();
  await turnTo(`/set/${fragmentOf(set)}`);
  await expect(page.getByRole('heading', { name: 'The same again' })).toBeVisible();
  await introduced(page);
  await item.getByRole('button', { name: 'Set the experiment to the start' }).click();
  await expect(page.locator(`#${shared.instance}`)).toBeFocused();
  await page.locator(`#${shared.instance}`).getByRole('button', { name: 'Run again' }).click();
  await expect(item.getByText('no run yet')).toHaveCount(0);
  const ids = await page.locator('[id]').evaluateAll((all) => all.map((one) => one.id));
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  // A place in the set leads to the set, and the assignment stands as it was left.
  await turnTo(await item.evaluate((one) => one.id));
  await expect(page.getByRole('heading', { name: 'The same again' })).toBeVisible();
  await turnTo(`/${source.id}`);
  await expect(first).toHaveValue('123');
  await expect(page.getByRole('heading', { name: 'The same again' })).toHaveCount(0);
});
