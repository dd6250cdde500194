/** What a run yields: errors as labels come, of the plain network and of the reader's model; what a label's worth is, and what is paid. */
import type { Missing } from '#kit/contract';
import { PLAIN_WIDTH, SIZES } from '../../shared/network/taught-params.ts';
import type { MindSettings } from './params.ts';

/** A share of wrong answers after so many labels. */
export interface Point {
  readonly labels: number;
  readonly error: number;
}

/** The outcome of a run: a plain value, so that it can cross from worker to page. */
export interface MindOutcome {
  /** Images that both are tested on. */
  readonly tested: number;
  readonly labels: number;
  /** The plain network on raw pixels, with right labels only. */
  readonly plain: readonly Point[];
  /** What is set, at the same numbers of labels and at that which is set. */
  readonly own: readonly Point[];
  /** Some images that are tested on, as texts. */
  readonly samples: readonly string[];
  /** The same upright, as texts; or their strokes, 100 hexadecimal digits from 0 to f, the strongest of the image. */
  readonly seen: readonly string[];
  readonly epochs: { readonly done: number; readonly planned: number };
  readonly coins: Coins;
  /** Multiplications to learn and to read the tested images, paper and all. */
  readonly multiplications: number;
}

/** What is paid, in coins that are invented: for labels, for thought, for a wider network. */
export interface Coins {
  readonly labels: number;
  readonly mind: number;
  readonly width: number;
}

/** Labels for a coin, and coins for each thing that somebody has thought of. */
const PRICES = {
  labelsACoin: 25,
  features: { raw: 0, deslant: 10, strokes: 20, both: 30 },
  shifts: 10,
  /** For each doubling of the network's width beyond that of the plain one. */
  doubling: 5,
} as const;

/** What settings cost. */
export function coinsOf({ labels, features, shifts, width, model }: MindSettings): Coins {
  const doublings = model === 'network' ? Math.max(0, Math.log2(width / PLAIN_WIDTH)) : 0;
  return {
    labels: labels / PRICES.labelsACoin,
    mind: PRICES.features[features] + (shifts === '1' ? PRICES.shifts : 0),
    width: PRICES.doubling * doublings,
  };
}

/** All that is paid. */
export function paid({ coins: { labels, mind, width } }: Pick<MindOutcome, 'coins'>): number {
  return labels + mind + width;
}

const LEARNING: Missing = { why: 'this has not been measured yet' };

/** The share of wrong answers with the labels that are set. */
export function errorOf({ own, labels }: Pick<MindOutcome, 'own' | 'labels'>): number | Missing {
  return own.find((point) => point.labels === labels)?.error ?? LEARNING;
}

/** The share of the plain network's wrong answers with as many labels, if that was measured. */
export function plainErrorOf({ plain, labels }: MindOutcome): number | Missing {
  return plain.find((point) => point.labels === labels)?.error ?? LEARNING;
}

/** How many fewer answers are wrong than the plain network's with as many labels: a share; below 0 where they are more. */
export function advantageOf(outcome: MindOutcome): number | Missing {
  const [plain, own] = [plainErrorOf(outcome), errorOf(outcome)];
  return typeof plain === 'number' && typeof own === 'number' ? plain - own : LEARNING;
}

/**
 * The labels with which the plain network makes no more errors than this: between two measured numbers of labels, along a straight
 * line on logarithmic scales. A curve that rises again by chance counts as level.
 */
export function labelsFor(error: number, plain: readonly Point[]): number | Missing {
  const reached = plain.findIndex((point) => point.error <= error);
  const after = plain[reached];
  if (!after) {
    const most = plain.at(-1)?.labels ?? 0;
    return most < (SIZES.at(-1) ?? 0)
      ? LEARNING
      : { why: 'the plain network makes more errors with any number of labels up to 2,500' };
  }
  if (after.error === error) return after.labels;
  const before = plain[reached - 1];
  if (!before) {
    return { why: `the plain network makes fewer errors with ${after.labels} labels` };
  }
  const share = Math.log(before.error / error) / Math.log(before.error / after.error);
  return before.labels * (after.labels / before.labels) ** share;
}

/** The labels with which the plain network does as well as this run. */
export function labelsToMatch(outcome: MindOutcome): number | Missing {
  const error = errorOf(outcome);
  return typeof error === 'number' ? labelsFor(error, outcome.plain) : error;
}

/** How steeply errors fall from one number of labels to another: the power of the labels that they are divided by. */
export function slopeOf(own: readonly Point[], from: number, to: number): number | Missing {
  const [start, end] = [from, to].map((labels) => own.find((point) => point.labels === labels));
  if (!start || !end) return LEARNING;
  if (start.error === 0 || end.error === 0) return { why: 'there are no errors' };
  return Math.log(start.error / end.error) / Math.log(to / from);
}
