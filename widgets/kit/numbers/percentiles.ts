/** Percentiles: three textbook definitions, and exact ranks of a million numbers without sorting them. */

/** Which value of a sorted list is called a percentile; textbooks and libraries disagree. */
export type Definition = 'nearest' | 'linear' | 'index';

/**
 * The value at `fraction` (0 to 1) of an ascending list. `nearest`: the smallest value with at least that share at or
 * below it. `linear`: between neighbours, as NumPy does by default. `index`: what `sorted[int(fraction * n)]` gives.
 */
export function atFraction(
  sorted: Float64Array | readonly number[],
  fraction: number,
  definition: Definition,
): number {
  const n = sorted.length;
  const last = n - 1;
  if (definition === 'linear') {
    const place = settle(fraction * last);
    const low = Math.floor(place);
    const below = sorted[low] as number;
    return below + (place - low) * ((sorted[Math.min(low + 1, last)] as number) - below);
  }
  if (definition === 'index')
    return sorted[Math.min(last, Math.floor(settle(fraction * n)))] as number;
  return sorted[nearestRank(n, fraction) - 1] as number;
}

/** The nearest rank of a fraction among `n` values, counted from 1. */
export function nearestRank(n: number, fraction: number): number {
  return Math.min(n, Math.max(1, Math.ceil(settle(fraction * n))));
}

/** One hundred of an ascending list that stand for a hundredth each: the value in the middle of every one. */
export function hundredOf(sorted: Float64Array): number[] {
  return Array.from({ length: 100 }, (_, i) => atFraction(sorted, (i + 0.5) / 100, 'nearest'));
}

// 0.29 * 100 is 28.999999999999996: a rank must not depend on how a decimal fraction is stored.
function settle(place: number): number {
  const whole = Math.round(place);
  return Math.abs(place - whole) < 1e-9 * Math.max(1, whole) ? whole : place;
}

/**
 * The value that would stand at `place` (from 0) if the numbers were sorted; leaves them partly sorted. Hoare's FIND: a
 * quarter of the time of sorting a few thousand.
 */
export function atPlace(values: Float64Array, place: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[place] as number;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] as number) < pivot) i += 1;
      while (pivot < (values[j] as number)) j -= 1;
      if (i > j) break;
      const held = values[i] as number;
      values[i] = values[j] as number;
      values[j] = held;
      i += 1;
      j -= 1;
    }
    if (j < place) low = i;
    if (place < i) high = j;
  }
  return values[place] as number;
}

// Sign, exponent and eight bits of mantissa: buckets a 256th of an octave wide, in the order of the numbers.
const SHIFT = 12;
const counts = new Uint32Array(2 ** 19);

/**
 * The values at several nearest ranks (from 1, ascending) of non-negative numbers in any order; the numbers stay as they
 * are. Counts the leading bits of each number, then sorts only the buckets that hold a wanted rank: two passes, where
 * `Float64Array.sort` took about three times as long as the whole simulation that made the numbers.
 */
export function atRanks(values: Float64Array, ranks: readonly number[]): number[] {
  const n = values.length;
  const words = new Uint32Array(values.buffer, values.byteOffset, n * 2);
  // The upper half of a number is the second word: every engine that runs JavaScript today is little-endian.
  let low = counts.length;
  let high = -1;
  for (let i = 1; i < 2 * n; i += 2) {
    const key = (words[i] as number) >>> SHIFT;
    counts[key] = (counts[key] as number) + 1;
    if (key < low) low = key;
    if (key > high) high = key;
  }
  const buckets = bucketsOf(ranks, low);
  counts.fill(0, low, high + 1);
  gather(values, words, buckets);
  counts.fill(0, low, high + 1);
  for (const bucket of buckets.values()) bucket.values.sort();
  return ranks.map((rank) => {
    for (const bucket of buckets.values()) {
      if (rank > bucket.below && rank <= bucket.below + bucket.values.length) {
        return bucket.values[rank - bucket.below - 1] as number;
      }
    }
    throw new RangeError(`rank ${rank} of ${n} numbers`);
  });
}

interface Bucket {
  /** How many numbers are smaller than every number in this bucket. */
  readonly below: number;
  readonly values: Float64Array;
  filled: number;
}

function bucketsOf(ranks: readonly number[], lowest: number): Map<number, Bucket> {
  const found = new Map<number, Bucket>();
  let below = 0;
  let wanted = 0;
  for (let key = lowest; key < counts.length && wanted < ranks.length; key += 1) {
    const count = counts[key] as number;
    if (count === 0) continue;
    if ((ranks[wanted] as number) <= below + count) {
      found.set(key, { below, values: new Float64Array(count), filled: 0 });
      while (wanted < ranks.length && (ranks[wanted] as number) <= below + count) wanted += 1;
    }
    below += count;
  }
  return found;
}

function gather(values: Float64Array, words: Uint32Array, buckets: Map<number, Bucket>): void {
  // Marks in place of counts: a table look-up a number instead of a search in the map.
  const list = [...buckets.values()];
  [...buckets.keys()].forEach((key, i) => (counts[key] = i + 1));
  for (let i = 0; i < values.length; i += 1) {
    const mark = counts[(words[2 * i + 1] as number) >>> SHIFT] as number;
    if (mark === 0) continue;
    const bucket = list[mark - 1] as Bucket;
    bucket.values[bucket.filled] = values[i] as number;
    bucket.filled += 1;
  }
}
