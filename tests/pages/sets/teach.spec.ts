/** The page on which a class is graded; that its verdicts are those of the desk, attack.test says. Nothing leaves the machine. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClassResult } from '../../../src/tasks/grading/pure/grade/class.ts';
import type { ClaimItemKey } from '../../../src/tasks/kinds/claim/item.ts';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { ALL } from '../../all.ts';
import { expectAccessible } from '../access-checks.ts';
import { WEB, expect, oneFile, test, type Edition, type Page } from '../book.ts';
import { zippedBytes } from '../../../src/book/zipped.ts';
import { closeThreads, vivaClass } from '../../tasks/grading/viva-class.ts';
import { unpacked } from '../../tasks/grading/class.ts';
import { firstAssignment, pretended } from './class.ts';

const json = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

async function withKey(page: Page, key: Key): Promise<void> {
  // Before the page is awake nothing is taken.
  await expect(page.locator('input[name="key"]')).toBeEnabled();
  await page.locator('input[name="key"]').setInputFiles(json('key.json', JSON.stringify(key)));
  await expect(page.locator('[data-part="key-said"]')).toContainText('The key of');
}

/** As an instructor has it; the students’ has no desk. */
function instructorsFile(): Edition {
  const file = join(mkdtempSync(join(tmpdir(), 'desk-')), 'textbook.html');
  execFileSync('node', ['scripts/offline/make.ts', 'dist', file, 'instructor']);
  return { ...oneFile(file), name: 'from a file' };
}
const EDITIONS = { 'over http': () => WEB, 'from the instructor’s file': instructorsFile } as const;

const handIn = (page: Page, files: readonly ReturnType<typeof json>[]): Promise<void> =>
  page.locator('input[name="files"]').setInputFiles(files);
const allOf = (files: ReadonlyMap<string, string>) =>
  [...files].map(([name, text]) => json(name, text));
const said = (page: Page) => page.locator('[data-part="said"]');
const grade = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Grade', exact: true }).click();

/** Opens the page with a key, and grades what was handed in. */
async function graded(
  page: Page,
  key: Key,
  files: readonly ReturnType<typeof json>[],
  says = 'students graded',
): Promise<void> {
  await page.goto(WEB.at('teach'));
  await withKey(page, key);
  await handIn(page, files);
  await grade(page);
  await expect(said(page)).toContainText(says);
}

async function savedBytes(page: Page, button: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await file.path());
}
const saved = async (page: Page, button: string): Promise<string> =>
  (await savedBytes(page, button)).toString();

for (const [name, made] of Object.entries(EDITIONS).slice(0, ALL ? 2 : 1)) {
  test(`a class of thirty is graded, ${name}`, async ({ page }) => {
    const edition = made();
    const { key } = await firstAssignment();
    const { files, truth } = await pretended(30, 5);
    await page.goto(edition.at('teach'));
    await withKey(page, key);
    await handIn(page, allOf(files));
    await expect(page.locator('[data-part="files-said"]')).toHaveText(`${files.size} files read.`);
    await grade(page);
    const refused = Object.keys(truth.refused).length;
    await expect(said(page)).toContainText(
      `${truth.students.length} students graded, ${refused} file`,
    );
    const result = JSON.parse(await saved(page, 'Save everything as JSON')) as ClassResult;
    await expect(page.locator('[data-part="grades"] tbody tr')).toHaveCount(truth.students.length);
    expect(await saved(page, 'Save as CSV')).toMatch(/^\uFEFF"Student number","Name","Points"/);
    if (edition === WEB) {
      await page.getByText('Items: how hard').click();
      const drawn = page.locator('[data-part="items"] tbody svg');
      await expect(drawn.first().locator('rect')).toHaveCount(7);
      // All but those that nobody has read yet.
      expect(await drawn.count()).toBeGreaterThan(key.assignment.items.length / 2);
      await expectAccessible(page);
    }
    // Another key grades anew what was run before, and says who gains.
    const points = key.assignment.items.map((item, i) =>
      i === 0 ? { ...item, points: item.points + 1 } : item,
    );
    await withKey(page, { ...key, assignment: { ...key.assignment, items: points } });
    const [first] = key.assignment.items;
    const gains = result.students.filter(({ items }) => (items[0]?.credit ?? 0) > 0);
    const changed = page.locator('[data-part="changes"] tbody tr');
    await expect(changed).toHaveCount(gains.length);
    await expect(changed.first()).toContainText(String(first?.id));
    await expect(changed.first()).toContainText('the item’s points changed');
  });
}

