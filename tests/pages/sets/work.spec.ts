/** A student’s page: first who it is, then items of their own, kept at once, and a file that says what was on screen. */
import { readFileSync } from 'node:fs';
import { receiptOf } from '../../../src/tasks/sets/pure/submission/receipt.ts';
import { codeOf } from '../../../src/tasks/sets/pure/format/seal.ts';
import { isWhole } from '../../../src/tasks/sets/pure/submission/chain.ts';
import { inSentence } from '../../../src/tasks/sets/pure/variants/in-own.ts';
import { drawn, goalIn, variantOf } from '../../../src/tasks/sets/pure/variants/variant.ts';
import { ALL } from '../../all.ts';
import { expectAccessible } from '../access-checks.ts';
import { ONE_FILE, WEB, expect, test } from '../book.ts';
import { firstAssignment } from './class.ts';
import { begin, handedIn } from './student.ts';

for (const edition of [WEB, ONE_FILE]) {
  test(`an assignment is worked on and handed in, ${edition.name}`, async ({ page }) => {
    const { source, key } = await firstAssignment();
    const { items } = key.assignment;
    await begin(page, edition, source.id);
    // Its own numbers stand in the text, as the grader will draw them.
    for (const item of items) {
      const values = drawn(item, variantOf(key.assignment, item, '12345'));
      const places = page.locator(`[data-item="${item.id}"] [data-drawn]`);
      for (const place of await places.all()) {
        const name = (await place.getAttribute('data-drawn')) ?? '';
        await expect(place).toHaveText(inSentence(values[name] ?? ''));
      }
    }
    const [number, choice, reach] = items;
    if (!number || !choice || reach?.kind !== 'reach') throw new Error('three items');
    const first = page.locator(`[data-item="${number.id}"]`);
    await first.getByLabel('Your answer').fill('512,5');
    await first.getByRole('button', { name: 'Save this answer' }).click();
    await expect(first.getByRole('status').first()).toContainText(
      'Saved. Your instructor’s grader',
    );
    await page.locator(`[data-item="${choice.id}"] input`).nth(1).check();
    await expect(page.locator('[data-part="hand-in"]')).toContainText(
      `2 of ${String(items.length)} items`,
    );
    // The experiment starts as the item says, and a run of the student’s is kept with all that it was.
    const goal = page.locator(`[data-item="${reach.id}"]`);
    const limit = goalIn(reach, drawn(reach, variantOf(key.assignment, reach, '12345')))['p99'];
    await expect(goal).toContainText(`at most ${String(limit?.atMost)}`);
    await goal.getByRole('button', { name: 'Set the experiment to the start' }).click();
    const lab = page.locator(`#${reach.instance}`);
    await expect(lab).toHaveAttribute('data-state', 'done');
    const own = key.items[reach.id];
    if (own?.kind !== 'reach') throw new Error('a goal');
    const solved = own.answers[variantOf(key.assignment, reach, '12345')] as Record<string, number>;
    await expect(lab).toBeFocused();
    await lab.getByText('More settings').click();
    for (const [name, value] of Object.entries(solved)) {
      const field = lab.locator(`input[name="${name}"]`).last();
      await field.fill(String(value));
      await field.press('Enter');
    }
    await expect(goal.getByRole('status').first()).toHaveText(
      'Met. This run goes into your hand-in.',
    );
    await expect(page.locator('[data-part="hand-in"]')).toContainText(
      `3 of ${String(items.length)} items`,
    );
    const { name, read } = await handedIn(page);
    expect(name).toBe(`${source.id}-12345.json`);
    expect(read.student).toEqual({ name: 'Ada Cho', number: '0012345' });
    expect(read.items[number.id]).toMatchObject({
      answer: '512,5',
      tries: 1,
      variant: variantOf(key.assignment, number, '12345'),
    });
    expect(read.items[reach.id]?.runs[0]?.settings).toMatchObject(solved);
    expect(receiptOf(read)).toBe(read.receipt);
    expect(isWhole(read)).toBe(true);
    await expect(page.locator('[data-part="receipt"]')).toContainText(read.receipt);
    // After a reload it stands there as before.
    await page.reload();
    await expect(first.getByLabel('Your answer')).toHaveValue('512,5');
    await expect(goal.getByRole('status').first()).toHaveText(
      'Met. This run goes into your hand-in.',
    );
    expect((await handedIn(page)).read.items).toEqual(read.items);
  });
}

