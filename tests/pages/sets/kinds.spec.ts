/** Kinds of item whose work is more than a field: an editor, data for elsewhere, a claim about runs, lists that are matched. */
import { readFileSync } from 'node:fs';
import { withValues } from '../../../src/tasks/kinds/code/pure/cases.ts';
import type { Item } from '../../../src/tasks/tables/item.ts';
import { drawn, settingsIn, variantOf } from '../../../src/tasks/sets/pure/variants/variant.ts';
import {
  codeOfItem,
  fragmentOf,
  type ComposedSet,
} from '../../../src/tasks/sets/pure/composed/link.ts';
import { EDITION } from '../../../src/tasks/storage/storage-keys.ts';
import { ALL } from '../../all.ts';
import { expectAccessible } from '../access-checks.ts';
import { ONE_FILE, WEB, expect, test, type Edition, type Locator, type Page } from '../book.ts';
import { begin, handedIn, introduced } from './student.ts';
import { allAssignments } from './class.ts';

type Of<K extends Item['kind']> = Extract<Item, { readonly kind: K }>;

/** The first item of a kind in the book, on its assignment’s page, with the student’s variant. */
async function opened<K extends Item['kind']>(page: Page, edition: Edition, kind: K) {
  for (const { source, key } of await allAssignments()) {
    const item = key.assignment.items.find((one): one is Of<K> => one.kind === kind);
    if (!item) continue;
    await begin(page, edition, source.id);
    const seed = variantOf(key.assignment, item, '0012345');
    const place = page.locator(`[data-item="${item.id}"]`);
    return { item, key: key.items[item.id], seed, values: drawn(item, seed), place };
  }
  throw new Error(`no assignment has an item of the kind ${kind}`);
}

const verdict = (place: Locator): Locator => place.locator('[data-part="verdict"]');

for (const edition of ALL ? [WEB, ONE_FILE] : [WEB]) {
  test(`a program is written, run and mended by keyboard, ${edition.name}`, async ({ page }) => {
    const { item, key, values, place } = await opened(page, edition, 'code');
    if (key?.kind !== 'code') throw new Error('code');
    const editor = place.getByLabel(`Your function ${item.entry}`);
    await editor.focus();
    // Lines are numbered once the editor’s code has come.
    await expect(place.locator('[data-part="lines"]')).toContainText('1');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(`function ${item.entry}(x) {\nif (x) {\nretrun 1;\n}`);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('}');
    // Lines stand as far in as they should, and Tab has left nothing behind.
    await expect(editor).toHaveValue(
      `function ${item.entry}(x) {\n  if (x) {\n    retrun 1;\n  }\n}`,
    );
    await page.keyboard.press('Escape');
    await expect(place.getByText('Tab now leaves the editor.')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(editor).not.toBeFocused();
    await place.getByRole('button', { name: 'Run the cases' }).press('Enter');
    await expect(verdict(place)).toContainText('Line 3:');
    await place.getByRole('button', { name: 'Go to line 3' }).press('Enter');
    await expect(editor).toBeFocused();
    await page.keyboard.type('for (;;) {}');
    await place.getByRole('button', { name: 'Run the cases' }).click();
    await expect(verdict(place)).toContainText(/Stopped|does not end|comes? to an end|steps/);
    const solve = withValues(key.solve, values);
    await editor.fill(solve);
    await place.getByRole('button', { name: 'Run the cases' }).click();
    await expect(verdict(place)).toContainText(
      `All ${String(item.shown.length)} shown cases come out as they should.`,
    );
    expect((await handedIn(page)).read.items[item.id]?.answer).toBe(solve);
  });

  test(`data are taken elsewhere, and numbers and script come back, ${edition.name}`, async ({
    page,
  }) => {
    const { item, place } = await opened(page, edition, 'outside');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      place.getByRole('button', { name: 'Save the data as a file' }).click(),
    ]);
    expect(file.suggestedFilename()).toContain(item.data.file);
    const rows = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\n');
    expect(rows[0]?.trim()).toBe(item.data.columns.join(','));
    await expect(verdict(place)).toContainText(`it has ${String(rows.length - 1)} rows.`);
    for (const { label } of item.asks) await place.getByLabel(label, { exact: true }).fill('1.5');
    await place.getByLabel('Your script, as text').fill('import pandas');
    await place.getByRole('button', { name: 'Save this answer' }).click();
    await expect(verdict(place)).toContainText('Saved.');
    const answer = [...item.asks.map(() => '1.5'), 'import pandas'];
    expect((await handedIn(page)).read.items[item.id]?.answer).toEqual(answer);
  });
}