test('what students write is text in the table, whatever it is', async ({ page }) => {
  const { key } = await firstAssignment();
  const { files } = await pretended(1, 5);
  const [[name, text] = ['', '']] = files;
  const evil = JSON.parse(text) as { student: { name: string } };
  evil.student.name = '<img src=x onerror="document.title=1"><script>document.title=2</script>=1+1';
  const hands = [
    json(name, JSON.stringify(evil)),
    json('choada_12_345_work.pdf', '%PDF-1.7'),
    json('b.json', '{"__proto__":{"kind":"hand-in"}}'),
  ];
  await graded(page, key, hands, '1 student graded, 2 files not');
  await expect(page.locator('[data-part="refused"]')).toContainText('is a PDF and not the one');
  await expect(page.locator('[data-part="grades"] tbody th')).toHaveText(evil.student.name);
  await expect(page.locator('[data-part="grades"] :is(img, script)')).toHaveCount(0);
  await expect(page).toHaveTitle(/^Grade a class/);
  expect(await saved(page, 'Save as CSV')).toContain(
    '"<img src=x onerror=""document.title=1""><script>',
  );
});

test('viva sheets are printed, a page each, as the desk has them; and that of one student', async ({
  page,
}) => {
  const { key } = await firstAssignment();
  const { files } = await pretended(12, 5);
  const { sheets } = await vivaClass(key, files);
  await closeThreads();
  await page.addInitScript(() => {
    globalThis.print = () => undefined;
  });
  await graded(page, key, allOf(files));
  const shown = page.locator('.viva-sheet');
  await page.getByRole('button', { name: 'Print viva sheets' }).click();
  await expect(shown).toHaveCount(sheets.length);
  for (const [i, { student, questions }] of sheets.entries()) {
    await expect(shown.nth(i)).toContainText(student.number);
    for (const { ask, answer, next } of questions)
      for (const text of [ask, answer, next]) await expect(shown.nth(i)).toContainText(text);
  }
  // Once it is printed it is gone, and a screen never shows it.
  await expect(shown.first()).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(shown).toHaveCount(0);
  for (const format of ['A4', 'Letter']) {
    await page.getByRole('button', { name: 'Print viva sheets' }).click();
    await expect(shown).toHaveCount(sheets.length);
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets.length);
    await expect(shown).toHaveCount(0);
  }
  const who = (await page.locator('[data-part="reading"] h3').textContent()) ?? '';
  await page.getByRole('button', { name: 'Print this student’s viva sheet' }).click();
  await expect(shown).toHaveCount(1);
  await expect(shown).toContainText(/\((.*)\)/.exec(who)?.[1] ?? 'nobody');
});

test('a file that is no key is refused in words', async ({ page }) => {
  await page.goto(WEB.at('teach'));
  await expect(page.locator('input[name="key"]')).toBeEnabled();
  await page.locator('input[name="key"]').setInputFiles(json('key.json', '{"kind":"hand-in"}'));
  await expect(page.locator('[data-part="key-said"]')).toContainText('is no key of an assignment');
  await grade(page);
  await expect(said(page)).toHaveText('Load the key of the assignment first.');
  // A link is read as soon as it is pasted.
  await page.getByLabel('Or the link of a set').fill('…/set/#cut');
  await expect(page.locator('[data-part="key-said"]')).toContainText('This link is not whole');
});

