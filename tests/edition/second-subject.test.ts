/** An edition of another subject, with no lesson of the book: it builds, its own tests hold, and nothing in it speaks of the book's. */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parsePage, textOf } from '../../scripts/book/html.ts';

const OF_THE_BOOK =
  /machine learning|ML systems|CS 329S|TensorFlow|latency|inference|neural|MNIST|spam|Marta|Farrow/i;

// In one place, so that its working copy is one.
const folder = resolve('.cache/edition-of-tests');
let said = '';
let status: number | null;
beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  cpSync('tests/edition/bus', folder, { recursive: true });
  const ran = spawnSync(process.execPath, ['scripts/build.mjs', '--edition', folder], {
    encoding: 'utf8',
  });
  [status, said] = [ran.status, `${ran.stdout}${ran.stderr}`];
});
afterAll(() => rmSync(folder, { recursive: true }));

test('it builds, with its questions and its set proved', () => {
  expect(status, said).toBe(0);
});

test('no page, and nothing that is found, speaks of the book’s subject', () => {
  const pages = globSync('dist/**/*.html', { cwd: folder });
  expect(pages.length).toBeGreaterThan(20);
  const found = pages.flatMap((page) => {
    const [words] =
      OF_THE_BOOK.exec(textOf(parsePage(readFileSync(join(folder, page), 'utf8')))) ?? [];
    return words === undefined ? [] : [`${page}: ${words}`];
  });
  expect(found).toEqual([]);
  expect(readFileSync(join(folder, 'dist/search.json'), 'utf8')).not.toMatch(OF_THE_BOOK);
});

test('its readers’ storage has a name of its own, and no data of the book come along', () => {
  expect(readFileSync(join(folder, 'dist/index.html'), 'utf8')).toContain('data-book="bus-waits"');
  expect(globSync('dist/data/*.{bin,tsv,txt}', { cwd: folder })).toEqual([]);
});
