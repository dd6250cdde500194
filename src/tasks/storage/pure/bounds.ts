/** How much work there is room for. All lengths are those of JSON, in characters. */
import type { Work } from './work.ts';

/** Answers and log: 3,000 entries, or a fifth of what a browser keeps. */
export const WORK_MOST = 1_000_000;

/** The length of a value. */
export const lengthOf = (value: unknown): number => JSON.stringify(value).length;

/** The work without the oldest entries of its log, by at least so many characters; every answer stays. */
export function withoutOldest(work: Work, excess: number): Work {
  let gone = 0;
  let from = 0;
  for (; from < work.log.length && gone < excess; from += 1) gone += lengthOf(work.log[from]) + 1;
  return { ...work, log: work.log.slice(from) };
}
