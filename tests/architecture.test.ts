import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

/** A rule of ARCHITECTURE.md: which files it binds, what they may not import (or say). */
interface Rule {
  readonly says: string;
  readonly files: RegExp;
  readonly never: (from: string, imported: string, typeOnly: boolean) => boolean;
}

const WIDGET = /^widgets\/(?!kit\/|sim\/|lab\/)([\w-]+)\//;
/** The files that tsconfig.pure.json names: one list for the compiler, the linter and this test. */
const pure = (
  JSON.parse(readFileSync('tsconfig.pure.json', 'utf8')) as { include: readonly string[] }
).include;
const PURE = new RegExp(
  `^(${pure.map((glob) => glob.replaceAll('.', '\\.').replaceAll('*', '[^/]+')).join('|')})$`,
);
const TENSORFLOW = /^@tensorflow\//;
const inSource = (path: string): boolean => path.startsWith('src/');

const RULES: readonly Rule[] = [
  {
    says: 'widgets never import the site',
    files: /^widgets\//,
    never: (_, imported) => inSource(imported),
  },
  {
    says: 'one widget never imports another',
    files: WIDGET,
    never: (from, imported) =>
      WIDGET.test(imported) && WIDGET.exec(imported)?.[1] !== WIDGET.exec(from)?.[1],
  },
  {
    // build-outcome.ts is the build's own way to run anything; no page loads it.
    says: 'the kit knows no widget, and neither worker nor twin',
    files: /^widgets\/kit\/(?!build-outcome\.ts$)/,
    never: (_, imported) =>
      WIDGET.test(imported) || /^widgets\/(sim\/|lab\/|run-on-node)/.test(imported),
  },
  {
    says: 'pure files know nothing of TF.js, Node or the page’s side of the kit',
    files: PURE,
    never: (_, imported, typeOnly) =>
      !typeOnly &&
      (TENSORFLOW.test(imported) ||
        imported.startsWith('node:') ||
        /^widgets\/kit\/(render|define-widget|experiment|runners|stage|assets)\.ts$/.test(
          imported,
        )),
  },
  {
    says: 'widget.ts names its runner by string: no learner, worker or twin is imported',
    files: /^widgets\/([\w-]+\/widget|index)\.ts$/,
    never: (_, imported, typeOnly) =>
      !typeOnly && (/\/learner\.ts$/.test(imported) || /^widgets\/(sim|lab)\//.test(imported)),
  },
  {
    says: 'only learners and the lab know TF.js',
    files: /^(src|widgets)\/(?!lab\/|[\w-]+\/learner\.ts$)/,
    never: (_, imported, typeOnly) => !typeOnly && TENSORFLOW.test(imported),
  },
  {
    says: 'the page opens no worker’s code by import',
    files: /^(src|widgets\/kit)\//,
    never: (from, imported) =>
      /^widgets\/(sim|lab)\/(worker|learners|runs)\.ts$/.test(imported) &&
      !from.endsWith('.config.ts'),
  },
  {
    says: 'questions and widgets meet at events: neither imports the other’s element',
    files: /^src\/questions\//,
    never: (_, imported) => /^widgets\/kit\/(define-widget|experiment|stage)\.ts$/.test(imported),
  },
  {
    says: 'd3 and TF.js come by their parts',
    // gradients.ts says why Node needs the whole of TF.js there; the worker's build puts the core's gradients in its place.
    files: /^(src|widgets\/(?!lab\/gradients\.ts$))/,
    never: (_, imported) => imported === 'd3' || imported === '@tensorflow/tfjs',
  },
  {
    says: 'content imports nothing',
    files: /^content\//,
    never: () => true,
  },
];

const IMPORT =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** Every import of a file that breaks a rule, as a sentence. */
function breaches(file: string, text: string): string[] {
  const imports = [...text.matchAll(IMPORT)].map(([, type, plain, lazy]) => {
    const name = plain ?? lazy ?? '';
    const imported = name.startsWith('.') ? normalize(join(dirname(file), name)) : name;
    return { imported, typeOnly: type !== undefined };
  });
  return RULES.filter((rule) => rule.files.test(file)).flatMap((rule) =>
    imports
      .filter(({ imported, typeOnly }) => rule.never(file, imported, typeOnly))
      .map(({ imported }) => `${file} imports ${imported}: ${rule.says}`),
  );
}

const sources = ['content', 'src', 'widgets'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs|astro|mdx)$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);

test('nobody imports whom they may not', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.flatMap((file) => breaches(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  ['widgets/kit/form.ts', `import { BOOK } from '../../src/book.ts';`],
  ['widgets/tail-jar/model.ts', `import { run } from '../batch-bench/model.ts';`],
  ['widgets/kit/spread.ts', `import {\n  a,\n  b,\n} from '../tail-jar/model.ts';`],
  ['widgets/tail-jar/figure.ts', `import { setMarkup } from '../kit/render.ts';`],
  ['widgets/tail-jar/figure.ts', `import * as tf from '@tensorflow/tfjs-core';`],
  ['widgets/distribution-shift/widget.ts', `import { learn } from './learner.ts';`],
  ['widgets/distribution-shift/widget.ts', `const lab = await import('../lab/node.ts');`],
  ['src/pages/index.astro', `---\nimport '@tensorflow/tfjs-core';\n---`],
  ['widgets/kit/runners.ts', `const w = import('../sim/worker.ts');`],
  [
    'src/questions/question-element.ts',
    `export { Experiment } from '../../widgets/kit/experiment.ts';`,
  ],
  ['widgets/kit/axes.ts', `import { scaleLinear } from 'd3';`],
  ['content/a/01.mdx', `import Thing from '../../src/components/Note.astro';`],
])('a breach in %s is seen', (file, text) => {
  expect(breaches(file, text)).not.toEqual([]);
});

test('a type may cross where code may not', () => {
  const text = `import type { Tensor } from '@tensorflow/tfjs-core';\nimport { line } from 'd3-shape';`;
  expect(breaches('widgets/distribution-shift/figure.ts', text)).toEqual([]);
});
