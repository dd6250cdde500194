/** One experiment as one ES module: its code, frame, sheet, worker and data, and nothing that is fetched. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown, type Plugin } from 'rolldown';
import {
  attribute,
  elements,
  named,
  pageText,
  parsePage,
  textOf,
  type Element,
} from '../book/html.ts';
import { leaveOutHelp } from '../build/leave-out-help.mjs';
import { pureKit } from '../build/pure-kit.mjs';
import { target } from '../offline/addresses.ts';
import { ROOT } from '../setup.mjs';
import { simulationsIn } from '../workers.mjs';
import type { Table } from '../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../widgets/kit/contract/widget.ts';
import { workerOf } from '../../widgets/kit/contract/widget.ts';
import { forElement } from './sheet.ts';

/** The name of a data file in code; of one that is put together, too. */
const DATA_NAME = /(?:[\w-]|\$\{[^}]*\})+\.(?:bin|tsv|txt)\b/g;
/** Parts that come late on a page, and the widgets that have them; on no page but a lesson's is there a goal, or a number that drags. */
const LATE: readonly (readonly [file: RegExp, has: (widget: AnyWidget) => boolean])[] = [
  [/\/page\/(goal\/strip|in-text\/[\w-]+)\.ts$/, () => false],
  [/\/page\/(run-in-lab|back-end-menu)\.ts$/, (widget) => workerOf(widget) === 'lab'],
  [/\/page\/board\/panel\.ts$/, ({ board, actions }) => !!(board ?? actions)],
  [/\/page\/timeline\/panel\.ts$/, ({ timeline }) => !!timeline],
  [/\/page\/controls\/edit-figure\.ts$/, ({ edit }) => !!edit],
];
const ENTRY = '\0module';
const text = (...path: readonly string[]): string => readFileSync(join(ROOT, ...path), 'utf8');
const json = (value: unknown): string => JSON.stringify(value);

/** What a module came to, in bytes: `own` is all but the engine and the data. */
export interface Made {
  readonly code: string;
  readonly own: string;
  readonly data: readonly string[];
}

/** Makes the module of a widget from the site that has it alone. Throws where a setting and a measure share a name. */
export async function made(widget: AnyWidget, site: string): Promise<Made> {
  const { tag } = widget;
  const shared = Object.keys(widget.measures).filter((name) => Object.hasOwn(widget.params, name));
  if (shared.length > 0)
    throw new Error(`${tag}: ${shared.join(', ')} is a setting and a measure; rename one.`);
  const data = await dataOf(widget);
  const cards = cardsOf(data);
  const page = parsePage(readFileSync(join(site, tag, 'index.html'), 'utf8'));
  const css = named(page, 'link').flatMap((link) =>
    attribute(link, 'rel') === 'stylesheet'
      ? readFileSync(join(site, target(`${tag}/`, attribute(link, 'href') ?? '').file), 'utf8')
      : [],
  );
  const parts = (marked: string, value: (one: Element) => boolean): Element[] =>
    [...elements(page)].filter((one) => attribute(one, marked) !== undefined && value(one));
  const [experiment] = parts('data-start', () => true);
  const [measures] = parts('data-part', (one) => attribute(one, 'data-part') === 'measures');
  if (!experiment || !measures) throw new Error(`${tag}: its page has no experiment.`);
  const told = parts('data-card', (one) =>
    cards.some(({ id }) => id === attribute(one, 'data-card')),
  );
  const frame = [experiment, ...told].map(outer).join('');
  const { simulation, engine } = workersOf(widget);
  const files = [...simulation, ...engine, ...data.map((name) => `data/${name}`)];
  const bytesOf = (name: string): Buffer => readFileSync(join(site, name));
  const carriedBy = (names: readonly string[]): string =>
    json(
      Object.fromEntries(
        names.map((name) => [name, gzipSync(bytesOf(name), { level: 9 }).toString('base64')]),
      ),
    );
  const entry = (names: readonly string[]): string => `
    import * as facts from ${json(join(ROOT, 'widgets/experiments', tag, 'widget.ts'))};
    import { factsIn } from ${json(join(ROOT, 'widgets/load.ts'))};
    import { moduleOf } from ${json(join(ROOT, 'widgets/module/module.ts'))};
    import { carry } from ${json(join(ROOT, 'widgets/module/assets.ts'))};
    carry(${carriedBy(names)});
    const widget = factsIn(facts, ${json(tag)});
    export const { render, mount } = moduleOf({ widget, measures: ${textOf(measures)}, frame: ${json(frame)}, ...${json(forElement(css.join('\n')))} });
    export default { render };`;
  const banner = bannerOf(widget, cards);
  return {
    code: banner + (await bundled(widget, entry(files))),
    own: banner + (await bundled(widget, entry(simulation))),
    data,
  };
}

/** An element as it was written; of the whole page only this. */
function outer(one: Element): string {
  return pageText({ ...one, nodeName: '#document-fragment', childNodes: [one] } as never);
}

