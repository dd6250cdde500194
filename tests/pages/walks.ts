/**
 * The walk of each lesson, keyboard only, the same in every edition and browser: `walks/PART/NAME.ts` is that of lesson NAME,
 * written by hand. What a lesson is for cannot be found out by a rule.
 */
import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Edition, type Page, LESSONS } from './book.ts';

interface WalkFile {
  readonly walk: (page: Page, edition: Edition) => Promise<void>;
}

/** The files of all walks, by their lessons. */
const FILES = new Map(
  globSync('tests/pages/walks/**/*.ts').map((file) => [basename(file, '.ts'), file] as const),
);

/** The lessons that have a walk. */
export const WALKED: readonly string[] = [...FILES.keys()];

/** Every lesson of the book with its walk, in the book's order. */
export const WALKS: ReadonlyMap<string, WalkFile['walk']> = new Map(
  await Promise.all(
    LESSONS.filter((name) => WALKED.includes(name)).map(async (name) => {
      const { href } = pathToFileURL(resolve(FILES.get(name) ?? name));
      const { walk } = (await import(href)) as WalkFile;
      return [name, walk] as const;
    }),
  ),
);
