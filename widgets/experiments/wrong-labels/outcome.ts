/** What a run yields, and how looks at a network add to it. */
import { greatestIndex, range } from 'd3-array';
import { answersOf } from '../../shared/digits/answers.ts';
import { inkOf } from '../../shared/digits/mnist14.ts';
import type { Epochs } from '#kit/contract';
import { seeded } from '#kit/numbers';
import type { Hidden } from './hidden.ts';
import type { Images } from './labels.ts';
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

/** What is learned from, and tested on: digits with their right labels, the labels that stand on them, and which are in use. */
export interface Taught extends Images {
  readonly labels: Uint8Array;
  /** 1 for each row in use. */
  readonly weights: Float32Array;
  /** Labels of a test in which some are wrong. */
  readonly misread: Uint8Array;
}

/** The rows in use whose label is wrong. */
export function wrongRows({ training, labels, weights }: Taught): number[] {
  return range(labels.length).filter(
    (row) => weights[row] === 1 && labels[row] !== training.labels[row],
  );
}

/** The outcome before anything is learned. */
export function unseen(settings: WrongSettings, taught: Taught): WrongOutcome {
  const { training, heldOut, labels } = taught;
  const count = settings.hidden === 'none' ? SAMPLES : 0;
  const order = [...seeded(settings.seed, 'samples').order(IMAGES)];
  const rows = order.filter((row) => row < settings.images).slice(0, count);
  return {
    tested: heldOut.count,
    labels: settings.images,
    wrong: wrongRows(taught).length,
    read: null,
    samples: rows.map((row) => ({
      ink: inkOf(training, row),
      digit: training.labels[row] as number,
      label: labels[row] as number,
      row,
    })),
    ...{ answers: [], passes: [], correct: [], given: [], top: null, cleaned: null, hidden: null },
    epochs: { done: 0, planned: settings.epochs * (cleans(settings) ? 2 : 1) },
  };
}

/** Whether something is done about the labels. */
export function cleans({ suspects, checks }: WrongSettings): boolean {
  return suspects !== 'none' && checks > 0;
}

/** The outcome with a look in it after so many passes: ten probabilities for each training row, then for each held-out one. */
export function observe(
  outcome: WrongOutcome,
  taught: Taught,
  pass: number,
  chances: Float32Array,
): WrongOutcome {
  const answers = answersOf(chances).map(({ answer }) => answer);
  const read = answers.slice(IMAGES);
  const agree = (labels: Uint8Array): number => read.filter((one, i) => one === labels[i]).length;
  const given = wrongRows(taught).filter((row) => answers[row] === taught.labels[row]).length;
  return {
    ...outcome,
    read: agree(taught.misread),
    answers: outcome.samples.map(({ row }) => answers[row] as number),
    passes: [...outcome.passes, pass],
    correct: [...outcome.correct, agree(taught.heldOut.labels)],
    given: [...outcome.given, given],
    epochs: { ...outcome.epochs, done: (outcome.cleaned?.before.passes.at(-1) ?? 0) + pass },
  };
}

/** Labels that are right, and new digits that are read right; nothing before the first look. */
export function sharesOf(outcome: WrongOutcome): readonly [number, number | undefined] {
  const last = outcome.correct.at(-1);
  return [1 - outcome.wrong / outcome.labels, last && last / outcome.tested];
}

/** After how many passes most digits were read right, and what share of them; nothing before the first pass. */
export function bestOf({ passes, correct, tested }: WrongOutcome) {
  const most = (greatestIndex(correct.slice(1)) ?? -1) + 1;
  const [epoch, right] = [passes[most], correct[most]];
  if (most < 1 || epoch === undefined || right === undefined) return undefined;
  return { epoch, share: right / tested };
}
