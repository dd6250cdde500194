/** The house knows no chapter, no lesson and no experiment by name: they are found by folder. By text, comments too. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path/posix';
import { describe, expect, it } from 'vitest';

const files = (...patterns: readonly string[]): readonly string[] =>
  globSync([...patterns])
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
const read = (file: string): string => readFileSync(file, 'utf8');
const pascal = (tag: string): string =>
  tag.replace(/(?:^|-)(\w)/g, (_, c: string) => c.toUpperCase());

/** What is looked through. The tables of experiments are where their names belong. */
const TABLES = ['widgets/run/lab/learners.ts', 'widgets/run/sim/runs.ts'];
const HOUSE = files(
  'src/**/*.{ts,astro,css}',
  'scripts/**/*.{ts,mjs}',
  'widgets/{controls,engine,kit,page,run,server,shared,styles}/**/*.{ts,astro,css}',
  '*.{mjs,ts}',
).filter((file) => !TABLES.includes(file));

const lessons = files('content/*/**/*.mdx');
const experiments = files('widgets/experiments/*/').map((folder) => basename(folder));
const ids = lessons.flatMap((file) =>
  [...read(file).matchAll(/<[A-Z]\w+\s[^>]*?\bid="([\w-]+)"/g)].map(([, id = '']) => id),
);
/** Each with what it is. */
const NAMES = new Map([
  ...files('content/*/').map((folder) => [basename(folder), 'a chapter'] as const),
  ...lessons.map((file) => [basename(file, '.mdx').replace(/^\d+-/, ''), 'a lesson'] as const),
  ...lessons.map((file) => [/^title: (.*)$/m.exec(read(file))?.[1] ?? '', 'a lesson'] as const),
  ...ids.map((id) => [id, 'a question or an experiment of a lesson'] as const),
  ...experiments.map((tag) => [tag, 'a widget'] as const),
  ...experiments.map((tag) => [pascal(tag), 'a widget'] as const),
]);

/** Every name that stands in a text as a word of its own, or within a longer one where it is written together. */
function named(text: string): string[] {
  return [...NAMES].flatMap(([name, what]) =>
    new RegExp(`(?<![\\w-])${name}(?![\\w-])|(?<=[a-z])${name}`, 'i').test(text)
      ? [`${name}, ${what}`]
      : [],
  );
}

describe('src, scripts and the machinery of the widgets', () => {
  it('name no chapter, no lesson, no question and no widget', () => {
    expect(HOUSE.length).toBeGreaterThan(150);
    expect(NAMES.size).toBeGreaterThan(30);
    const found = HOUSE.flatMap((file) => named(read(file)).map((name) => `${file}: ${name}`));
    expect(found).toEqual([]);
  });

  it.each(experiments)('would be seen to name %s', (tag) => {
    for (const text of [`'${tag}'`, `<${pascal(tag)} id="x" />`, `learn${pascal(tag)}()`]) {
      expect(named(text)).not.toEqual([]);
    }
  });
});
