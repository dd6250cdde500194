/** From a network's chances to answers: merged classes, and what became of many digits. */
import { maxIndex, sum } from 'd3-array';
import type { Merged } from './params.ts';

/** The first digit that the reader of 0 to 7 does not know. */
export const FIRST_NEW = 8;
/** What merged kinds are called: as the smaller of them. */
const MERGED = { kept: 4, gone: 9 } as const;

/** The class of a digit: itself, or that of the two that have become one. */
export function classOf(digit: number, merged: Merged): number {
  return merged === '4+9' && digit === MERGED.gone ? MERGED.kept : digit;
}

/** Chances of each class, in the order of digits; of two that have become one, the sum stands with the smaller. A copy. */
export function mergedChances(chances: Float32Array, merged: Merged): Float32Array {
  const found = chances.slice();
  if (merged === 'none' || found.length <= MERGED.gone) return found;
  found[MERGED.kept] = (found[MERGED.kept] as number) + (found[MERGED.gone] as number);
  found[MERGED.gone] = 0;
  return found;
}

/** An answer, and how sure it is, 0 to 1. */
export interface Answer {
  readonly answer: number;
  readonly sure: number;
}

/** The likeliest class; of equal ones the first. */
export function answerOf(chances: Float32Array): Answer {
  const answer = maxIndex(chances);
  return { answer, sure: Math.min(1, chances[answer] as number) };
}

/** What became of a group of digits. */
export interface Tally {
  readonly digits: number;
  readonly right: number;
  /** Mean of how sure the answers are, 0 to 1. */
  readonly sure: number;
  /** How many answers are sure by 0 to 1 %, 1 to 2 %, ..., 99 to 100 %: all, and those that are wrong. */
  readonly bySure: readonly number[];
  readonly wrongBySure: readonly number[];
}

/** Tallies answers to digits of these labels. */
export function tally(
  answers: readonly Answer[],
  labels: readonly number[],
  merged: Merged,
): Tally {
  const bySure = new Array<number>(100).fill(0);
  const wrongBySure = bySure.slice();
  let right = 0;
  let sureness = 0;
  answers.forEach(({ answer, sure }, i) => {
    const bin = Math.min(99, Math.floor(100 * sure));
    bySure[bin] = (bySure[bin] as number) + 1;
    sureness += sure;
    if (answer === classOf(labels[i] as number, merged)) right += 1;
    else wrongBySure[bin] = (wrongBySure[bin] as number) + 1;
  });
  const digits = answers.length;
  return { digits, right, sure: sureness / digits, bySure, wrongBySure };
}

/** The share of a group that is less sure than so many per cent. */
export function below({ bySure, digits }: Tally, percent: number): number {
  return sum(bySure.slice(0, percent)) / digits;
}

/** The share of a group that is answered wrong, and at least so many per cent sure. */
export function wrongFrom({ wrongBySure, digits }: Tally, percent: number): number {
  return sum(wrongBySure.slice(percent)) / digits;
}