test('nobody sees an item before they have said who they are', async ({ page }) => {
  const { source } = await firstAssignment();
  await page.goto(WEB.at(source.id));
  await expect(page.locator('[data-item]').first()).toBeHidden();
  await page.getByRole('button', { name: 'Show my items' }).click();
  await expect(page.getByText('Type your name.')).toBeVisible();
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('Your student number').fill(' -- ');
  await page.getByRole('button', { name: 'Show my items' }).click();
  await expect(page.getByText('Type your student number: its letters and digits.')).toBeVisible();
  await expect(page.locator('[data-item]').first()).toBeHidden();
  await expectAccessible(page);
  await begin(page, WEB, source.id);
  await expectAccessible(page);
});

test('two tabs on one assignment unite what was done in each', async ({ page, context }) => {
  const { key, source } = await firstAssignment();
  const { items } = key.assignment;
  const [number, choice] = items;
  if (!number || !choice) throw new Error('two items');
  await begin(page, WEB, source.id);
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator(`[data-item="${number.id}"]`).getByLabel('Your answer').fill('7');
  await other.locator(`[data-item="${number.id}"]`).getByLabel('Your answer').press('Enter');
  await page.locator(`[data-item="${choice.id}"] input`).first().check();
  await expect(page.locator('[data-part="hand-in"]')).toContainText(
    `2 of ${String(items.length)} items`,
  );
  await expect(other.locator('[data-part="hand-in"]')).toContainText(
    `2 of ${String(items.length)} items`,
  );
  await expect(page.locator(`[data-item="${number.id}"]`).getByLabel('Your answer')).toHaveValue(
    '7',
  );
});

test('a hint costs what it says, and stays open', async ({ page }) => {
  const { key, source } = await firstAssignment();
  const [item] = key.assignment.items;
  if (!item) throw new Error('an item');
  await begin(page, WEB, source.id);
  const place = page.locator(`[data-item="${item.id}"]`);
  // Leaving the field saves it and says so; the button stays under the pointer until that is let go.
  await place.getByLabel('Your answer').fill('7');
  await place.getByRole('button', { name: /^Show a hint/ }).click();
  await expect(place.locator('[data-part="hints"] > li').first()).toBeVisible();
  await page.reload();
  await expect(place.locator('[data-part="hints"] > li').first()).toBeVisible();
  expect((await handedIn(page)).read.items[item.id]?.hints).toBe(1);
});

test('a hand-in holds nothing that was taken back, and what is picked on the way is no try', async ({
  page,
}) => {
  const { key, source } = await firstAssignment();
  const [number, choice] = key.assignment.items;
  const match = key.assignment.items.find(({ kind }) => kind === 'match');
  const reach = key.assignment.items.find(({ kind }) => kind === 'reach');
  if (!number || !choice || match?.kind !== 'match' || reach?.kind !== 'reach')
    throw new Error('four items');
  await begin(page, WEB, source.id);
  const place = (id: string) => page.locator(`[data-item="${id}"]`);
  for (const typed of ['717171', '512,5']) {
    await place(number.id).getByLabel('Your answer').fill(typed);
    await place(number.id).getByLabel('Your answer').press('Enter');
  }
  for (const row of await place(match.id).locator('fieldset fieldset').all()) {
    await row.getByRole('radio').last().check();
    await row.getByRole('radio').first().check();
  }
  await place(match.id).getByRole('button', { name: 'Save this answer' }).click();
  await place(choice.id).locator('form input').first().check();
  await place(reach.id).getByRole('button', { name: 'Set the experiment to the start' }).click();
  const lab = page.locator(`#${reach.instance}`);
  await expect(lab).toHaveAttribute('data-state', 'done');
  await lab.getByText('More settings').click();
  // Away from the start, and back to it: one try.
  const field = lab.locator(`input[name="${reach.vary[0] ?? ''}"]`).last();
  const start = await field.inputValue();
  const told = place(reach.id).getByRole('status').first();
  for (const [value, says] of [
    [String(Number(start) * 2), /conditions met|Met\./],
    [start, /conditions/],
  ] as const) {
    await field.fill(value);
    await field.press('Enter');
    await expect(lab).toHaveAttribute('data-state', 'done');
    await expect(told).toContainText(says);
  }
  const { read } = await handedIn(page);
  expect(JSON.stringify(read)).not.toContain('717171');
  const pairs = match.left.map((from) => `${from}:${match.right[0] ?? ''}`);
  expect(read.items[match.id]?.answer).toEqual(pairs);
  const tries = [number, match, choice, reach].map(({ id }) => read.items[id]?.tries);
  expect(tries).toEqual([2, 1, 1, 1]);
  expect(isWhole(read)).toBe(true);
});

