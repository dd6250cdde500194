/** The breaks that show on pages. All of them are made in one build, so each has a page, or a part of all pages, of its own. */
import type { Mutant } from './mutant.ts';

export const PAGE_MUTANTS: readonly Mutant[] = [];
