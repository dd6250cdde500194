// Which kinds of tasks there are is told by the folders of `src/tasks/kinds/`. What has to name them, one by one, is written here:
// `src/tasks/tables/`, a file for each part that a kind may have. Build, tests and the server for authors see to it first.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../src/tasks/', import.meta.url));
const KINDS = join(ROOT, 'kinds');
/** The parts that a kind may have. */
const PARTS = ['check', 'grade', 'item', 'page', 'schema', 'set-page', 'view'];

/** `true-or-false` as `TrueOrFalse`. @param {string} kind */
const typeOf = (kind) => kind.replace(/(?:^|-)(\w)/g, (_, first) => first.toUpperCase());

/** The text of each table, by its file. @returns {Readonly<Record<string, string>>} */
export function tables() {
  const kinds = readdirSync(KINDS).toSorted();
  const tablesOf = PARTS.map((part) => {
    const having = kinds.filter((kind) => existsSync(join(KINDS, kind, `${part}.ts`)));
    const lines = having.map((kind) => {
      const name = /^\w+$/.test(kind) ? kind : `'${kind}'`;
      return `export * as ${name} from '../kinds/${kind}/${part}.ts';`;
    });
    const isTyped = part === 'item';
    const types = having.map((kind) => `${typeOf(kind)}Item`);
    const text = [
      '/** Written by scripts/build/tables.mjs. */',
      ...(isTyped
        ? having.map(
            (kind) =>
              `import type { ${typeOf(kind)}Item, ${typeOf(kind)}ItemKey } from '../kinds/${kind}/item.ts';`,
          )
        : []),
      ...(isTyped ? [''] : []),
      ...lines,
      ...(isTyped
        ? [
            '',
            '/** An item of a set. */',
            `export type Item =${types.map((one) => `\n  | ${one}`).join('')};`,
            '',
            '/** What is right, for one item. */',
            `export type ItemKey =${types.map((one) => `\n  | ${one}Key`).join('')};`,
          ]
        : []),
    ];
    return [`${part}.ts`, `${text.join('\n')}\n`];
  });
  return Object.fromEntries(tablesOf);
}

/** Writes those that are not as the folders say. */
export function writeTables() {
  const folder = join(ROOT, 'tables');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(tables())) {
    const file = join(folder, name);
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
}
