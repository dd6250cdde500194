/** What is known of a run. */
import type { Compared, Groups, Share } from './rates.ts';
import type { Guess } from './scores.ts';

/** Applicants with neighbouring scores, 1 of 100 of all: how many of each group the banks refused and approved. */
export type Column = readonly [
  whiteRefused: number,
  whiteApproved: number,
  blackRefused: number,
  blackApproved: number,
];

/** How many columns the applicants stand in. */
export const COLUMNS = 100;
/** Shares of a group that may be refused, from 0 on, in the map of two lines: so many, and so far apart. */
export const MAP = { steps: 61, step: 0.01 } as const;

/** The outcome of a run. */
export interface OfficerOutcome {
  /** The banks decide, who cannot be checked against themselves. */
  readonly isBank: boolean;
  readonly isSeparate: boolean;
  /** From the lowest score to the highest. */
  readonly columns: readonly Column[];
  /** Where the line of each group stands, as a place among the columns. */
  readonly lines: Readonly<Record<'white' | 'black', number>>;
  readonly groups: Groups;
  /** The mean chance of approval in each group, before any line is drawn; nothing for the banks. */
  readonly chances: Readonly<Record<'white' | 'black', number>> | null;
  readonly compared: Readonly<Record<Share, Compared | null>>;
  /** The five gaps of a hundred other draws of as many people from these. */
  readonly redraws: readonly (readonly (number | null)[])[];
  /** How well race can be guessed from the facts; race itself, where it is told, is none of them. */
  readonly guess: Guess;
  /** How many shares are equal, for each pair of shares refused: of the Black from row to row, of the white within one. Empty for the banks. */
  readonly map: readonly number[];
}
