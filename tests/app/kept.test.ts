import { expect, test } from 'vitest';
import {
  addressOf,
  bytesOf,
  cacheName,
  editionOf,
  keyOf,
  pathIn,
  placesOf,
  wanted,
} from '../../src/app/pure/kept.ts';

const SCOPE = 'https://book.example/ml/e/2/';

test('an address in the folder means a file of it, without what is asked or pointed at', () => {
  expect(pathIn(SCOPE, `${SCOPE}?seed=3#run`)).toBe('index.html');
  expect(pathIn(SCOPE, `${SCOPE}lessons/the-tail/#how`)).toBe('lessons/the-tail/index.html');
  expect(pathIn(SCOPE, `${SCOPE}data/a.bin?x`)).toBe('data/a.bin');
  expect(pathIn(SCOPE, 'https://book.example/ml/e/20/a')).toBeUndefined();
});

test('a page is asked for by its folder, and every file by its path', () => {
  for (const path of ['index.html', 'a/index.html', 'a/b.js'])
    expect(pathIn(SCOPE, addressOf(SCOPE, path))).toBe(path);
  expect(addressOf(SCOPE, 'a/index.html')).toBe(`${SCOPE}a/`);
  expect(addressOf(SCOPE, 'not-index.html')).toBe(`${SCOPE}not-index.html`);
});

test('hashes with a slash in them are one step of a path', () => {
  expect(new URL(keyOf(SCOPE, 'a/b+c=')).pathname).toBe('/ml/e/2/.kept/a%2Fb%2Bc%3D');
});

test('a cache says whose edition it keeps', () => {
  expect(editionOf('book', cacheName('book', '2027-1'))).toBe('2027-1');
  expect(editionOf('book', cacheName('other', '1'))).toBeUndefined();
});

test('a choice has its files and their bytes', () => {
  const files = { a: ['h', 5, 1], b: ['i', 7, 0] } as const;
  expect(wanted(files, 'core').map(([path]) => path)).toEqual(['a']);
  expect([bytesOf(files, 'core'), bytesOf(files, 'all')]).toEqual([5, 12]);
});

test('editions stand beside each other, or nothing is kept', () => {
  const front = 'https://book.example/ml/';
  expect(placesOf(front, 'e/2/')).toEqual({ scope: SCOPE, front });
  expect(placesOf(SCOPE, undefined)).toEqual({ scope: SCOPE, front });
  expect(placesOf(front, undefined)).toBeUndefined();
});
