import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { only, parsePage } from '../../scripts/book/html.ts';
import { chosen, partsIn } from '../../scripts/paper/contents.ts';
import { listed } from '../../scripts/paper/downloads.ts';
import { noticesOf } from '../../scripts/paper/notices.ts';
import { operatorsIn, unmarkedIn } from '../../scripts/paper/operators.ts';

const FRONT = only(
  parsePage(`<main><ol><li class="entry optional" data-contents="/lessons/before/"></li></ol>
    <section class="contents-part"><p class="kicker">Part I</p><h3><a href="./parts/one/">First</a></h3><p class="soft">Why.</p>
      <ol><li class="entry" data-contents="/lessons/a/"></li><li class="entry optional" data-contents="/lessons/b/"></li></ol>
      <p data-practice="/lessons/practise-one/"></p></section></main>`),
  'main',
);
const slugs = (word: string): string[] =>
  chosen(partsIn(FRONT), word, 'Book').parts.flatMap(({ lessons }) =>
    lessons.map(({ slug }) => slug),
  );

test('all, the core, a part and a lesson are found in the contents, and anything else is refused with what there is', () => {
  expect(slugs('all')).toEqual(['before', 'a', 'b', 'practise-one']);
  expect(slugs('core')).toEqual(['a']);
  expect(slugs('one')).toEqual(['a', 'b', 'practise-one']);
  expect(slugs('b')).toEqual(['b']);
  expect(() => slugs('c')).toThrow(
    'There is no “c” to print. Say one of: all, core, before, one, before, a, b',
  );
});

test('operators are read past strings, comments, dictionaries and inline images', () => {
  const content =
    '/P <</MCID 0>> BDC BT (a\\) f (b) Tj) Tj [<00> -5 (x)] TJ ET EMC % f\nBI /W 1 ID \0f EI\nq';
  expect([...operatorsIn(content)].map(({ name }) => name)).toEqual([
    ...['BDC', 'BT', 'Tj', 'TJ', 'ET', 'EMC', 'EI', 'q'],
  ]);
});

test('what is painted outside marked pieces is found: paths whole, texts from begin to end, and no clip', () => {
  const content =
    '0 0 1 1 re W n /F <</MCID 1>> BDC 0 0 m 1 1 l S EMC 2 2 m 3 3 l S BT (a) Tj ET BT ET /X Do';
  expect(unmarkedIn(content).map(({ from, to }) => content.slice(from, to))).toEqual([
    '2 2 m 3 3 l S',
    'BT (a) Tj ET',
    '/X Do',
  ]);
});

test('the page of downloads links what stands beside it and says its size; the rest is not there', () => {
  const page =
    '<tr><th data-file="a.pdf">A</th><td data-size="a.pdf">no</td><th data-file="b">B</th></tr>';
  const html = listed(`<table>${page}</table>`, new Map([['a.pdf', 2_340_000]]));
  expect(html).toContain('<th data-file="a.pdf"><a href="a.pdf" download="a.pdf">A</a></th>');
  expect(html).toContain('<td data-size="a.pdf">2.3&nbsp;MB</td>');
  expect(html).toContain('<th data-file="b">B</th>');
});

test('each package that the book carries is named with its licence, and what only builds it is not', () => {
  const notices = noticesOf('.');
  for (const name of ['@tensorflow/tfjs', 'd3-array', 'quickjs-wasi', '@fontsource-variable/inter'])
    expect(notices).toMatch(new RegExp(`^${name} [\\d.]+, \\S+`, 'm'));
  expect(notices).toContain('Apache License');
  expect(notices).not.toMatch(/^astro /m);
});

test('the citation is of this version', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(readFileSync('CITATION.cff', 'utf8')).toContain(`\nversion: ${version}\n`);
});
