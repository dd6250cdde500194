/** Whether a reader's guesses lean to one side, and how far off they are. */
import type { Guessed } from './surprise.ts';

/** A guess counts as near within this share of its question's line. */
const NEAR = 0.05;

/** What all guesses together say. */
export interface Calibration {
  readonly numbers: {
    readonly all: number;
    /** Under the run's by more than `NEAR`, above it by more, and neither. */
    readonly low: number;
    readonly high: number;
    readonly near: number;
    /** The middle distance, as a share of the line; nothing where no number was guessed. */
    readonly median: number | undefined;
  };
  readonly options: {
    readonly all: number;
    readonly right: number;
    /** How many would be right by picking blindly, on average. */
    readonly byChance: number;
  };
}

/** Sums up what was guessed: numbers by where they lie, options by right or wrong. */
export function calibrate(guessed: readonly Guessed[]): Calibration {
  const numbers = guessed.flatMap((one) => (one.kind === 'number' ? [one] : []));
  const options = guessed.flatMap((one) => (one.kind === 'option' ? [one] : []));
  // A hair's breadth for decimals that binary cannot hold.
  const far = numbers.filter(({ size }) => size > NEAR + 1e-9);
  const low = far.filter(({ at }) => at.guess < at.found).length;
  return {
    numbers: {
      all: numbers.length,
      low,
      high: far.length - low,
      near: numbers.length - far.length,
      median: middle(numbers.map(({ size }) => size)),
    },
    options: {
      all: options.length,
      right: options.filter(({ isRight }) => isRight).length,
      byChance: options.reduce((sum, { byChance }) => sum + byChance, 0),
    },
  };
}

/** The median; of an even number the mean of the two in the middle. */
function middle(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
