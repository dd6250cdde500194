/** Binomial counts as tables: chances by sums and products only, so that every engine has the same. */
import { bisectLeft, cumsum } from 'd3-array';

/** Chances of the counts from `low` on; what is rarer than 1e-17 of the commonest has none. */
export interface Counts {
  readonly low: number;
  readonly chance: Float64Array;
  /** The chance of a count or fewer. */
  readonly upTo: Float64Array;
}

/** Rarer than this part of the commonest count is left out. */
const RARE = 1e-17;

/** How many of `n` are right, each with the chance `p`. */
export function binomial(n: number, p: number): Counts {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  // The commonest count, then those below it and those above it, each from its neighbour, until they are rare.
  const room = Math.ceil(10 * Math.sqrt(n * p * (1 - p))) + 40;
  const from = Math.max(0, mode - room);
  const to = Math.min(n, mode + room);
  const chance = new Float64Array(to - from + 1);
  let sum = 1;
  chance[mode - from] = 1;
  const fill = (step: 1 | -1, end: number, ratio: (k: number) => number): void => {
    for (let k = mode, c = 1; k !== end && c > RARE; k += step) {
      c *= ratio(k);
      chance[k + step - from] = c;
      sum += c;
    }
  };
  fill(-1, from, (k) => k / (n - k + 1) / odds);
  fill(1, to, (k) => ((n - k) / (k + 1)) * odds);
  chance.forEach((one, i) => (chance[i] = one / sum));
  return counts(from, chance);
}

/** Chances from a count on, with their sums. */
export function counts(low: number, chance: Float64Array): Counts {
  return { low, chance, upTo: cumsum(chance) };
}

/** The chance of so many or fewer. */
export function atMost({ low, upTo }: Counts, k: number): number {
  return k < low ? 0 : (upTo[Math.min(k - low, upTo.length - 1)] as number);
}

/** The least count that is not exceeded with the chance `u`. */
export function quantile({ low, upTo }: Counts, u: number): number {
  return low + bisectLeft(upTo, u, 0, upTo.length - 1);
}
