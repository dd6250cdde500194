/** What is known of a run, and how it is read. */
import { range, sum } from 'd3-array';
import { within } from '#kit/numbers';
import type { Compared, Groups, OfBoth, Share } from './rates.ts';
import type { Guess } from './scores.ts';

/** Applicants with neighbouring scores, 1 of 100 of all: how many white ones the banks refused and approved, then the same of the Black. */
export type Column = readonly number[];

/** How many columns the applicants stand in. */
export const COLUMNS = 100;
/** Shares of a group that may be refused, from 0 on, in the map of two lines: so many, and so far apart. */
export const MAP = { steps: 61, step: 0.01 } as const;

export interface OfficerOutcome {
  /** The banks decide, who cannot be checked against themselves. */
  readonly isBank: boolean;
  readonly isSeparate: boolean;
  /** From the lowest score to the highest. */
  readonly columns: readonly Column[];
  /** Where the line of each group stands, as a place among the columns. */
  readonly lines: OfBoth<number>;
  readonly groups: Groups;
  /** The mean chance of approval in each group, before any line is drawn; nothing for the banks. */
  readonly chances: OfBoth<number> | null;
  readonly compared: Readonly<Record<Share, Compared | null>>;
  /** The five gaps of a hundred other draws of as many people from these. */
  readonly redraws: readonly (readonly (number | null)[])[];
  /** How well race can be guessed from the facts; race itself, where it is told, is none of them. */
  readonly guess: Guess;
  /** How many shares are equal, for each pair of shares refused: of the Black from row to row, of the white within one. Empty for the banks. */
  readonly map: readonly number[];
}

type Ends = [from: number, to: number];

/** The share, of those who are counted at these places of a column, that stands before a place among the columns. */
export function shareBefore(columns: readonly Column[], counts: Readonly<Ends>, at: number) {
  const sizes = columns.map((column) => sum(column.slice(...counts)));
  return sum(sizes, (size, i) => size * within(0, at - i, 1)) / sum(sizes);
}

/** Stretches of the map, row by row, in which so many shares are equal: per cent refused of the white, and of the Black. */
export function stretchesOf(map: readonly number[], counts: readonly number[]) {
  const { steps, step } = MAP;
  const between = (from = 0, to = 0) => [from, to].map((at) => 100 * step * (at - 0.5)) as Ends;
  return range(steps).flatMap((row) => {
    const isIn = (at: number): boolean =>
      at >= 0 && at < steps && counts.includes(map[row * steps + at] ?? 0);
    const ends = range(steps + 1).filter((at) => isIn(at) !== isIn(at - 1));
    return range(0, ends.length, 2).map(
      (i) => [between(ends[i], ends[i + 1]), between(row, row + 1)] as const,
    );
  });
}
