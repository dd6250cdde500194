import { expect, it } from 'vitest';
import { dataOf } from './fixture.ts';
import { lostInOneFile, lostOnTheWeb, parsePage, type KeptAddresses } from './today.ts';

/** The addresses themselves are looked up in the built book (scripts/links.mjs); here is shown that a loss is seen. */
const KEPT: KeptAddresses = {
  pages: { 'lessons/a/index.html': ['one', 'two'], 'index.html': ['what'] },
  files: ['data/a.bin', 'workers/sim.js'],
  oneFile: { hashes: ['/a', 'a--one', '/b'], assets: ['data/a.bin', 'data/b.bin'] },
};

it('a page, a place or a file that is gone is named', () => {
  const pages = new Map([['lessons/a/index.html', parsePage('<h2 id="one">1</h2>')]]);
  const files = new Set(['workers/sim.js']);
  expect(lostOnTheWeb(KEPT, { pages, files })).toEqual([
    'lessons/a/index.html#two',
    'index.html',
    'data/a.bin',
  ]);
});

it('so is what the one file no longer shows or carries', () => {
  const page = parsePage(
    '<section data-page="a"><h2 id="a--one">1</h2></section><script data-asset="data/a.bin"></script>',
  );
  expect(lostInOneFile(KEPT, page)).toEqual(['#/b', 'data/b.bin']);
});

it('what is looked up in the built book is the whole of it', () => {
  const { pages, files, oneFile } = dataOf('addresses.json') as KeptAddresses;
  expect(Object.keys(pages)).toHaveLength(52);
  expect(Object.values(pages).flat()).toHaveLength(902);
  expect(files).toHaveLength(78);
  expect(oneFile.hashes).toHaveLength(979);
  expect(oneFile.assets).toHaveLength(68);
});