test('a page says that it is due until it was, and so does the list', async ({ page }) => {
  const { source } = await firstAssignment();
  const due = Date.parse(source.due ?? '');
  for (const [days, says] of [
    [-1, 'It is due on '],
    [2, 'It was due on '],
  ] as const) {
    await page.clock.setFixedTime(due + days * 86_400_000);
    await page.goto(WEB.at(source.id));
    await expect(page.getByText(says)).toBeVisible();
    await page.goto(WEB.at('assignments'));
    const own = page.getByRole('listitem').filter({ hasText: source.title });
    await expect(own.getByText(says)).toBeVisible();
  }
});

test('what was named in one way of a challenge is there again after a look at the other', async ({
  page,
}) => {
  const { key, source } = await firstAssignment();
  const item = key.assignment.items.find(({ kind }) => kind === 'challenge');
  if (!item) throw new Error('a challenge');
  await begin(page, WEB, source.id);
  const place = page.locator(`[data-item="${item.id}"]`);
  const field = place.locator('[name="answer"]');
  await place.getByLabel('With a table of numbers').check();
  await field.fill('8 12');
  await field.press('Enter');
  await place.getByLabel('With images').check();
  await expect(field).toHaveValue('');
  await place.getByLabel('With a table of numbers').check();
  await expect(field).toHaveValue('8 12');
  const { read } = await handedIn(page);
  expect(read.items[item.id]?.answer).toEqual(['table', '8', '12']);
});

test('a hand-in that is opened in another browser shows what was on screen', async ({
  page,
  browser,
}) => {
  const { key, source } = await firstAssignment();
  const [number] = key.assignment.items;
  if (!number) throw new Error('an item');
  await begin(page, WEB, source.id);
  await page.locator(`[data-item="${number.id}"]`).getByLabel('Your answer').fill('77');
  await page.locator(`[data-item="${number.id}"]`).getByLabel('Your answer').press('Enter');
  const { read } = await handedIn(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  const file = {
    name: 'hand-in.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(read)),
  };
  await other.getByLabel('Open a backup or a hand-in').setInputFiles(file);
  await expect(other.locator(`[data-item="${number.id}"]`).getByLabel('Your answer')).toHaveValue(
    '77',
  );
  expect((await handedIn(other)).read.items).toEqual(read.items);
  // What is none says so, and changes nothing.
  await other.getByRole('button', { name: 'Not you' }).click();
  await other
    .getByLabel('Open a backup or a hand-in')
    .setInputFiles({ ...file, buffer: Buffer.from('{') });
  await expect(other.getByText('This file cannot be read')).toBeVisible();
  expect(source.id).toBe(read.assignment.id);
});

/** All that the page's databases hold, as a text. Runs in the page. */
async function inSecondPlace(): Promise<string> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(String(request.error)));
    });
  const found: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      found.push(await done(database.transaction(store).objectStore(store).getAll()));
    database.close();
  }
  return JSON.stringify(found);
}

