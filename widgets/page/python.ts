/** The programs of all experiments, each fetched when it is asked for. */
import type { Sources } from '../kit/python/program.ts';

const PROGRAMS = import.meta.glob<string>('../experiments/*/program.py', {
  query: '?raw',
  import: 'default',
});
const MODULES = import.meta.glob<string>('../kit/python/*.py', {
  query: '?raw',
  import: 'default',
});

/** What the program of an experiment is made of. Rejects where it has none, or where it does not come. */
export async function sourcesOf(tag: string): Promise<Sources> {
  const program = await PROGRAMS[`../experiments/${tag}/program.py`]?.();
  if (program === undefined) throw new RangeError(`${tag} has no program`);
  const modules = await Promise.all(
    Object.entries(MODULES).map(async ([path, bring]) => [moduleIn(path), await bring()] as const),
  );
  return { program, modules: Object.fromEntries(modules) };
}

const moduleIn = (path: string): string => path.replace(/^.*\/|\.py$/g, '');
