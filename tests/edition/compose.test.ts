/** An edition's working copy: what is taken of the book, what comes of the folder, and what is said where it cannot be. */
import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compose, type Composed } from '../../scripts/edition/compose.ts';
import { readEdition } from '../../scripts/edition/edition.ts';
import { sync } from '../../scripts/edition/sync.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'edition-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const edition = (lessons: string, more = ''): void =>
  put(
    'edition.yaml',
    `id: of-one-s-own\ntitle: A title\ntagline: A line\n${more}parts:\n  - id: first\n    title: First\n    purpose: To be first.\n    lessons: [${lessons}]\n`,
  );
const composed = (): Composed => compose(process.cwd(), readEdition(folder));
const textOf = ({ files }: Composed, file: string): string => {
  const one = files.get(file);
  return one && 'text' in one ? one.text : '';
};
const tagsIn = ({ files }: Composed): readonly string[] =>
  [
    ...new Set(
      [...files.keys()].flatMap((file) => /^widgets\/experiments\/([^/]+)/.exec(file)?.[1] ?? []),
    ),
  ].toSorted();

describe('an edition', () => {
  it('has the lessons that it names, in its order, with their experiments and data and no others', () => {
    edition('the-tail, latency-and-throughput');
    const made = composed();
    const lessons = [...made.files.keys()].filter(
      (file) => file.endsWith('.mdx') && file.startsWith('content/'),
    );
    expect(lessons).toEqual([
      'content/of-one-s-own/first/06-the-tail.mdx',
      'content/of-one-s-own/first/01-latency-and-throughput.mdx',
    ]);
    expect(made.left).toContain('black-friday');
    expect(made.left).not.toContain('the-tail');
    expect(tagsIn(made)).toEqual(expect.arrayContaining(['batch-bench', 'tail-jar']));
    expect(tagsIn(made)).not.toContain('black-friday');
    expect(made.files.has('public/data/hmda.bin')).toBe(false);
    expect(parse(textOf(made, 'content/book.yaml'))).toMatchObject({
      id: 'of-one-s-own',
      of: 'ml-systems-in-production',
      chapters: [
        { folder: 'of-one-s-own', parts: [{ lessons: ['the-tail', 'latency-and-throughput'] }] },
      ],
    });
  });

  it('has lessons, experiments and ideas of its own beside them, where the build finds them; without the book’s it is of no book', () => {
    edition('my-lesson');
    put('lessons/my-lesson.mdx', '---\ntitle: Mine\n---\n\n<MyCoin id="coin" />\n');
    put('lessons/my-lesson.questions.yaml', '- id: q\n  idea: chance\n- id: r\n  idea: chance\n');
    put('experiments/my-coin/widget.ts', 'export {};\n');
    put(
      'ideas.yaml',
      '- id: chance\n  phrase: Chance is chance\n  review: true\n- id: unused\n  phrase: Nobody asks\n',
    );
    const made = composed();
    expect(tagsIn(made)).toEqual(['my-coin']);
    expect(made.files.get('content/of-one-s-own/first/my-lesson.mdx')).toEqual({
      from: join(folder, 'lessons/my-lesson.mdx'),
    });
    expect(parse(textOf(made, 'content/of-one-s-own/ideas.yaml'))).toEqual([
      { id: 'chance', phrase: 'Chance is chance', review: true },
    ]);
    expect(textOf(made, 'content/book.yaml')).not.toContain('of:');
    expect([...made.files.keys()].filter((file) => file.endsWith('.bin'))).toEqual([]);
  });

  it('names all that it cannot have, each with the file', () => {
    edition(
      'the-tail, nowhere, the-tail',
      'sets: [no-such-set]\ncolours: { light: "#ffcc00", dark: "#f0a48f" }\n',
    );
    put('lessons/stray.mdx', 'Text.');
    put('lessons/black-friday.mdx', 'Text.');
    put('experiments/batch-bench/widget.ts', '');
    const said = (() => {
      try {
        composed();
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    })();
    for (const fault of [
      'no lesson “nowhere”',
      '“the-tail” is named twice',
      'no assignment “no-such-set”',
      'stray.mdx: no part',
      'black-friday.mdx: no part',
      'an experiment “batch-bench”',
      'the colour #ffcc00 has a contrast of 1.4 on the paper of the light theme',
    ])
      expect(said).toContain(fault);
    expect(said.split('\n').every((line) => line.startsWith(folder))).toBe(true);
  });

  it('is refused with file and line where its table is wrong', () => {
    edition('the-tail', 'id-of: x\n');
    expect(() => readEdition(folder)).toThrow(/edition\.yaml.*id-of/s);
    put('edition.yaml', 'id: Two Words\ntitle: T\ntagline: L\nparts: []\n');
    expect(() => readEdition(folder)).toThrow(
      /edition\.yaml:1: id: lower-case[^]*edition\.yaml:4: parts: name one part/,
    );
    rmSync(join(folder, 'edition.yaml'));
    expect(() => readEdition(folder)).toThrow('npm run new:edition');
  });
});

it('a working copy is brought up to date: what is the same stays, what goes is taken away, what commands made there stays', () => {
  const place = join(folder, 'place');
  put('a.txt', 'a');
  const files = new Map([
    ['a.txt', { from: join(folder, 'a.txt') }],
    ['deep/b.txt', { text: 'b' }],
  ]);
  expect(sync(place, files)).toEqual(['a.txt', 'deep/b.txt']);
  expect(sync(place, files)).toEqual([]);
  mkdirSync(join(place, 'dist'));
  writeFileSync(join(place, 'dist/index.html'), 'built');
  put('a.txt', 'another');
  files.delete('deep/b.txt');
  expect(sync(place, files).toSorted()).toEqual(['a.txt', 'deep', 'deep/b.txt']);
  expect(sync(place, files)).toEqual([]);
  // An experiment whose folder is empty would be one.
  expect(existsSync(join(place, 'deep'))).toBe(false);
});