async function bundled(widget: AnyWidget, entry: string): Promise<string> {
  const bundle = await rolldown({
    input: ENTRY,
    cwd: ROOT,
    platform: 'browser',
    plugins: [inPlace(widget, entry), leaveOutHelp() as unknown as Plugin, pureKit()],
    logLevel: 'warn',
  });
  const { output } = await bundle.generate({
    format: 'es',
    codeSplitting: false,
    minify: true,
    comments: false,
  });
  await bundle.close();
  if (process.env.SIZES)
    for (const [id, m] of Object.entries(output[0].modules)) console.log(m.renderedLength, id);
  return output[0].code;
}

/** The entry, and what takes the place of files that fetch, or that bring what this widget does not have. */
function inPlace(widget: AnyWidget, entry: string): Plugin {
  const { tag } = widget;
  const [program] = globSync(`widgets/experiments/${tag}/program.py`, { cwd: ROOT }).map((path) =>
    text(path),
  );
  const shared = globSync('widgets/kit/python/*.py', { cwd: ROOT })
    .map((path) => [basename(path, '.py'), text(path)] as const)
    .filter(([name]) => program?.includes(`\nfrom ${name} import`));
  const sources = { program, modules: Object.fromEntries(shared) };
  const kinds = new Set(
    Object.values(widget.params as Table).flatMap((param) =>
      param.kind === 'text' && param.surface ? [param.surface.kind] : [],
    ),
  );
  const surfaces = [...kinds].map((kind) => {
    const file = `../../controls/${kind}/surface.ts`;
    return `${json(file)}: () => import(${json(file)})`;
  });
  const places: readonly (readonly [RegExp, (code: string) => string])[] = [
    [
      /\/widgets\/run\/page\/(assets|worker-file)\.ts$/,
      () =>
        `export { readAsset, readAsset as workerFile } from ${json(join(ROOT, 'widgets/module/assets.ts'))};`,
    ],
    [
      /\/widgets\/page\/python\.ts$/,
      () => `export const sourcesOf = async () => (${json(sources)});`,
    ],
    [
      /\/page\/controls\/wake-surface\.ts$/,
      (code) =>
        code.replace(/import\.meta\.glob<[^(]*\(\s*'[^']*',?\s*\)/, `{ ${surfaces.join()} }`),
    ],
    ...LATE.filter(([, has]) => !has(widget)).map(([file]) => [file, () => 'export {};'] as const),
  ];
  return {
    name: 'in-place',
    resolveId: (id) => (id === ENTRY ? id : null),
    load: (id) => {
      if (id === ENTRY) return { code: entry, moduleType: 'js' };
      const [, code] = places.find(([file]) => file.test(id)) ?? [];
      return code ? { code: code(readFileSync(id, 'utf8')), moduleType: 'ts' } : null;
    },
  };
}

/** The worker that runs it, and what is the engine of all that learn. */
function workersOf(widget: AnyWidget): {
  readonly simulation: readonly string[];
  readonly engine: readonly string[];
} {
  return workerOf(widget) === 'lab'
    ? { simulation: [], engine: ['workers/lab.js', 'workers/tfjs-backend-wasm-simd.wasm'] }
    : { simulation: [`workers/${widget.runner.replace('/', '-')}.js`], engine: [] };
}

/** The data files that its run may ask for: those that are named in the code that it is made of. */
async function dataOf({ tag, runner, models = [] }: AnyWidget): Promise<readonly string[]> {
  const input =
    workerOf({ runner }) === 'lab'
      ? [tag, ...models].map((one) => `widgets/experiments/${one}/learner/learner.ts`)
      : [runFile(runner.replace('sim/', ''))];
  const bundle = await rolldown({
    input,
    cwd: ROOT,
    platform: 'browser',
    external: /^@tensorflow/,
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const code = output.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
  const asked = [...code.matchAll(DATA_NAME)].map(([name]) => name.replaceAll(/\$\{[^}]*\}/g, '*'));
  return globSync([...new Set(asked)], { cwd: join(ROOT, 'public/data') }).toSorted();
}

function runFile(name: string): string {
  const found = simulationsIn(text('widgets/run/sim/runs.ts')).get(name);
  if (!found) throw new Error(`There is no simulation ${name}.`);
  return join('widgets/run/sim', found.file);
}

interface Card {
  readonly id: string;
  readonly title: string;
  readonly licence: string;
  readonly licenceUrl: string;
  readonly attribution: string;
  readonly notice?: string;
  readonly files: readonly { readonly name: string }[];
}

function cardsOf(data: readonly string[]): readonly Card[] {
  return globSync('public/data/*.json', { cwd: ROOT })
    .map((path) => JSON.parse(text(path)) as Card)
    .filter(({ files }) => Array.isArray(files) && files.some(({ name }) => data.includes(name)));
}

/** Whose work it is, before anything else. */
function bannerOf({ title }: AnyWidget, cards: readonly Card[]): string {
  const data = cards.map(
    (card) => `${card.title}: ${card.attribution} ${card.licence}, ${card.licenceUrl}`,
  );
  return `/*! ${[
    `${title}. An experiment of ${bookTitle()}; MIT License, https://opensource.org/license/mit`,
    'With Comlink 4.4.2 and, where a model learns, TensorFlow.js 4.22.0 (Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0), d3-array 3.2.5 (ISC).',
    ...data,
  ]
    .join('\n')
    .replaceAll('*/', '* /')} */\n`;
}

function bookTitle(): string {
  return /^title: (.*)$/m.exec(text('content/book.yaml'))?.[1] ?? 'the book';
}
