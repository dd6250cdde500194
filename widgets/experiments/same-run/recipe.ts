/** What makes a training: the rows in the order of their file, the first weights, the order in which rows are seen, the rate. One change is one other line of this. */
import { range } from 'd3-array';
import { seeded } from '#kit/numbers';
import type { Digits } from '../../shared/digits/digits.ts';
import type { Numbers } from '../../shared/network/layer.ts';
import { untrained, type Network } from '../../shared/network/network.ts';
import type { Change, SameSettings } from './params.ts';

/** Images to learn from; the others of the file are tested on. */
export const LEARNED = 1000;
/** Hidden units. */
const HIDDEN = 32;
/** Grey levels of a pixel in the file: 0 to 16. */
const LEVELS = 16;
/** From this epoch on the rate is a tenth, where it falls at all. */
const FALLS_AFTER = 10;

/** A training before it has begun. */
export interface Recipe {
  readonly features: number;
  /** Pixels in the order of the file, rows x features, and their labels. */
  readonly pixels: Numbers;
  readonly labels: Uint8Array;
  /** The same treatment of what is tested on. */
  readonly tested: Numbers;
  readonly network: Network;
  /** The name of the stream that shuffles the rows before each epoch. */
  readonly orderOf: string;
  /** The learning rate of an epoch, counted from 1. */
  readonly rateOf: (epoch: number) => number;
  /** Whether the slopes of a batch are added up from its last row on. */
  readonly isReversed: boolean;
}

/** Images as they lie in the file: first those to learn from, in an order of the seed; then those to be tested on. */
export interface Material {
  readonly learned: Digits;
  readonly tested: Digits;
}

/** The recipe of these settings with one thing changed. */
export function recipeOf(
  { learned, tested }: Material,
  { seed, rate }: Pick<SameSettings, 'seed' | 'rate'>,
  change: Change,
): Recipe {
  const features = learned.size;
  const numbers = (from: ArrayLike<number>): Numbers =>
    change === 'double' ? Float64Array.from(from) : Float32Array.from(from);
  const pixelsOf = (digits: Digits): Numbers => numbers(digits.pixels.map(inkOf(change)));
  const rows = rowsOf(seed, change);
  const pixels = pixelsOf(learned);
  const start = untrained(
    features,
    change === 'hidden' ? HIDDEN + 1 : HIDDEN,
    seeded(seed, change === 'firstWeights' ? 'other weights' : 'weights'),
  );
  // Or half as wide as He's.
  const scale = change === 'initialiser' ? 0.5 : 1;
  const labels = Uint8Array.from(rows, (row) => learned.labels[row] as number);
  if (change === 'labelWrong') {
    const one = seeded(seed, 'one row').whole(LEARNED);
    labels[one] = ((labels[one] as number) + 1 + seeded(seed, 'wrong').whole(9)) % 10;
  }
  return {
    features,
    pixels: numbers(
      Array.from(rows, (row) => [...pixels.subarray(row * features, (row + 1) * features)]).flat(),
    ),
    labels,
    tested: pixelsOf(tested),
    network: { ...start, weights: numbers(start.weights.map((weight) => weight * scale)) },
    orderOf: change === 'order' ? 'other order' : 'order',
    rateOf: (epoch) => (change === 'decay' && epoch > FALLS_AFTER ? rate / 10 : rate),
    isReversed: change === 'sumOrder',
  };
}

/** How ink, 0 to 1, is handed on: divided by 15 in place of 16, or in half as many greys. */
function inkOf(change: Change): (ink: number) => number {
  if (change === 'pixels15') return (ink) => (ink * LEVELS) / (LEVELS - 1);
  if (change === 'greyLevels') return (ink) => (2 * Math.round((ink * LEVELS) / 2)) / LEVELS;
  return (ink) => ink;
}

/** The rows of the file: all, all but one, or with one moved to the end. */
function rowsOf(seed: number, change: Change): Int32Array {
  const all = Int32Array.from(range(LEARNED));
  if (change !== 'rowMissing' && change !== 'moved') return all;
  const one = seeded(seed, 'one row').whole(LEARNED);
  const others = all.filter((row) => row !== one);
  return change === 'moved' ? Int32Array.of(...others, one) : others;
}