test('work outlives the loss of one place, and no press of a button takes it away unasked', async ({
  page,
}) => {
  const { key, source } = await firstAssignment();
  const [number] = key.assignment.items;
  if (!number) throw new Error('an item');
  await begin(page, WEB, source.id);
  const field = page.locator(`[data-item="${number.id}"]`).getByLabel('Your answer');
  await field.fill('77');
  await field.press('Enter');
  await expect(page.getByText('in two places')).toBeVisible();
  // That stood there before: what counts is that the second place has this answer.
  await expect.poll(() => page.evaluate(inSecondPlace)).toMatch(/answer\W+77\b/);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(field).toHaveValue('77');
  // A backup is taken, and the work is put aside for another number, which is said before.
  const fold = page.getByText('Another device, and backups');
  await fold.click();
  await expect(page.getByText('No copy of it is anywhere else yet.')).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a backup' }).click(),
  ]);
  await expect(
    page.getByText(/The last copy elsewhere: a backup, .* Nothing has changed/),
  ).toBeVisible();
  const buffer = readFileSync(await file.path());
  const type = async (number: string): Promise<void> => {
    await page.getByRole('button', { name: 'Not you' }).click();
    await page.getByLabel('Your student number').fill(number);
    await page.getByLabel('Your student number').press('Enter');
  };
  await type('99');
  await expect(page.getByText('(1 answer) is put aside in this browser')).toBeVisible();
  await expect(field).toHaveValue('77');
  await page.keyboard.press('Enter');
  await expect(page.getByText('is put aside')).toBeHidden();
  await type('99');
  await page.getByRole('button', { name: 'Change to number 99' }).click();
  await expect(page.getByText('Ada Cho, number 99.')).toBeVisible();
  await expect(field).toHaveValue('');
  // The number that returns has its ticket and its answer back, by itself or by the file.
  await type('12345');
  await expect(page.getByText('1 answer would be back')).toBeVisible();
  await page.getByRole('button', { name: 'Change to number 12345' }).click();
  await expect(page.getByText('Ada Cho, number 12345.')).toBeVisible();
  await expect(field).toHaveValue('77');
  const { session } = (await handedIn(page)).read;
  expect(session).toBe((JSON.parse(buffer.toString()) as { session: string }).session);
  await type('99');
  await page.getByRole('button', { name: 'Change to number 99' }).click();
  await expect(page.getByText('Ada Cho, number 99.')).toBeVisible();
  await fold.click();
  await page
    .getByLabel('Open a backup or a hand-in')
    .setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer });
  await expect(page.getByText('What Ada Cho has done here is put aside')).toBeVisible();
  await page.getByRole('button', { name: 'Carry on with it here' }).click();
  await expect(page.getByText('Ada Cho, number 12345.')).toBeVisible();
  await expect(field).toHaveValue('77');
});

for (const edition of ALL ? [WEB, ONE_FILE] : [WEB]) {
  test(`the solutions are sealed until somebody has the code, ${edition.name}`, async ({
    page,
  }) => {
    const { source, key } = await firstAssignment();
    const [first] = key.assignment.items;
    if (source.seal === undefined || !first) throw new Error('not sealed');
    await begin(page, edition, source.id);
    const { fixed } = drawn(first, variantOf(key.assignment, first, '12345'));
    const place = page.locator('[data-part="unseal"]');
    await place.getByLabel('The code').fill('NOT-THE-CODE');
    await place.getByRole('button', { name: 'Open the solutions' }).click();
    await expect(page.locator('[data-part="unsealed"]')).toContainText('does not open');
    await expect(page.locator('[data-part="solution"]').first()).toBeHidden();
    await place.getByLabel('The code').fill(codeOf(source.id, source.seal).toLowerCase());
    await place.getByRole('button', { name: 'Open the solutions' }).click();
    await expect(page.locator('[data-part="solution"]').first()).toContainText(
      `A full batch takes ${String(fixed)} ms`,
    );
  });
}

test('the solutions open on a page that came over plain http, where the browser opens nothing', async ({
  page,
}) => {
  const { source } = await firstAssignment();
  if (source.seal === undefined) throw new Error('not sealed');
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  await begin(page, WEB, source.id);
  await page.goto(`${page.url()}#solutions=${codeOf(source.id, source.seal)}`);
  await page.reload();
  await expect(page.locator('[data-part="solution"]').first()).toContainText('A full batch takes');
});
