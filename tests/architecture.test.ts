import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, matchesGlob, normalize } from 'node:path/posix';
import { expect, test } from 'vitest';
import { ATTRIBUTES } from '../widgets/kit/contract/border.ts';
import { wordsFile } from './words.ts';

/** A rule of ARCHITECTURE.md: which files it binds, what they may not import. */
interface Rule {
  readonly says: string;
  readonly binds: (file: string) => boolean;
  readonly never: (from: string, imported: string, typeOnly: boolean) => boolean;
}

/** The rooms of `widgets/`, from the ground up, and the rooms whose code each may use besides its own. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  shared: ['kit'],
  engine: ['kit'],
  controls: ['kit'],
  experiments: ['kit', 'shared', 'engine', 'controls'],
  run: ['kit', 'shared', 'engine', 'experiments'],
  page: ['kit', 'controls', 'run'],
  server: ['kit', 'controls', 'run', 'experiments'],
  module: ['kit', 'page', 'run'],
};
/** An experiment's component is drawn on the server, with the frame around it. */
const roomOf = (path: string): string | undefined =>
  path.endsWith('.astro') ? 'server' : /^widgets\/([\w-]+)\//.exec(path)?.[1];
const experimentOf = (path: string): string | undefined =>
  /^widgets\/experiments\/([\w-]+)\//.exec(path)?.[1];
const controlOf = (path: string): string | undefined =>
  /^widgets\/controls\/([\w-]+)\//.exec(path)?.[1];

/** The folders that tsconfig.pure.json names: one list for the compiler, the linter and this test. */
const pure = JSON.parse(readFileSync('tsconfig.pure.json', 'utf8')) as {
  include: readonly string[];
  exclude: readonly string[];
};
const isPure = (path: string): boolean =>
  pure.include.some((glob) => matchesGlob(path, glob)) &&
  !pure.exclude.some((glob) => matchesGlob(path, glob));
const TENSORFLOW = /^@tensorflow\//;

const RULES: readonly Rule[] = [
  {
    says: 'widgets never import the site',
    binds: (file) => file.startsWith('widgets/'),
    never: (_, imported) => imported.startsWith('src/'),
  },
  {
    says: 'arrows lead down: a room uses only the rooms below it',
    binds: (file) => /^widgets\/[\w-]+\//.test(file),
    never: (from, imported) => {
      const [room = '', other] = [roomOf(from), roomOf(imported)];
      return other !== undefined && other !== room && !(ROOMS[room] ?? []).includes(other);
    },
  },
  {
    says: 'one experiment never imports another',
    binds: (file) => experimentOf(file) !== undefined,
    never: (from, imported) =>
      experimentOf(imported) !== undefined && experimentOf(imported) !== experimentOf(from),
  },
  {
    says: 'one kind of control never imports another',
    binds: (file) => controlOf(file) !== undefined,
    never: (from, imported) =>
      controlOf(imported) !== undefined && controlOf(imported) !== controlOf(from),
  },
  {
    says: 'pure files import pure files, and nothing of TF.js or Node',
    binds: isPure,
    never: (_, imported, typeOnly) =>
      !typeOnly &&
      (TENSORFLOW.test(imported) ||
        imported.startsWith('node:') ||
        (/^(widgets|src|scripts)\//.test(imported) && !isPure(imported))),
  },
  {
    says: 'only learners, the engine and the lab know TF.js',
    binds: (file) => !/^widgets\/(engine|run\/lab|experiments\/[\w-]+\/learner)\//.test(file),
    never: (_, imported, typeOnly) => !typeOnly && TENSORFLOW.test(imported),
  },
  {
    says: 'the page opens no worker’s code by import',
    // The workbench puts its runs into a worker of its own, and beside the book's where the build draws.
    binds: (file) =>
      /^(src(?!\/workbench\/(?:runs|sim-worker)\.ts)|widgets\/(page|run\/page|experiments))\//.test(
        file,
      ),
    never: (_, imported) => /^widgets\/run\/(sim|lab)\//.test(imported),
  },
  {
    says: 'questions and experiments meet at events: neither imports the other’s element',
    binds: (file) => file.startsWith('src/tasks/'),
    never: (_, imported) =>
      /^widgets\/page\/(define-widget|experiment|stage|trials)\.ts$/.test(imported),
  },
  {
    says: 'd3 and TF.js come by their parts',
    // gradients.ts says why Node needs the whole of TF.js there; the worker's build puts the core's gradients in its place.
    binds: (file) => file !== 'widgets/engine/gradients.ts',
    never: (_, imported) => imported === 'd3' || imported === '@tensorflow/tfjs',
  },
  {
    says: 'content imports nothing',
    binds: (file) => file.startsWith('content/'),
    never: () => true,
  },
];

const IMPORT =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** What a file imports, by paths from the book's root. */
function importsOf(file: string, text: string) {
  return [...text.matchAll(IMPORT)].map(([, type, plain, lazy]) => {
    const name = plain ?? lazy ?? '';
    const imported = name.startsWith('.') ? normalize(join(dirname(file), name)) : wordsFile(name);
    return { imported, typeOnly: type !== undefined };
  });
}

/** Every import of a file that breaks a rule, as a sentence. */
function breaches(file: string, text: string): string[] {
  return RULES.filter((rule) => rule.binds(file)).flatMap((rule) =>
    importsOf(file, text)
      .filter(({ imported, typeOnly }) => rule.never(file, imported, typeOnly))
      .map(({ imported }) => `${file} imports ${imported}: ${rule.says}`),
  );
}

const code = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs|astro|mdx)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
const sources = ['content', 'src', 'widgets'].flatMap(code);

