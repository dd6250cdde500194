import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeApart, putInPlace } from '../../scripts/build/place.mjs';

let root = '';
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'book-place-'))));
afterEach(() => rmSync(root, { recursive: true }));

function book(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), text);
}

test('what was made takes the place of what was there, with nothing left over', () => {
  const [dist, apart] = [join(root, 'dist'), placeApart(join(root, 'making'), 'dist')];
  book(dist, 'old');
  writeFileSync(join(dist, 'gone.html'), '');
  book(apart, 'new');
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('old');
  putInPlace(apart, dist);
  expect(readdirSync(dist)).toEqual(['index.html']);
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('new');
  expect(readdirSync(join(root, 'making'))).toEqual([]);
});

test('a single file, in a folder that is not there yet', () => {
  const apart = placeApart(join(root, 'making'), 'book.html');
  writeFileSync(apart, 'whole');
  putInPlace(apart, join(root, 'out', 'book.html'));
  expect(readFileSync(join(root, 'out', 'book.html'), 'utf8')).toBe('whole');
});

test('where nothing was made, what was there stays', () => {
  const dist = join(root, 'dist');
  book(dist, 'old');
  expect(() => putInPlace(placeApart(join(root, 'making'), 'dist'), dist)).toThrow(/ENOENT/);
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('old');
});

test('what a killed build has left is cleared away; what another one is making is not', () => {
  const making = join(root, 'making');
  // No process has so high a number.
  book(join(making, 'dist.99999999'), 'half');
  book(join(making, `dist.${process.ppid}`), 'half');
  placeApart(making, 'dist');
  expect(existsSync(join(making, 'dist.99999999'))).toBe(false);
  expect(existsSync(join(making, `dist.${process.ppid}`))).toBe(true);
});
