/** What a run yields, and how looks at a network add to it. */
import { greatestIndex, range } from 'd3-array';
import { answersOf } from '../../shared/digits/answers.ts';
import type { Digits } from '../../shared/digits/digits.ts';
import { inkOf } from '../../shared/digits/mnist14.ts';
import type { Epochs } from '#kit/contract';
import type { Hidden } from './hidden.ts';
import type { WrongSettings } from './params.ts';
import { IMAGES } from './sizes.ts';

/** Labelled images that are seen; none where others are. */
const SAMPLES = 8;

/** A labelled image that is seen: 196 hexadecimal digits, what it is, what its label says. */
export interface Sample {
  readonly ink: string;
  readonly digit: number;
  readonly label: number;
  readonly row: number;
}

/** Counts after some passes, from none on. */
export interface Passes {
  /** After how many. */
  readonly passes: readonly number[];
  /** Held-out digits read right. */
  readonly correct: readonly number[];
  /** Wrong labels that the network gives back. */
  readonly given: readonly number[];
}

/** What was done about the labels. */
export interface Cleaned {
  /** Labels that were checked or dropped, and wrong ones among them. */
  readonly dealt: number;
  readonly found: number;
  /** The training before. */
  readonly before: Passes;
  /** Wrong labels before. */
  readonly wrong: number;
}

/** The outcome of a run: a plain value. */
export interface WrongOutcome extends Passes {
  readonly tested: number;
  /** Labels that are learned from, and wrong ones among them. */
  readonly labels: number;
  readonly wrong: number;
  /** Digits whose reading agrees with a test in which the same share of labels is wrong; `null` until it has learned. */
  readonly read: number | null;
  readonly samples: readonly Sample[];
  /** What the network now takes the samples for. */
  readonly answers: readonly number[];
  /** Of as many suspects as there were wrong labels: wrong ones; `null` where nobody ranks them, or none is wrong. */
  readonly top: number | null;
  readonly cleaned: Cleaned | null;
  readonly hidden: Hidden | null;
  readonly epochs: Epochs;
}

/** What is learned from: digits with their right labels, the labels that stand on them, and which are in use. */
export interface Taught {
  readonly training: Digits;
  readonly labels: Uint8Array;
  /** 1 for each row in use. */
  readonly weights: Float32Array;
}

/** The rows in use whose label is wrong. */
export function wrongRows({ training, labels, weights }: Taught): number[] {
  return range(labels.length).filter(
    (row) => weights[row] === 1 && labels[row] !== training.labels[row],
  );
}

/** The outcome before anything is learned. */
export function unseen(
  settings: WrongSettings,
  taught: Taught,
  tested: number,
  order: readonly number[],
): WrongOutcome {
  const count = settings.hidden === 'none' ? SAMPLES : 0;
  const rows = order.filter((row) => row < settings.images).slice(0, count);
  return {
    tested,
    labels: settings.images,
    wrong: wrongRows(taught).length,
    read: null,
    samples: rows.map((row) => ({
      ink: inkOf(taught.training, row),
      digit: taught.training.labels[row] as number,
      label: taught.labels[row] as number,
      row,
    })),
    answers: [],
    passes: [],
    correct: [],
    given: [],
    top: null,
    cleaned: null,
    hidden: null,
    epochs: { done: 0, planned: settings.epochs * (cleans(settings) ? 2 : 1) },
  };
}

/** Whether something is done about the labels. */
export function cleans({ suspects, checks }: WrongSettings): boolean {
  return suspects !== 'none' && checks > 0;
}

/** Probabilities of the ten digits for the training rows, then for the held-out ones; and what both are. */
export interface Look {
  readonly chances: Float32Array;
  readonly heldOut: Digits;
  /** Labels of a test in which some are wrong. */
  readonly misread: Uint8Array;
}

/** Whether a network that learns for so many passes is looked at after this one: after each of them, whatever others do. */
export function isSeen(pass: number, epochs: number): boolean {
  return pass <= epochs;
}

/** The outcome with a look in it after so many passes of this training. */
export function observe(
  outcome: WrongOutcome,
  taught: Taught,
  pass: number,
  look: Look,
): WrongOutcome {
  const answers = answersOf(look.chances).map(({ answer }) => answer);
  const read = answers.slice(IMAGES);
  const agree = (labels: Uint8Array): number => read.filter((one, i) => one === labels[i]).length;
  const given = wrongRows(taught).filter((row) => answers[row] === taught.labels[row]).length;
  return {
    ...outcome,
    read: agree(look.misread),
    answers: outcome.samples.map(({ row }) => answers[row] as number),
    passes: [...outcome.passes, pass],
    correct: [...outcome.correct, agree(look.heldOut.labels)],
    given: [...outcome.given, given],
    epochs: { ...outcome.epochs, done: (outcome.cleaned?.before.passes.at(-1) ?? 0) + pass },
  };
}

/** Labels that are right, and new digits that are read right; nothing before the first look. */
export function sharesOf({
  wrong,
  labels,
  correct,
  tested,
}: WrongOutcome): readonly [number, number | undefined] {
  const last = correct.at(-1);
  return [1 - wrong / labels, last === undefined ? undefined : last / tested];
}

/** After how many passes most digits were read right, and how many; nothing before the first pass. */
export function bestOf({
  passes,
  correct,
}: Passes): { readonly epoch: number; readonly right: number } | undefined {
  const most = (greatestIndex(correct.slice(1)) ?? -1) + 1;
  const [epoch, count] = [passes[most], correct[most]];
  if (most < 1 || epoch === undefined || count === undefined) return undefined;
  return { epoch, right: count };
}
