/** Handwritten digits with their labels: how a set is split, and how digits are picked out of it and joined. */
import { seeded } from '#kit/numbers';

/** The kinds of digits, 0 to 9. */
export const KINDS = 10;

/** Digits one after another. */
export interface Digits {
  readonly count: number;
  /** Pixels of one image. */
  readonly size: number;
  /** `size` values for each digit, row by row: 0 is paper, 1 full ink. */
  readonly pixels: Float32Array;
  readonly labels: Uint8Array;
}

/** What may be learned from, and what is only ever tested on. */
export interface Split {
  readonly training: Digits;
  readonly heldOut: Digits;
}

/** Splits a set in the order of a stream, `name`: the first `training` digits to learn from, the rest held out. */
export function split(digits: Digits, training: number, seed: number, name: string): Split {
  const order = seeded(seed, name).order(digits.count);
  return {
    training: pick(digits, order.subarray(0, training)),
    heldOut: pick(digits, order.subarray(training)),
  };
}

/** Copies of some digits, in the given order; one may come more than once. */
export function pick({ size, pixels, labels }: Digits, order: ArrayLike<number>): Digits {
  const picked = empty(order.length, size);
  for (let i = 0; i < order.length; i += 1) {
    const from = order[i] as number;
    picked.pixels.set(pixels.subarray(from * size, (from + 1) * size), i * size);
    picked.labels[i] = labels[from] as number;
  }
  return picked;
}

/** The first so many digits: views, not copies. */
export function first({ size, pixels, labels }: Digits, count: number): Digits {
  return {
    count,
    size,
    pixels: pixels.subarray(0, count * size),
    labels: labels.subarray(0, count),
  };
}

/** Groups of digits of one size as one. */
export function joined(groups: readonly Digits[]): Digits {
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const all = empty(total, groups[0]?.size ?? 0);
  let at = 0;
  for (const { count, size, pixels, labels } of groups) {
    all.pixels.set(pixels, at * size);
    all.labels.set(labels, at);
    at += count;
  }
  return all;
}

/** The pixels of one digit: a view. */
export function imageAt(
  { size, pixels }: Pick<Digits, 'size' | 'pixels'>,
  i: number,
): Float32Array {
  return pixels.subarray(i * size, (i + 1) * size);
}

/** The places of one kind's digits. */
export function placesOf({ labels }: Digits, kind: number): number[] {
  return [...labels.keys()].filter((i) => labels[i] === kind);
}

function empty(count: number, size: number): Digits {
  return { count, size, pixels: new Float32Array(count * size), labels: new Uint8Array(count) };
}
