// What the documents name is there: a file that has moved is not left behind in words.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

/** Names in backticks that can only be a file's: with a folder before it, or an ending. */
const FILE = /`((?:[\w.-]+\/)*[\w.*-]+\.(?:ts|mjs|astro|css|md|json|bin|tsv))`/g;
/** The files of a widget that the guide writes as it goes. */
const written =
  /coin-toss|^CoinToss|^(params|model|figure|say|widget|from|styles)\.\w+$|^learner\/learner\.ts$/;

test.each(globSync('widgets/**/README.md'))('%s names files that are there', (readme) => {
  const names = [...readFileSync(readme, 'utf8').matchAll(FILE)].map(([, name = '']) => name);
  const rooms = [
    '',
    'widgets/',
    'public/data/',
    `${dirname(readme)}/`,
    `${dirname(readme)}/learner/`,
  ];
  const isThere = (name: string): boolean =>
    rooms.some((room) =>
      name.includes('*') ? globSync(room + name).length > 0 : existsSync(room + name),
    );
  const own = readme === 'widgets/README.md' ? names.filter((name) => !written.test(name)) : names;
  expect(own.filter((name) => !isThere(name))).toEqual([]);
});

test('the README’s second paragraph is for teachers, and names pages that are there', () => {
  const [, , second = ''] = readFileSync('README.md', 'utf8').split(/\n{2,}/);
  expect(second).toMatch(/_For teachers_ \(`teachers\/`/);
  const [, guide = ''] = /\]\((src\/[^)]+)\)/.exec(second) ?? [];
  expect(existsSync(guide)).toBe(true);
});

/** Where ARCHITECTURE.md and its like look for a name: from the root, or from a room that the sentence is about. */
const ROOMS = ['', '{src,widgets,scripts,content,public,tests}/**/'];

test.each(['ARCHITECTURE.md', 'README.md', 'content/CONTRIBUTING.md', ...globSync('docs/**/*.md')])(
  '%s names files that are there',
  (page) => {
    const names = [...readFileSync(page, 'utf8').matchAll(FILE)].map(([, name = '']) => name);
    const isThere = (name: string): boolean =>
      ROOMS.some((room) => globSync(room + name).length > 0);
    const named = names.filter(
      (name) => name.includes('/') && !/\bname\.|NN-name|NAME|</.test(name),
    );
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  },
);