test('nobody imports whom they may not', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.flatMap((file) => breaches(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  ['widgets/kit/draw/axes.ts', `import { BOOK } from '../../../src/book/book.ts';`],
  ['widgets/kit/draw/axes.ts', `import { scaleLinear } from 'd3';`],
  ['widgets/kit/draw/axes.ts', `import { CELLS } from '#words/widgets/controls/cells/words';`],
  ['widgets/kit/spread/spread.ts', `import {\n  a,\n  b,\n} from '../../shared/queue/queue.ts';`],
  ['widgets/shared/queue/queue.ts', `import { a } from '../../experiments/tail-jar/model.ts';`],
  ['widgets/experiments/tail-jar/model.ts', `import { run } from '../batch-bench/model.ts';`],
  [
    'widgets/experiments/tail-jar/figure.ts',
    `import { setMarkup } from '../../run/page/trusted-types.ts';`,
  ],
  ['widgets/experiments/tail-jar/figure.ts', `import * as tf from '@tensorflow/tfjs-core';`],
  ['widgets/kit/spread/spread.ts', `import { kindOf } from '../../controls/kinds.ts';`],
  ['widgets/controls/curve/surface.ts', `import { neighbour } from '../cells/pure/markup.ts';`],
  ['widgets/controls/cells/pure/cells.ts', `import { surface } from '../surface.ts';`],
  ['widgets/experiments/data-poisoning/widget.ts', `import { a } from './learner/learner.ts';`],
  ['widgets/experiments/data-poisoning/widget.ts', `await import('../../run/lab/node.ts');`],
  ['src/pages/index.astro', `---\nimport '@tensorflow/tfjs-core';\n---`],
  ['widgets/run/page/runners.ts', `const w = import('../sim/worker.ts');`],
  [
    'src/tasks/practice/page/wake.ts',
    `export { Experiment } from '../../../../widgets/page/experiment.ts';`,
  ],
  ['src/tasks/judge/check.ts', `import { readFileSync } from 'node:fs';`],
  ['content/a/01.mdx', `import Thing from '../../src/components/Note.astro';`],
])('a breach in %s is seen', (file, text) => {
  expect(breaches(file, text)).not.toEqual([]);
});

test('a type may cross where code may not', () => {
  const text = `import type { Tensor } from '@tensorflow/tfjs-core';\nimport { line } from 'd3-shape';`;
  expect(breaches('widgets/experiments/distribution-shift/figure.ts', text)).toEqual([]);
});

/** Circles of imports among files, by their texts, types and words counted: depth first, each where it closes, with its files. */
function circles(texts: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at >= 0) found.push([...way.slice(at), file].join(' → '));
    if (at >= 0 || done.has(file)) return;
    for (const { imported } of importsOf(file, texts.get(file) ?? ''))
      visit(imported, [...way, file]);
    done.add(file);
  };
  for (const file of texts.keys()) visit(file, []);
  return found;
}