test('what is dropped in any order is told apart, goes back, and is deleted in one press', async ({
  page,
}) => {
  const { key } = await firstAssignment();
  const { files, truth } = await pretended(4, 9);
  const own = [...truth.students, { number: '4711' }].map(
    ({ number }, i) =>
      `"Participant ${i + 2}",S,${number},x,,100.00,Yes,"Monday, 30 November 2026, 2:37 AM",-,`,
  );
  const worksheet = `\uFEFFIdentifier,"Full name","ID number",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"\n${own.join('\n')}\n`;
  const csv = (name: string, text: string) => ({ ...json(name, text), mimeType: 'text/csv' });
  await page.goto(WEB.at('teach'));
  await withKey(page, key);
  await handIn(page, [
    csv('worksheet.csv', worksheet),
    ...[...files].map(([name, text]) => json(name.replace('.json', '.txt'), text)),
    csv(
      'class.csv',
      `number,name\n${truth.students.map(({ number }) => `${number},S`).join('\n')}\n`,
    ),
    json('notes.txt', 'Dear all'),
  ]);
  // What nobody can read was handed in all the same.
  await expect(page.locator('[data-part="files-said"]')).toHaveText(
    `${files.size + 1} files read.`,
  );
  const taken = page.locator('[data-part="class-said"]');
  await expect(taken).toContainText('worksheet.csv was taken for Moodle’s worksheet');
  await expect(taken).toContainText('class.csv was taken for a class list');
  await page.getByText('Late days, extensions').click();
  await page.getByLabel('Due, if other than the assignment says').fill('2026-11-30T02:00');
  await page.getByLabel('What each further day begun takes').fill('50');
  await grade(page);
  const grades = page.locator('[data-part="grades"]');
  await expect(grades).toContainText('late, by the time of the upload: 1 day begun');
  await expect(page.locator('[data-part="missing"]')).toContainText(
    '1 student handed in nothing, or one of the files that are not graded: S (4711).',
  );
  await expectAccessible(page);
  // How marks go into a file with another maximum stands beside the button before it is pressed, and is remembered for the set.
  const of = key.assignment.items.reduce((sum, { points }) => sum + points, 0);
  await expect(page.locator('[data-part="scale"]')).toContainText(`and the set has ${of} points`);
  await expect(page.getByLabel(/^in proportion to 100: \d+ of \d+ becomes [\d.]+$/)).toBeChecked();
  const zip = await saved(page, 'Save the lists with the marks');
  expect(zip).toContain('worksheet.csv');
  expect(zip).toContain('class.csv');
  const listSaid = page.locator('[data-part="list-said"]');
  await expect(listSaid).toContainText('written into “Grade”');
  // Of each of them there is something that only people can read.
  await expect(listSaid).toContainText('there are answers still to be read');
  await expect(listSaid).toContainText('so the marks are in proportion');
  await page.getByLabel(/^as points of \d+: /).check();
  await saved(page, 'Save the lists with the marks');
  await expect(listSaid).toContainText('which are written as they are');
  // Nothing of a class is ever in the browser’s storage: it is in the page, and then it is not.
  const kept = () =>
    page.evaluate(async () =>
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        (await indexedDB.databases()).map(({ name }) => name),
        await Promise.all(
          (await caches.keys()).map(async (name) =>
            (await (await caches.open(name)).keys()).map(({ url }) => url),
          ),
        ),
        document.cookie,
      ]),
    );
  const secrets = truth.students.flatMap(({ number, file }) => [number, file]);
  const before = await kept();
  for (const secret of secrets) expect(before).not.toContain(secret);
  await page.getByText('More: several files of a student').click();
  await page.getByRole('button', { name: 'Delete this class from the page' }).click();
  await expect(said(page)).toContainText('All of the class is deleted');
  const left = await page.locator('book-teach').evaluate((element) => element.outerHTML);
  for (const secret of secrets) expect(left).not.toContain(secret);
  await grade(page);
  await expect(said(page)).toContainText('Give the hand-ins first');
  await page.reload();
  await withKey(page, key);
  await expect(page.locator('[name="scaled"][value="points"]')).toBeChecked();
});

