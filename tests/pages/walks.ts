/**
 * The walk of each lesson, keyboard only, the same in every edition and browser: `walks/NAME.ts` is that of lesson NAME,
 * written by hand. What a lesson is for cannot be found out by a rule.
 */
import { readdirSync } from 'node:fs';
import { type Edition, type Page, LESSONS } from './book.ts';

interface WalkFile {
  readonly walk: (page: Page, edition: Edition) => Promise<void>;
}

/** The lessons that have a walk. */
export const WALKED: readonly string[] = readdirSync('tests/pages/walks').map((file) =>
  file.replace(/\.ts$/, ''),
);

/** Every lesson of the book with its walk, in the book's order. */
export const WALKS: ReadonlyMap<string, WalkFile['walk']> = new Map(
  await Promise.all(
    LESSONS.filter((name) => WALKED.includes(name)).map(async (name) => {
      const { walk } = (await import(`./walks/${name}.ts`)) as WalkFile;
      return [name, walk] as const;
    }),
  ),
);
