/**
 * Walks that are written by hand, by keyboard alone, the same in every edition and browser: of one lesson that simulates, one
 * that trains and one whose figure is edited. Every lesson is walked besides as its page says (`lesson-walk.ts`).
 */
import { type Edition, type Page, FIRST, SECOND, TAIL } from './book.ts';
import { walk as abroad } from './walks/a-model-goes-abroad.ts';
import { walk as latency } from './walks/latency-and-throughput.ts';
import { walk as tail } from './walks/the-tail.ts';

/** The walks by their lessons. */
export const WALKS: ReadonlyMap<string, (page: Page, edition: Edition) => Promise<void>> = new Map([
  [FIRST, latency],
  [SECOND, abroad],
  [TAIL, tail],
]);
