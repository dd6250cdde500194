// What is exported is imported somewhere: by the book, or at least by a test.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { expect, test } from 'vitest';
import { wordsFile } from './words.ts';

type Sources = ReadonlyMap<string, string>;

const IMPORT =
  /^[ \t]*(?:import|export)\s+(?:type\s+)?([^'";]*?)\s*from\s+['"]([.#][^'"]+)['"]|\bimport\(\s*['"]([.#][^'"]+)['"]/gm;
const EXPORT = /^export\s+(?:async\s+)?(?:const|let|function\*?|class)\s+([\w$]+)/gm;

/** The names that each file is asked for; `*` stands for all of them. */
function askedOf(sources: Sources): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, ReadonlySet<string>>();
  for (const [file, text] of sources) {
    for (const [, clause = '', plain, lazy] of text.matchAll(IMPORT)) {
      const named = /\{([^}]*)\}/.exec(clause)?.[1]?.split(',') ?? [];
      const names = named.map(
        (one) =>
          one
            .trim()
            .replace(/^type\s+/, '')
            .split(' as ')[0] ?? '',
      );
      const name = plain ?? lazy ?? '';
      const from = name.startsWith('#') ? wordsFile(name) : normalize(join(dirname(file), name));
      const before = asked.get(from) ?? [];
      const handsOn = file.endsWith('/index.ts') && file.startsWith('widgets/kit/');
      const whole = lazy !== undefined || (clause.includes('*') && !handsOn) ? ['*'] : [];
      asked.set(from, new Set([...before, ...names, ...whole]));
    }
  }
  // An index hands on what its neighbours export: what is asked of it is asked of each of them.
  for (const [file, names] of asked)
    if (file.endsWith('/index.ts'))
      for (const one of sources.keys())
        if (dirname(one) === dirname(file))
          asked.set(one, new Set([...(asked.get(one) ?? []), ...names]));
  return asked;
}

/** Exported values that no file asks for, as `file: name`. */
function unasked(sources: Sources): string[] {
  const asked = askedOf(sources);
  return [...sources].flatMap(([file, text]) =>
    [...text.matchAll(EXPORT)]
      .map(([, name = '']) => name)
      .filter((name) => !asked.get(file)?.has(name) && !asked.get(file)?.has('*'))
      .map((name) => `${file}: ${name}`),
  );
}

/** Names that Astro asks for, parts that are found by folder, what the entry of a module is written of, and the text of a file that is written. */
const FOUND =
  /^src\/(content\.config\.ts|pages\/|modules\/)|^scripts\/(attack\/parts|hand-in\/kinds|lms)\/|^widgets\/experiments\/[\w-]+\/widget\.ts: |^widgets\/controls\/[\w-]+\/surface\.ts: surface$|^src\/workbench\/specimens\/[\w-]+\.ts: specimen$|^src\/tasks\/kinds\/[\w-]+\/sample\.ts: sample(In|Of)$|^widgets\/module\/(assets|module)\.ts: |: DATA_HASHES$/;

test('every value that is exported is imported somewhere', () => {
  const files = globSync([
    '{content,src,widgets,scripts,tests}/**/*.{ts,mjs,astro,mdx}',
    '*.{ts,mjs}',
  ]);
  const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  const inBook = unasked(sources).filter((one) => /^(src|widgets|scripts)\//.test(one));
  expect(inBook.filter((one) => !FOUND.test(one))).toEqual([]);
});

test('an export that nobody asks for is seen, however the others are asked for', () => {
  const sources = new Map([
    ['a/x.ts', 'export const one = 1;\nexport function two() {}\nexport class Three {}'],
    ['a/y.ts', `import { one as uno, type Three } from './x.ts';`],
    ['b/z.ts', `export const four = 4;`],
    ['c.ts', `const z = await import('./b/z.ts');`],
  ]);
  expect(unasked(sources)).toEqual(['a/x.ts: two']);
});