test('no file imports itself by way of others', () => {
  const files = ['src', 'widgets', 'scripts'].flatMap(code);
  expect(circles(new Map(files.map((file) => [file, readFileSync(file, 'utf8')])))).toEqual([]);
});

test.each([`import type { A } from './a.ts';`, `const a = await import('./a.ts');`])(
  'a circle that %s closes is seen, and its files are named',
  (closing) => {
    const open = [
      ['src/way.ts', `import { a } from './a.ts';\nimport { B } from '#words/src/b';`],
      ['src/a.ts', `import { B } from '#words/src/b';`],
    ] as const;
    expect(circles(new Map(open))).toEqual([]);
    const words = wordsFile('#words/src/b');
    expect(circles(new Map([...open, [words, closing]]))).toEqual([
      `src/a.ts → ${words} → src/a.ts`,
    ]);
  },
);

/** Attributes that a text sets, parts and buttons with their names: `veil`, `part="figure"`. */
const SETS =
  /(?<!\[)\bdata-((?:part|does)="[\w-]+"|[\w-]+)(?==|["\s>])|dataset\['(\w+)'\] = |toggleAttribute\('data-([\w-]+)'/g;
/** Attributes that a text looks for. */
const READS =
  /\[data-((?:part|does)="[\w-]+"|[\w-]+)|'data-([\w-]+)'|dataset\['(\w+)'\](?! =)|'(\w+)' in [\w.]*dataset/g;
const attributes = (text: string, by: RegExp): string[] =>
  [...text.matchAll(by)].map((found) => found.slice(1).find(Boolean) ?? '');
/** What the code of a folder sets: `part="figure"` is a `part` too. */
const setIn = (folder: string): ReadonlySet<string> =>
  new Set(
    code(folder)
      .flatMap((file) => attributes(readFileSync(file, 'utf8'), SETS))
      .flatMap((name) => [name, name.replace(/=.*/, '')]),
  );

const OF_EXPERIMENTS = setIn('widgets');
const OF_THE_SITE = setIn('src');

/** Attributes of experiments that a text of the site reads, though the border does not name them. */
function crossings(text: string): string[] {
  return attributes(text, READS).filter(
    (name) =>
      OF_EXPERIMENTS.has(name) &&
      !OF_THE_SITE.has(name) &&
      !(ATTRIBUTES as readonly string[]).includes(name),
  );
}

test('the site reads no attribute of an experiment but those that the border names', () => {
  for (const name of ['veil', 'param', 'slow', 'part="takeaway"', 'does="run"']) {
    expect(OF_EXPERIMENTS).toContain(name);
  }
  const found = code('src').flatMap((file) =>
    crossings(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});

test.each([
  `element.dataset['slow']`,
  `if ('slow' in element.dataset) return;`,
  `document.querySelector('#one [data-part="takeaway"]')`,
  `document.querySelector('#one [data-does="run"]')`,
  `new MutationObserver(heard).observe(element, { attributeFilter: ['data-slow'] })`,
  `for (const control of document.querySelectorAll('[data-param]')) take(control);`,
])('%s would be seen to cross it', (text) => {
  expect(crossings(text)).not.toEqual([]);
});
