import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { lessonsIn } from '../../scripts/book/lessons.mjs';

const made: string[] = [];
afterEach(() => made.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** A built book with these lessons in its contents and these folders. */
function book(listed: readonly string[], built: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'book-lessons-'));
  made.push(folder);
  const items = listed.map((name) => `<li data-contents="lessons/${name}/">${name}</li>`);
  writeFileSync(join(folder, 'index.html'), `<ol>${items.join('')}</ol>`);
  for (const name of built) mkdirSync(join(folder, 'lessons', name), { recursive: true });
  mkdirSync(join(folder, 'lessons'), { recursive: true });
  return folder;
}

test('lessons come in the order of the contents', () => {
  expect(lessonsIn(book(['z-last', 'a-first'], ['a-first', 'z-last']))).toEqual([
    'z-last',
    'a-first',
  ]);
});

test.each([
  ['built and not listed', ['one'], ['one', 'two'], /two/],
  ['listed and not built', ['one', 'two'], ['one'], /two/],
  ['listed twice', ['one', 'one'], ['one'], /one/],
])('a lesson that is %s is named', (_, listed, built, fault) => {
  expect(() => lessonsIn(book(listed, built))).toThrow(fault);
});

test('a book without lessons is a fault, not an empty list', () => {
  expect(() => lessonsIn(book([], []))).toThrow(/no lesson/);
});
