/** The programs in Python, on Node. */
import { existsSync, readFileSync } from 'node:fs';
import { MODULES, type Sources } from '../widgets/kit/python/program.ts';

/** What the program of an experiment is made of; undefined where it has none. */
export function sourcesOf(tag: string): Sources | undefined {
  const file = `widgets/experiments/${tag}/program.py`;
  if (!existsSync(file)) return undefined;
  const modules = MODULES.map((name): [string, string] => [
    name,
    readFileSync(`widgets/kit/python/${name}.py`, 'utf8'),
  ]);
  return { program: readFileSync(file, 'utf8'), modules: Object.fromEntries(modules) };
}
