/** What is said of a claim: to the student who writes it, and to whoever reads it. And how numbers stand in a sentence. */
import { count } from '#words/src/tasks/judge/lists';

/** Milliseconds in each unit of time that a sentence may hold. */
export const TIMES: Readonly<Record<string, number>> = {
  ...{ ns: 1e-6, us: 1e-3, µs: 1e-3, μs: 1e-3, ms: 1, msec: 1, millisecond: 1, milliseconds: 1 },
  ...{ s: 1e3, sec: 1e3, second: 1e3, seconds: 1e3, min: 6e4, minute: 6e4, minutes: 6e4 },
  ...{ h: 3.6e6, hour: 3.6e6, hours: 3.6e6 },
};
/** Units in which shares are given, in which two of them differ, and those of how many times one is another. */
export const PER_CENT: readonly string[] = ['%', 'percent', 'per cent'];
export const POINTS: readonly string[] = [
  ...['points', 'point', 'pp', '% points', 'percentage points', 'percentage point'],
];
export const FOLD: readonly string[] = ['times', 'x', '×', 'fold', '-fold'];
/** What makes a number one of an order: the 99th percentile says no quantity. */
export const ORDINAL = /^(?:st|nd|rd|th)(?![\p{L}\p{N}])/u;
/** What says a percentile besides its name: of p99 “99 of 100 within 40 ms”, and “99 % of all within”. */
export const inWords = (share: string): RegExp =>
  new RegExp(
    `(?<![\\d.,])${share}(?: (?:out )?of 100(?![\\d.,]?\\d)|[ \u00a0\u202f]?(?:%|per ?cent) of\\b)`,
    'gi',
  );
/** In “5 of 100 images” and “of 100 images 5”. */
export const HUNDRED = /(?<=\bof )100(?![\d.,]?\d)/gi;

const LETTERS = 'ABCD';
const run = (at: number): string => `run ${LETTERS[at] ?? '?'}`;
const runs = ([a = 0, b = 0]: readonly number[]): string =>
  `runs ${LETTERS[a] ?? '?'} and ${LETTERS[b] ?? '?'}`;

/** What a number belongs to. */
export const BELONGS = {
  measure: (label: string, [at = 0]: readonly number[]) => `${label} of ${run(at)}`,
  setting: (label: string, [at = 0]: readonly number[]) => `${label} in ${run(at)}`,
  given: (name: string) => `${name}, which the item gives`,
  difference: (label: string, pair: readonly number[]) =>
    `${label}, the difference of ${runs(pair)}`,
  change: (label: string, [from = 0, to = 0]: readonly number[]) =>
    `${label}, the change from ${run(from)} to ${run(to)}`,
  ratio: (label: string, [a = 0, b = 0]: readonly number[]) =>
    `${label}, ${run(a)} against ${run(b)}`,
} as const;

/** What is found in the sentence. */
export const CLAIMED = {
  run: (at: number) => `Run ${LETTERS[at] ?? '?'}`,
  asStarted: 'as at the start',
  seed: 'seed',
  fits: (number: string, what: string) => `“${number}”: ${what}.`,
  none: (number: string) => `“${number}” belongs to no cited run.`,
  near: (number: string, what: string, is: string) =>
    `“${number}” belongs to no cited run; ${what} is ${is}.`,
  unit: (number: string, what: string, is: string) =>
    `“${number}” belongs to no cited run; look at its unit: ${what} is ${is}.`,
  noNumber: 'No number in it belongs to a measure of a cited run.',
  fewer: (least: number) => `Fewer than ${count(least, 'run')} are cited.`,
  otherwise: (at: number, measure: string, said: string, found: string) =>
    `Run ${LETTERS[at] ?? '?'} does not come out as the file says: ${measure} is ${found} and not ${said}.`,
  notCounted: (at: number, why: string) => `Run ${LETTERS[at] ?? '?'} does not count: ${why}`,
  toRead: 'Its reasoning is to be read.',
} as const;

/** What stands around its field. */
export const CLAIM_LABELS = {
  claim: 'Your claim',
  help: (least: number, longest: number) =>
    `At most ${longest} characters. Cite ${least === 1 ? 'one run' : `${least} runs`} at least, four at most, and write their numbers, with their units, as they stand beside the runs below. They are compared with your runs when these are repeated.`,
  start: 'Set the experiment to the start',
  offered: 'Runs that you can cite',
  cited: 'Cited runs',
  numbers: 'What its numbers are',
  noRuns:
    'None yet. Set the experiment to the start, which also leads you there, and run it: its last run, and those that you pin, stand here then.',
  cite: 'Cite this run',
  remove: 'Remove',
  last: 'last run',
  pinned: 'pinned',
  four: 'Four runs are cited. Remove one first.',
  left: (n: number) => `${count(n, 'character')} left`,
  moved: (names: string) =>
    `This run cannot be cited: it changes ${names}, which this item holds fixed.`,
  citedAs: (at: number) => `Cited as ${run(at)}`,
  citedNow: (name: string) => `${name} is cited.`,
  removed: 'The run is cited no more. The letters of those below it have moved up.',
} as const;
