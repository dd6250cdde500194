/** Two editions beside each other: what belongs to one leads there from the front of the other, and an open tab stays whole. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publish } from '../../../scripts/release.mjs';
import { bookServer, listen } from '../../../scripts/serve.mjs';
import { databaseOf } from '../../../src/tasks/sets/page/store.ts';
import {
  codeOfItem,
  fragmentOf,
  type ComposedSet,
} from '../../../src/tasks/sets/pure/composed/link.ts';
import { signed, submissionText } from '../../../src/tasks/sets/pure/submission/write.ts';
import { EDITION } from '../../../src/tasks/storage/storage-keys.ts';
import { WEB, expect, test as book } from '../book.ts';
import { firstAssignment } from './class.ts';
import { begin, handedIn, introduced } from './student.ts';

/** The edition before: the same book, at the address of another. */
const BEFORE = '0';

const test = book.extend<object, { readonly folder: string; readonly site: string }>({
  folder: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'site-'));
      publish('dist', folder, EDITION);
      cpSync('dist', join(folder, 'e', BEFORE), { recursive: true });
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  site: [
    async ({ folder }, use) => {
      const server = bookServer(folder, '/book/');
      const port = await listen(server, 0);
      await use(`http://localhost:${port}/book/`);
      server.close();
      server.closeAllConnections();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site),
});

test('work, a hand-in and a link of the edition before lead there from the front', async ({
  page,
  site,
}) => {
  const { source, assignment } = await firstAssignment();
  await begin(page, WEB, source.id);
  const { read } = await handedIn(page);
  const there = `${site}e/${BEFORE}/assignments/${source.id}/`;
  const go = page.getByRole('button', { name: `Carry on in edition ${BEFORE}` });
  // A hand-in of that edition is not opened here, and the page says so where it is looked into.
  const file = {
    ...{ name: 'hand-in.json', mimeType: 'application/json' },
    buffer: Buffer.from(submissionText(signed({ ...read, edition: BEFORE }))),
  };
  await page.getByLabel('Before you upload a file').setInputFiles(file);
  await expect(page.locator('[data-part="checked"]')).toContainText(`Of edition ${BEFORE}`);
  await page.getByText('Another device, and backups').click();
  await page.locator('[data-part="arrives"] input[type="file"]').setInputFiles(file);
  await expect(page.getByText(`This file belongs to edition ${BEFORE}`)).toBeVisible();
  await expect(go).toBeVisible();
  // Its work is as if it had been begun there.
  await page.evaluate(
    ([from = '', to = '', database = '']) => {
      for (const [key, text] of Object.entries(localStorage) as [string, string][]) {
        if (!key.includes(`/${from}/assignments/`)) continue;
        localStorage.removeItem(key);
        localStorage.setItem(key.replace(`/${from}/`, `/${to}/`), text);
      }
      indexedDB.deleteDatabase(database);
    },
    [EDITION, BEFORE, databaseOf(assignment.book)],
  );
  await page.reload();
  await expect(page.getByText(`in edition ${BEFORE} of the book`)).toBeVisible();
  await expect(page.getByLabel('Your name')).toBeHidden();
  await go.click();
  await page.waitForURL(there);
  // A set’s link goes there by itself.
  const set: ComposedSet = {
    ...{ release: BEFORE, number: 7, revision: 1, title: 'Week 3', note: '' },
    ...{ hints: 'free', solutions: 'never', items: [{ code: codeOfItem('a'), points: 1 }] },
  };
  // What stands there is this edition, which leads on to where it already is.
  await page.route('**/e/0/set/', (route) =>
    route.fulfill({ contentType: 'text/html', body: 'There.' }),
  );
  await page.goto(`set/#${fragmentOf(set)}`);
  await page.waitForURL(`${site}e/${BEFORE}/set/#${fragmentOf(set)}`);
  // Whoever comes without a link finds what was opened in any edition.
  await page.goto('set/');
  await page.evaluate(
    ([key = '', kept = '']) => localStorage.setItem(key, kept),
    [`${assignment.book}/${BEFORE}/sets`, JSON.stringify([fragmentOf(set)])],
  );
  await page.reload();
  await page.getByRole('link', { name: 'Week 3' }).click();
  await page.waitForURL(`${site}e/${BEFORE}/set/#${fragmentOf(set)}`);
});

test('a tab that stands open when the next edition takes the front has its own items', async ({
  page,
  folder,
}) => {
  const { source } = await firstAssignment();
  await page.goto(WEB.at(source.id));
  const items = join(folder, 'assignments', source.id, `${source.id}-items.json`);
  const own = readFileSync(items);
  writeFileSync(items, '"the next edition’s"');
  await introduced(page);
  await expect(page.locator('[data-item]').first()).toBeVisible();
  writeFileSync(items, own);
});
