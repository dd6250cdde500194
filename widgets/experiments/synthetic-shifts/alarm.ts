/** Alarms that compare a day's values with those of a reference, without any label. */
import { bisectLeft, sum } from 'd3-array';
import { counted } from '../../shared/digits/answers.ts';

/** Bins of the PSI: each holds about a tenth of the reference. */
const BINS = 10;
/** The PSI at which the alarm rings, by a rule of thumb. */
export const PSI_RINGS = 0.2;
/** The factor of KS's critical value at the 5 % level: the root of ln(2 / 0.05) / 2. */
const KS_FACTOR = Math.sqrt(Math.log(2 / 0.05) / 2);

/** A reference: its values in rising order, where its bins end, and the share of it in each. */
export interface Reference {
  readonly sorted: Float64Array;
  readonly edges: readonly number[];
  readonly shares: readonly number[];
}

/** What a sample is to be compared with. */
export function referenceOf(values: Iterable<number>): Reference {
  const sorted = Float64Array.from(values).sort();
  const size = sorted.length;
  const edges = Array.from(
    { length: BINS - 1 },
    (_, i) => sorted[Math.ceil(((i + 1) * size) / BINS) - 1] as number,
  );
  return { sorted, edges, shares: sharesOf(sorted, edges) };
}

/** The share of values in each bin; one on an edge belongs to the lower bin. An empty bin counts as half a value, for a logarithm of nothing means nothing. */
function sharesOf(values: ArrayLike<number>, edges: readonly number[]): number[] {
  const bins = Array.from(values, (value) => bisectLeft(edges, value));
  return counted(bins, BINS).map((count) => Math.max(count, 0.5) / values.length);
}

/** The population stability index of a day: over the bins, the difference of the shares times that of their logarithms. */
export function psiOf(day: ArrayLike<number>, { edges, shares }: Reference): number {
  return sum(sharesOf(day, edges), (share, bin) => {
    const expected = shares[bin] as number;
    return (share - expected) * Math.log(share / expected);
  });
}

/** Kolmogorov and Smirnov's distance: the furthest that the cumulative curves of a day and of the reference are apart. */
export function ksOf(day: ArrayLike<number>, { sorted }: Reference): number {
  const own = Float64Array.from(day).sort();
  let [i, j, furthest] = [0, 0, 0];
  while (i < own.length && j < sorted.length) {
    const value = Math.min(own[i] as number, sorted[j] as number);
    while (i < own.length && own[i] === value) i += 1;
    while (j < sorted.length && sorted[j] === value) j += 1;
    furthest = Math.max(furthest, Math.abs(i / own.length - j / sorted.length));
  }
  return furthest;
}

/** The distance at which KS rings at the 5 % level, for a day and a reference of these sizes. */
export function ksRings(day: number, reference: number): number {
  return KS_FACTOR * Math.sqrt(1 / day + 1 / reference);
}
