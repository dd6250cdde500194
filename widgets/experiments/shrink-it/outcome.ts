/** What a run brings: how well the model reads as it was trained, and with fewer bits a weight. */
import { maxIndex, minIndex } from 'd3-array';

/** Digits read rightly: how many in all, and what share of each kind. */
export interface Reading {
  readonly right: number;
  readonly kinds: readonly number[];
}

/** A model with so many bits a weight. */
export interface Point extends Reading {
  readonly bits: number;
  readonly bytes: number;
  /** How much stronger the weights are than their rounding, in decibels; nothing where none is rounded. */
  readonly signalToNoise: number | null;
}

/** The weights of the first layer before they are rounded, and where their levels lie. */
export interface Weights {
  readonly largest: number;
  /** How many lie in each of equally wide parts, from minus the largest to the largest; those that are left out are not among them. */
  readonly bins: readonly number[];
  /** The step between two levels, for each range; none where weights are not rounded. */
  readonly steps: readonly number[];
}

/** What a run brings. */
export interface ShrinkOutcome {
  readonly bits: number;
  /** Digits that are read. */
  readonly tested: number;
  /** Hidden units; 0 where there are none. */
  readonly hidden: number;
  /** Weights in all, and those that are left out. */
  readonly all: number;
  readonly leftOut: number;
  /** The model as it was trained; nothing while it is. */
  readonly whole: Reading | null;
  /** With fewer bits, fewest first. */
  readonly points: readonly Point[];
  readonly weights: Weights | null;
}

/** The point of the bits that are set; nothing while the model learns. */
export function pointOf({ points, bits }: ShrinkOutcome): Point | undefined {
  return points.find((one) => one.bits === bits);
}

/** The kind that is read worst, and how well. */
export function worstOf({ kinds }: Reading) {
  const kind = minIndex(kinds);
  return { kind, share: kinds[kind] ?? 0 };
}

/** The kind that has lost most, and how much. */
export function mostLost({ kinds }: Reading, whole: Reading) {
  const lost = kinds.map((share, kind) => (whole.kinds[kind] ?? 0) - share);
  const kind = maxIndex(lost);
  return { kind, share: lost[kind] ?? 0 };
}
