// Which kinds of tasks there are is told by the folders of `src/tasks/kinds/`. What has to name them, one by one, is written here:
// `src/tasks/tables/`, a file for each part that a kind may have. Build, tests and the server for authors see to it first.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../src/tasks/', import.meta.url));
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
  const kinds = readdirSync(join(ROOT, from)).filter((kind) =>
    existsSync(join(ROOT, from, kind, `${part}.ts`)),
  );
  const lines = kinds.toSorted().map((kind) => {
    const as = /^\w+$/.test(kind) ? kind : `'${kind}'`;
    return `export * as ${as} from '../${from}/${kind}/${part}.ts';`;
  });
  const head = '/** Written by scripts/build/tables.mjs. */';
  if (name !== 'item') return [head, ...lines, ''].join('\n');
  const types = kinds.toSorted().map((kind) => [`${typeOf(kind)}Item`, kind]);
  const union = (/** @type {string} */ end) => types.map(([one]) => `\n  | ${one}${end}`).join('');
  return [
    head,
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

/** The text of each table, by its file. @returns {Readonly<Record<string, string>>} */
export const tables = () =>
  Object.fromEntries(Object.entries(TABLES).map(([name, of]) => [`${name}.ts`, textOf(name, of)]));

/** Writes those that are not as the folders say. */
export function writeTables() {
  const folder = join(ROOT, 'tables');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(tables())) {
    const file = join(folder, name);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
}
