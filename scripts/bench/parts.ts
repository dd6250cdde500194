/** How much of each part `npm run bench` measures. */
import type { Words } from '../command.mjs';

/** How much is measured. */
export interface Sizes {
  /** How often each page is tried and each pair compared. */
  readonly trials: number;
  /** Of lessons whose page holds one of these the first alone is tried; none: all are. */
  readonly lessons: readonly RegExp[];
  /** So many of them are weighed, and used. */
  readonly used: number;
  /** Milliseconds after which what a press has begun is over. */
  readonly moment: number;
  /** Requests that a queue serves. */
  readonly requests: number;
  /** Models of a sweep, what each learns from, and where. */
  readonly models: number;
  readonly rows: number;
  readonly backends: readonly string[];
  /** Students of the classes that are graded; the middle one has limits, and is graded in the browser too, as is the largest. */
  readonly classes: readonly number[];
  /** Items of each assignment that are proved. */
  readonly items: number;
}
const FULL: Sizes = {
  trials: 5,
  lessons: [],
  used: Infinity,
  moment: 400,
  requests: 1_000_000,
  models: 11,
  rows: 1000,
  backends: ['wasm', 'cpu', 'webgl'],
  classes: [100, 300, 1_000],
  items: Infinity,
};
/** The least that still goes through all of a part: to see that it runs, not how fast. */
export const SMALLEST: Sizes = {
  trials: 1,
  // An experiment in the text; one that learns.
  lessons: [/ data-inline/, / name="backend"/],
  used: 1,
  moment: 20,
  requests: 1000,
  models: 2,
  rows: 64,
  backends: ['wasm', 'cpu'],
  classes: [2],
  items: 1,
};

/** As the command line asks for. */
export const sizesOf = ({ values, flags }: Omit<Words, 'words'>): Sizes =>
  flags.includes('smallest') ? SMALLEST : { ...FULL, trials: Number(values['trials']) };