for (const [name, edition] of Object.entries(EDITIONS))
  test(`a folder is dropped by hand ${name}`, async ({ page }) => {
    const { files } = await pretended(2, 9);
    const folder = mkdtempSync(join(tmpdir(), 'dropped-'));
    mkdirSync(join(folder, 'in', 'deep'), { recursive: true });
    const [[first] = [''], [second] = ['']] = files;
    writeFileSync(join(folder, 'in', first), files.get(first) ?? '');
    writeFileSync(join(folder, 'in', 'deep', second), files.get(second) ?? '');
    writeFileSync(join(folder, 'class.csv'), 'Name,ID number\n"Cho, Ada",4711\n');
    await page.goto(edition().at('teach'));
    await expect(page.locator('book-teach')).toHaveAttribute('data-awake');
    const { x, y } = (await page.getByText('Drop here, in any order').boundingBox()) ?? {
      x: 0,
      y: 0,
    };
    const hand = await page.context().newCDPSession(page);
    const given = [join(folder, 'in'), join(folder, 'class.csv')];
    const data = { items: [], files: given, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await hand.send('Input.dispatchDragEvent', { type, x: x + 5, y: y + 5, data });
    await expect(page.locator('[data-part="files-said"]')).toHaveText('2 files read.');
    await expect(page.locator('[data-part="class-said"]')).toContainText('class.csv');
  });

test('what no judge can decide is read and decided by keyboard, and outlives the session', async ({
  page,
}) => {
  const { key } = await firstAssignment();
  const [item] = key.assignment.items;
  const { files } = await pretended(2, 11);
  const given = { answer: 'about <b>a dozen</b>', runs: [], tries: 1, hints: 0 };
  const hands = [...files]
    .filter(([name]) => !name.includes('early'))
    .map(([name, text]) => {
      const one = JSON.parse(text) as { items: Record<string, unknown> };
      // What is read in any case would come between.
      const isRead = (id: string): boolean =>
        key.assignment.items.some(
          (of) => of.id === id && ['claim', 'text', 'outside'].includes(of.kind),
        );
      one.items = Object.fromEntries(Object.entries(one.items).filter(([id]) => !isRead(id)));
      one.items[item?.id ?? ''] = { ...given, version: item?.version, variant: 1, note: '' };
      return json(name, JSON.stringify(one));
    });
  await graded(page, key, hands);
  const queue = page.locator('[data-part="reading"]');
  await expect(queue).toContainText('2 answers left to be read.');
  await expect(queue.getByLabel('What was given')).toContainText('about <b>a dozen</b>');
  await expectAccessible(page);
  await queue.getByLabel(/^Points/).fill('99');
  await page.keyboard.press('Enter');
  await expect(queue).toContainText('a number from 0 to');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('1,5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('A fair guess.');
  await page.keyboard.press('Enter');
  await expect(queue).toContainText('1 answer left to be read.');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await expect(queue).toContainText('Nothing is left to be read.');
  await expect(page.getByRole('button', { name: 'On to the marks' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Save as CSV' })).toBeFocused();
  await expect(page.locator('[data-part="grades"]')).toContainText(
    'Decided by hand: A fair guess.',
  );
  const kept = await saved(page, 'Save everything as JSON');
  // Another day, by another key: what was decided stays, and what has changed since is told.
  const items = key.assignment.items.map((one, i) => (i === 1 ? { ...one, points: 99 } : one));
  await graded(page, { ...key, assignment: { ...key.assignment, items } }, hands);
  await page.locator('input[name="decisions"]').setInputFiles(json('grades.json', kept));
  await expect(page.locator('[data-part="decisions-said"]')).toHaveText('2 decisions by hand.');
  await expect(queue).toContainText('Nothing is left to be read.');
  const changed = page.locator('[data-part="changes"] tbody tr');
  await expect(changed.first()).toContainText(String(items[1]?.id));
  await expect(changed.first()).toContainText('the item’s points changed');
  // What was decided of another edition's answers is about other numbers.
  await graded(page, key, hands);
  const elsewhere = kept.replaceAll('"edition": "1"', '"edition": "0"');
  await page.locator('input[name="decisions"]').setInputFiles(json('grades.json', elsewhere));
  await expect(page.locator('[data-part="decisions-said"]')).toContainText('in edition 0, not of');
  await expect(queue).toContainText('2 answers left to be read.');
});

test('a ZIP as it was downloaded is as good as its folder', async ({ page }) => {
  const { files } = await pretended(2, 9);
  const entries = [...files].map(([name, text], i): [string, string] => {
    const hand = JSON.parse(text) as { assignment: { version: number } };
    hand.assignment.version += 1;
    return [`Ada ${i}_${i}1_assignsubmission_file_/${name}`, JSON.stringify(hand)];
  });
  const zip = (name: string, bytes: Uint8Array) => ({
    ...{ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) },
  });
  await page.goto(WEB.at('teach'));
  const { key } = await firstAssignment();
  await withKey(page, key);
  const bytes = zippedBytes(entries, 9);
  await handIn(page, [zip('Course-Set 1-99.zip', bytes), zip('bad.zip', bytes.subarray(99))]);
  await expect(page.locator('[data-part="files-said"]')).toHaveText(
    new RegExp(`^${files.size} files read. bad.zip: The file is no ZIP that can be read`),
  );
  await grade(page);
  await expect(said(page)).toContainText('2 students graded, 0 files not.');
  await expect(page.locator('[data-part="missing"]')).toContainText('a later one (up to 2) was');
});

test('a class of a thousand is sorted and searched', async ({ page }) => {
  const { key } = await firstAssignment();
  const { files } = await pretended(1, 5);
  const [[, text] = ['', '']] = files;
  const one = JSON.parse(text) as { student: { name: string; number: string }; items: object };
  const hands = Array.from({ length: 1_000 }, (_, i) =>
    json(
      `${i}.json`,
      JSON.stringify({ ...one, items: {}, student: { name: `Student ${i}`, number: `${i + 1}` } }),
    ),
  );
  await graded(page, key, hands, '1000 students graded, 0 files not.');
  await expect(page.locator('[data-part="files-said"]')).toHaveText('1000 files read.');
  const grades = page.locator('[data-part="grades"]');
  await grades.getByLabel('Find').fill('');
  await expect(grades).toContainText('Rows 1 to 50 of 1000');
  // By keyboard: the head that was pressed keeps the focus.
  const number = grades.getByRole('button', { name: 'Number' });
  await number.focus();
  await page.keyboard.press('Enter');
  await expect(grades.locator('th[aria-sort]')).toHaveText('Number');
  await page.keyboard.press('Enter');
  const [first, last] = [1, 1_000].map(String);
  await expect(grades.locator('tbody td').first()).toHaveText(
    new RegExp(`^(${String(first)}|${String(last)})$`),
  );
  await expect(number).toBeFocused();
  await grades.getByRole('button', { name: 'Later rows' }).click();
  await expect(grades).toContainText('Rows 51 to 100 of 1000');
  await grades.getByLabel('Find').fill('student 77');
  await expect(grades).toContainText('Rows 1 to 11 of 11');
});

test('a class with twenty-five items fits a small laptop, heads and names in sight', async ({
  page,
}) => {
  const { key } = await firstAssignment();
  const { files, truth } = await pretended(30, 5);
  const { items } = key.assignment;
  const many = Array.from({ length: 25 }, (_, i) => {
    const item = items[i % items.length];
    return i < items.length ? item : { ...item, id: `${item?.id ?? ''}-${i}` };
  });
  const asked = { ...key, assignment: { ...key.assignment, items: many } } as Key;
  await page.setViewportSize({ width: 1280, height: 720 });
  await graded(page, asked, allOf(files));
  const table = page.getByRole('region', { name: 'Grades' });
  expect(await table.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
  await table.scrollIntoViewIfNeeded();
  await expect(table.getByRole('columnheader', { name: /^25 / })).toBeInViewport();
  await table.locator('tbody tr').last().scrollIntoViewIfNeeded();
  await expect(table.getByRole('columnheader', { name: /^Points of \d+$/ })).toBeInViewport();
  // What is unread is no zero, and each flag says what to do.
  await expect(table.getByRole('cell', { name: /^– To be read/ }).first()).toBeAttached();
  await expect(page.getByRole('region', { name: 'To look at' })).toContainText('Ask ');
  // Any answer opens from the table: its question and rubric, its runs as figures; digits press lines, Enter decides.
  const at = items.findIndex(({ kind }) => kind === 'claim');
  const claim = items[at]?.id ?? '';
  const { rubric } = key.items[claim] as ClaimItemKey;
  const right = truth.students.find((one) => one.items[claim]?.state === 'unverified');
  await table
    .locator('tbody tr', { hasText: right?.number ?? '' })
    .locator('td')
    .nth(at + 2)
    .click();
  const reading = page.locator('[data-part="reading"]');
  await expect(reading.getByRole('heading', { level: 3 })).toContainText(`item ${at + 1}`);
  await expect(reading.locator('[data-part="read-runs"] svg').first()).toBeAttached();
  const lines = reading.getByRole('checkbox');
  await expect(lines).toHaveCount(rubric.length);
  await expect(lines.first()).toBeFocused();
  for (const line of await lines.all()) await line.setChecked(false);
  await reading.getByLabel(/^Points/).fill('');
  await page.keyboard.press('Enter');
  await expect(reading).toContainText('Press a line of the rubric or give points');
  await lines.first().focus();
  await page.keyboard.press(String(rubric.length));
  await expect(reading.getByLabel(/^Points/)).toHaveValue(String(rubric.at(-1)?.points));
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part="grades"]')).toContainText(
    `Points for: ${rubric.at(-1)?.text.slice(0, 12) ?? ''}`,
  );
  // On a phone a name stays beside the marks.
  await page.setViewportSize({ width: 320, height: 640 });
  await table.evaluate((one) => {
    one.scrollIntoView({ behavior: 'instant' });
    one.scrollTo(600, 0);
  });
  await expect(table.locator('tbody th').first()).toBeInViewport();
  await expectAccessible(page);
});

test('the reading is shared among two assistants and comes together again', async ({ page }) => {
  const { key } = await firstAssignment();
  const [item] = key.assignment.items;
  const { files } = await pretended(1, 5);
  const [[, text] = ['', '']] = files;
  const one = JSON.parse(text) as { student: object; items: object };
  const given = { answer: 'dozens', runs: [], tries: 1, hints: 0, variant: 1, note: '' };
  const hands = Array.from({ length: 4 }, (_, i) =>
    json(
      `${i}.json`,
      JSON.stringify({
        ...one,
        receipt: `AAAA-AAAA-AAA${i}`,
        student: { name: `Bo ${i}`, number: `${i + 1}` },
        items: { [item?.id ?? '']: { ...given, version: item?.version } },
      }),
    ),
  );
  await graded(page, key, hands);
  await expect(page.locator('[data-part="reading"]')).toContainText('4 answers left to be read.');
  await page.getByText('Share the reading among assistants').click();
  await page.getByRole('button', { name: 'Save a file for each' }).click();
  const said = page.locator('[data-part="assistants-said"]');
  await expect(said).toContainText('names of your assistants');
  await page.getByLabel('Their names').fill('Ann\nBen');
  await page.getByLabel('Read by two').selectOption('1');
  const zip = await savedBytes(page, 'Save a file for each');
  const parcels = unpacked(zip).map(([, parcel]) => parcel);
  expect(parcels).toHaveLength(2);
  expect(parcels.join('')).not.toMatch(/Bo \d/);
  await page.getByText('For assistants: read your share').click();
  const share = page.locator('[data-part="share-reading"]');
  const back: string[] = [];
  for (const [i, parcel] of parcels.entries()) {
    await page.locator('input[name="share"]').setInputFiles(json('share.json', parcel));
    for (let left = 4; left > 0; left -= 1) {
      await expect(share).toContainText(`${left} answer${left > 1 ? 's' : ''} left to be read.`);
      await page.keyboard.type(i === 1 && left === 1 ? '0' : '1');
      await page.keyboard.press('Enter');
    }
    await expect(share).toContainText('Nothing is left to be read.');
    back.push(await saved(page, 'Save what I have read'));
  }
  await page
    .locator('input[name="read-files"]')
    .setInputFiles([...back.map((one_, i) => json(`${i}.json`, one_)), json('x.json', '{}')]);
  await expect(said).toContainText('2 files put together: 3 decisions, and 1 answer on which');
  await expect(said).toContainText('Of 4 answers that two have read, both gave the same to 75 %');
  await expect(said).toContainText('for this assignment: x.json.');
  await expect(page.locator('[data-part="reading"]')).toContainText('Two readers differ: ');
});
