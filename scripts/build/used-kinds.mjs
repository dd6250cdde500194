// What a kind of control looks like that no experiment of the book has need not be in the sheet of every page.
import { globSync, readFileSync } from 'node:fs';
import { hasWorkbench } from '../workbench/integration.mjs';

const SHEET = /\/widgets\/controls\/([\w-]+)\/styles\.css$/;
const USE = /\/controls\/([\w-]+)\//g;

/** The kinds of control that the book's experiments have, as their imports tell. */
export function usedKinds() {
  const files = globSync('widgets/{experiments,shared}/**/*.ts');
  return new Set(
    files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(USE)].map(([, kind]) => kind)),
  );
}

/**
 * The Vite plug-in that leaves the sheets of the others out; the workbench has all.
 * @returns {import('vite').Plugin}
 */
export function usedKindsOnly() {
  /** @type {Set<string | undefined> | undefined} */
  let used;
  return {
    name: 'used-kinds-only',
    enforce: 'pre',
    apply: (_, { command }) => !hasWorkbench(command === 'serve' ? 'dev' : command),
    transform(_, id) {
      const [, kind] = SHEET.exec(id) ?? [];
      used ??= usedKinds();
      return kind && !used.has(kind) ? { code: '', map: null } : undefined;
    },
  };
}
