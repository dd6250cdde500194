// Which kinds of tasks and which experiments there are is told by their folders. What has to name them, one by one, is written
// here: `src/tasks/tables/`, a file for each part that a kind may have, and the tables from which workers and Node take the runs
// of experiments. Build, tests and the server for authors see to it first.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TASKS = fileURLToPath(new URL('../../src/tasks/', import.meta.url));
const WIDGETS = fileURLToPath(new URL('../../widgets/', import.meta.url));
const HEAD = '/** Written by scripts/build/tables.mjs. */';
/** Tables by their names: from which folder, and for which part. */
const TABLES = Object.fromEntries([
  ...['check', 'grade', 'item', 'page', 'sample', 'schema', 'set-page', 'view'].map((part) => [
    part,
    { from: 'kinds', part },
  ]),
  ...['build', 'check', 'page'].map((part) => [
    `form-${part}`,
    { from: 'kinds/prediction/forms', part },
  ]),
]);

/** `true-or-false` as `TrueOrFalse`. @param {string} kind */
const typeOf = (kind) => kind.replace(/(?:^|-)(\w)/g, (_, first) => first.toUpperCase());

/** @param {string} name @param {{ from: string, part: string }} of */
function textOf(name, { from, part }) {
  const kinds = readdirSync(join(TASKS, from)).filter((kind) =>
    existsSync(join(TASKS, from, kind, `${part}.ts`)),
  );
  const lines = kinds.toSorted().map((kind) => {
    const as = /^\w+$/.test(kind) ? kind : `'${kind}'`;
    return `export * as ${as} from '../${from}/${kind}/${part}.ts';`;
  });
  if (name !== 'item') return [HEAD, ...lines, ''].join('\n');
  const types = kinds.toSorted().map((kind) => [`${typeOf(kind)}Item`, kind]);
  const union = (/** @type {string} */ end) => types.map(([one]) => `\n  | ${one}${end}`).join('');
  return [
    HEAD,
    ...types.map(
      ([one, kind]) => `import type { ${one}, ${one}Key } from '../${from}/${kind}/item.ts';`,
    ),
    '',
    ...lines,
    '',
    '/** An item of a set. */',
    `export type Item =${union('')};`,
    '',
    '/** What is right, for one item. */',
    `export type ItemKey =${union('Key')};`,
    '',
  ].join('\n');
}

/** An experiment: its tag, where its run is, and what that is called there. */
function runsOf() {
  return readdirSync(join(WIDGETS, 'experiments'), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name: tag }) => {
      const folder = join(WIDGETS, 'experiments', tag);
      const textIn = (/** @type {string} */ file) =>
        existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '';
      const worker = textIn('widget.ts').includes(`'lab/${tag}'`) ? 'lab' : 'sim';
      const file = existsSync(join(folder, 'learner/learner.ts'))
        ? 'learner/learner.ts'
        : 'model.ts';
      const [, run] = /^export const (\w+)(?:: Run<| = runOf\()/m.exec(textIn(file)) ?? [];
      const [, sweep] = /^export const (\w+): Sweep</m.exec(textIn(file)) ?? [];
      if (!run) throw new Error(`widgets/experiments/${tag}/${file} exports no run.`);
      return { tag, worker, file, run, sweep };
    });
}

/** The table of one worker. @param {'lab' | 'sim'} worker */
function runsText(worker) {
  const all = runsOf().filter((one) => one.worker === worker);
  const imports = all.map(({ tag, file, run, sweep }) => {
    const names = [run, ...(sweep ? [sweep] : [])].join(', ');
    return `import { ${names} } from '../../experiments/${tag}/${file}';`;
  });
  const rows = all.map(
    ({ tag, run, sweep }) =>
      `  '${worker}/${tag}': ${sweep ? `{ run: ${run}, sweep: ${sweep} }` : run},`,
  );
  const isLab = worker === 'lab';
  return [
    HEAD,
    ...imports,
    ...(isLab ? [] : ["import { timeProcessor } from './device.ts';"]),
    `import type { AnyRun${isLab ? ', Learner' : ''} } from '../../kit/contract/widget.ts';`,
    '',
    `/** ${isLab ? 'Every model that learns, by the name its widget gives: its run, or its run and its sweep' : 'Every simulation, by the name its widget gives'}. */`,
    `export const ${isLab ? 'LEARNERS' : 'RUNS'}: Readonly<Record<\`${worker}/\${string}\`, AnyRun${isLab ? ' | Learner' : ''}>> = {`,
    ...rows,
    ...(isLab ? [] : ["  'sim/device': timeProcessor,"]),
    '};',
    '',
  ].join('\n');
}

/** The text of each table, by its file. @returns {Readonly<Record<string, string>>} */
export const tables = () =>
  Object.fromEntries([
    ...Object.entries(TABLES).map(([name, of]) => [
      join(TASKS, 'tables', `${name}.ts`),
      textOf(name, of),
    ]),
    [join(WIDGETS, 'run/lab/learners.ts'), runsText('lab')],
    [join(WIDGETS, 'run/sim/runs.ts'), runsText('sim')],
  ]);

/** Writes those that are not as the folders say. */
export function writeTables() {
  mkdirSync(join(TASKS, 'tables'), { recursive: true });
  for (const [file, text] of Object.entries(tables()))
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}
