import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What goes through all experiments takes longest, and would keep one core idle at the end: it begins first. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      /tests.widgets$/.test(dirname(moduleId));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const ALL = 'tests/**/*.test.ts';
/** What asks for files by pattern, or for content as modules, as the site does: that is Vite's. */
const BY_VITE = /tests.(?:components|compat.(?!digits|learners|command)|book.data-cards)\b/;
/** Whose process is their own: back ends are taken and lost, and files asked for. */
const OWN = /tests.widgets.(?:engine|run)\b/;
/** So is that of what replaces modules or globals; all others share theirs, and what it has loaded. */
const APART = globSync(ALL).filter(
  (file) =>
    OWN.test(file) ||
    /\bvi\.(?:\w*[mM]ock|stub|spyOn|useFakeTimers)|\bglobalThis\b/.test(readFileSync(file, 'utf8')),
);
const VITE = globSync(ALL).filter((file) => BY_VITE.test(file) && !APART.includes(file));

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'apart', include: APART, isolate: true } },
      { extends: true, test: { name: 'vite', include: VITE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'node',
          include: [ALL],
          exclude: [...APART, ...VITE],
          isolate: false,
          // As readers' engines run it: what Vite makes of imports costs a quarter of every run.
          experimental: { viteModuleRunner: false },
        },
      },
    ],
    environment: 'node',
    // What a test reads, it hangs on: see scripts/kept/.
    execArgv: process.env['KEPT_READS'] ? ['--import', './scripts/kept/reads.mjs'] : [],
    // Learners train for real, and two cores are shared with whatever else the machine does: only what hangs is to be ended.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // Left to itself it keeps one core free, which on two is half of them.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
  },
});