test('a claim cites runs of an experiment that stands elsewhere, and says what its numbers belong to', async ({
  page,
}) => {
  // A link is pressed here a moment after it has the focus, sooner than anybody could: what scrolls smoothly to the one would end
  // what scrolls smoothly from the other.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { item, values, place } = await opened(page, WEB, 'claim');
  await place.getByRole('button', { name: 'Set the experiment to the start' }).press('Enter');
  const lab = page.locator(`#${item.instance}`);
  await expect(lab).toHaveAttribute('data-state', 'done');
  await expect(lab).toBeInViewport();
  await lab.getByRole('button', { name: 'Pin this run' }).press('Enter');
  // Beside each other, as in a lesson: a figure that stays in the window would lie over controls below it.
  const dock = await lab.locator('.bench > .dock').boundingBox();
  const hand = await lab.locator('.bench > .hand').boundingBox();
  expect(hand?.x).toBeGreaterThan((dock?.x ?? 0) + (dock?.width ?? Infinity));
  await lab.getByRole('link', { name: /^Back to item/ }).press('Enter');
  await expect(place.getByLabel('Your claim')).toBeInViewport();
  await place.getByRole('button', { name: 'Cite this run' }).press('Enter');
  const cited = place.getByRole('list', { name: 'Cited runs' }).getByRole('listitem');
  await expect(cited).toHaveCount(1);
  const [, shown = ''] =
    /: .*? (\d[\d.,]*(?: ms|\u00a0ms| %|\u00a0%)?)/.exec((await cited.textContent()) ?? '') ?? [];
  await place.getByLabel('Your claim').fill(`It comes to ${shown}, and not to 987654321.`);
  const numbers = place.getByRole('list', { name: 'What its numbers are' });
  await expect(numbers.getByText(`“987654321” belongs to no cited run.`)).toBeVisible();
  await expect(numbers.getByText(/of run A\.$/)).toBeVisible();
  await expectAccessible(page);
  const { read } = await handedIn(page);
  expect(read.items[item.id]?.runs[0]?.settings).toMatchObject(settingsIn(item.start, values));
  await cited.getByRole('button', { name: /^Remove/ }).press('Enter');
  await expect(cited).toHaveCount(0);
  await expect(place.getByText('Cited runs')).toBeHidden();
  // What was pinned can be cited when the page is opened again.
  await page.reload();
  const offered = place.getByRole('list', { name: 'Runs that you can cite' }).getByRole('listitem');
  await expect(offered.getByText('(pinned)')).toBeVisible();
  await offered.getByRole('button', { name: /^Cite this run/ }).press('Enter');
  await expect(cited).toHaveCount(1);
});

test('a program in one’s own numbers is changed elsewhere, and a prediction and what it printed come back', async ({
  page,
}) => {
  const set: ComposedSet = {
    ...{ release: EDITION, number: 77, revision: 1, title: 'One program', note: '' },
    ...{ hints: 'as-written', solutions: 'never' },
    items: [{ code: codeOfItem('queue-own-padding'), points: 3 }],
  };
  await page.goto(`${WEB.at('set')}#${fragmentOf(set)}`);
  await introduced(page);
  const item = page.locator('[data-kind="program"]');
  await expect(item).toContainText(/at most \d+ are taken/);
  const [, batch = ''] = /at most (\d+) are taken/.exec(await item.innerText()) ?? [];
  await item.getByRole('button', { name: 'Copy the program' }).press('Enter');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    item.getByRole('button', { name: /\.py/ }).click(),
  ]);
  const program = readFileSync(await file.path(), 'utf8');
  expect(program).toContain(`'maxBatch': ${batch},`);
  expect(program).toContain(`\n    ${await item.locator('del').innerText()}\n`);
  const save = item.getByRole('button', { name: 'Save this answer' });
  await item.getByLabel(/^Your prediction/).fill('30');
  await item.getByLabel('What the changed program printed').fill('p99 = 77');
  await save.click();
  await expect(verdict(item)).toContainText('it could not be graded. There is no line for p50.');
  await item.getByLabel('What the changed program printed').fill('p50 = 29.8\np99 = 77');
  await save.click();
  await expect(verdict(item)).toContainText('Saved.');
  await expectAccessible(page);
  await page.reload();
  await expect(item.getByLabel(/^Your prediction/)).toHaveValue('30');
  const [handed] = Object.values((await handedIn(page)).read.items);
  expect(handed?.answer).toEqual(['30', 'p50 = 29.8\np99 = 77']);
});
