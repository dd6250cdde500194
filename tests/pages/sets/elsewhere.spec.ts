/** Work goes from a telephone to a laptop, from a frame to a tab, and from one copy of the book to another; a file is looked into before it is handed in. */
import { expectAccessible } from '../access-checks.ts';
import { ONE_FILE, WEB, expect, test, type Page } from '../book.ts';
import { firstAssignment } from './class.ts';
import { begin, handedIn, introduced } from './student.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

async function answer(page: Page, value: string): Promise<void> {
  const field = page.locator('[data-kind="number"]').first().getByLabel('Your answer');
  await field.fill(value);
  await field.press('Enter');
  await expect(page.locator('[data-part="hand-in"]')).toContainText(/[1-9]\d* of \d+ items/);
}

const fieldOf = (page: Page) =>
  page.locator('[data-kind="number"]').first().getByLabel('Your answer');

/** The link to the work as it is now: another one than was made before. */
async function privateLink(page: Page): Promise<string> {
  const make = page.getByRole('button', { name: 'Make a private link' });
  if (!(await make.isVisible())) await page.getByText('Another device, and backups').click();
  const field = page.getByLabel('Your private link');
  const before = await field.inputValue();
  await make.click();
  await expect(field).not.toHaveValue(before);
  expect(await field.inputValue()).toMatch(/[#&]carry=[\w-]{40}/);
  return field.inputValue();
}

test('a telephone’s work is carried on at a laptop, which asks before', async ({
  browser,
  page,
}) => {
  const { source, key } = await firstAssignment();
  const phone = await (await browser.newContext(PHONE)).newPage();
  await begin(phone, WEB, source.id);
  await answer(phone, '512,5');
  const long = phone.locator('[data-kind="code"] textarea').first();
  await long.fill(`function f() {}\n${'// '.repeat(200)}`);
  await long.press('Escape');
  await long.press('Tab');
  const at = key.assignment.items.findIndex(({ kind }) => kind === 'code') + 1;
  const link = await privateLink(phone);
  await expect(phone.getByText(`Too long for it: Item ${String(at)}.`)).toBeVisible();
  await expect(phone.getByRole('img', { name: 'The private link as a code' })).toBeVisible();
  await expectAccessible(phone);
  await page.setViewportSize({ width: 1366, height: 800 });
  await page.goto(link);
  await expect(page.getByText('This link is by Ada Cho, number 0012345')).toBeVisible();
  await expect(page.getByText(`so not in it: Item ${String(at)}.`)).toBeVisible();
  expect(page.url()).not.toContain('carry');
  await expect(page.locator('[data-item]').first()).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Carry on with it here' }).click();
  await expect(fieldOf(page)).toHaveValue('512,5');
  await expect(fieldOf(page)).toBeInViewport();
  const [there, here] = [await handedIn(phone), await handedIn(page)];
  expect(here.read.session).toBe(there.read.session);
  expect(here.read.items[key.assignment.items[0]?.id ?? '']).toEqual(
    there.read.items[key.assignment.items[0]?.id ?? ''],
  );
  // A link that was cut says so, and the whole of it can be pasted.
  await answer(phone, '7');
  const later = await privateLink(phone);
  await page.evaluate((hash) => (location.hash = hash), new URL(later).hash.slice(0, -5));
  await expect(page.getByText('This link was cut or altered')).toBeVisible();
  await page.getByLabel('Paste a private link').fill(later);
  await page.getByRole('button', { name: 'Read the link' }).click();
  await expect(page.getByText('Takes the place of another answer here: Item 1.')).toBeVisible();
  await page.getByRole('button', { name: 'Carry on with it here' }).click();
  await expect(fieldOf(page)).toHaveValue('7');
});

test('a page in a frame offers a tab of its own before anything is begun, and takes along what was', async ({
  page: alone,
}) => {
  const { source } = await firstAssignment();
  await alone.goto(WEB.at(source.id));
  const address = alone.url();
  const page = await alone.context().newPage();
  await page.setContent(
    `<iframe title="A course" src="${address}" width="900" height="600"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('This page is shown inside another one')).toBeVisible();
  await expect(frame.getByRole('link', { name: 'Open it in its own tab' })).toHaveAttribute(
    'href',
    address,
  );
  await introduced(frame);
  const field = frame.locator('[data-kind="number"]').first().getByLabel('Your answer');
  await field.fill('77');
  await field.press('Enter');
  const carry = frame.getByRole('link', { name: 'Carry on in its own tab' });
  await expect(carry).toHaveAttribute('href', /#carry=/);
  // What the browser keeps closed in there is said, even where it never answers.
  await expect(frame.getByText('Not saved: this browser keeps nothing')).toBeVisible();
  const [tab] = await Promise.all([page.waitForEvent('popup'), carry.click()]);
  await tab.getByRole('button', { name: 'Carry on with it here' }).click();
  await expect(fieldOf(tab)).toHaveValue('77');
});

test('a copy of the book in one file takes and gives links, and looks into a file before it is handed in', async ({
  page,
  browser,
}) => {
  const { source } = await firstAssignment();
  await begin(page, ONE_FILE, source.id);
  await answer(page, '512,5');
  const link = await privateLink(page);
  await expect(page.getByText('Copy it and take it to your copy of the book')).toBeVisible();
  await expect(page.locator('[data-part="code"] svg')).toHaveCount(0);
  const { read } = await handedIn(page);
  const look = page.getByLabel('Before you upload a file');
  await look.setInputFiles({
    name: 'hand-in.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(read)),
  });
  const checked = page.locator('[data-part="checked"]');
  await expect(checked).toContainText('Ada Cho, 0012345');
  await expect(checked).toContainText('The newest state of your work here');
  await expect(checked).toContainText(read.receipt);
  await look.setInputFiles({ name: 'a.pdf', mimeType: 'a/b', buffer: Buffer.from('%PDF-1.7') });
  await expect(checked).toContainText('This is a PDF and no hand-in.');
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(other.getByText('This link is by Ada Cho')).toBeVisible();
  expect(other.url()).toMatch(new RegExp(`#/${source.id}$`));
  await other.getByRole('button', { name: 'Carry on with it here' }).click();
  await expect(fieldOf(other)).toHaveValue('512,5');
});
