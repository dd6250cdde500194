/** Where each experiment says a measure: in the words of its figure, its sentence, its table. */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { DATA } from './shown/data.ts';
import { IN_PRODUCTION } from './shown/in-production.ts';
import { NOT_LIKE_OTHER_SOFTWARE } from './shown/not-like-other-software.ts';
import { RESEARCH_AND_PRODUCTION } from './shown/research-and-production.ts';
import { WHAT_IT_IS } from './shown/what-it-is.ts';
import type { Shown, ShownBy } from './shown/pattern.ts';

/** What stands beside the tests of an experiment, by its folder. */
const beside = await Promise.all(
  globSync('tests/widgets/experiments/*/shown.ts').map(async (file) => {
    const { SHOWN: own } = (await import(resolve(file))) as { readonly SHOWN: readonly Shown[] };
    return [file.split(/[/\\]/).at(-2) ?? '', own] as const;
  }),
);

/** What is said, by experiment. */
export const SHOWN: ShownBy = {
  ...WHAT_IT_IS,
  ...DATA,
  ...RESEARCH_AND_PRODUCTION,
  ...NOT_LIKE_OTHER_SOFTWARE,
  ...IN_PRODUCTION,
  ...Object.fromEntries(beside),
};
