/** What a run yields, and how looks at a network add to it. */
import { greatest, range, zip } from 'd3-array';
import { answersOf } from '../../shared/digits/answers.ts';
import type { Split } from '../../shared/digits/digits.ts';
import { inkOf } from '../../shared/digits/mnist14.ts';
import type { Epochs } from '#kit/contract';
import { seeded } from '#kit/numbers';
import type { Hidden } from './hidden.ts';
import type { WrongSettings } from './params.ts';
import { IMAGES } from './sizes.ts';

/** Labelled images that are seen; none where others are. */
const SAMPLES = 8;

/** Counts after so many passes, from none on: held-out digits read right, and wrong labels that the network gives back. */
type Passes = Readonly<Record<'passes' | 'correct' | 'given', readonly number[]>>;
/** Before the first. */
export const NO_PASSES: Passes = { passes: [], correct: [], given: [] };

/** The outcome of a run: a plain value. */
export interface WrongOutcome extends Passes {
  readonly tested: number;
  /** Labels that are learned from, and wrong ones among them. */
  readonly labels: number;
  readonly wrong: number;
  /** Digits whose reading agrees with a test in which the same share of labels is wrong; `null` until it has learned. */
  readonly read: number | null;
  /** Labelled images that are seen: 196 hexadecimal digits, what each is, what its label says. */
  readonly samples: readonly Readonly<{ ink: string; digit: number; label: number; row: number }>[];
  /** What the network now takes the samples for. */
  readonly answers: readonly number[];
  /** Of as many suspects as there were wrong labels: wrong ones; `null` where nobody ranks them, or none is wrong. */
  readonly top: number | null;
  /** Labels that were checked or dropped, and wrong ones among them; the training before, and the wrong labels before. */
  readonly cleaned: Readonly<{
    dealt: number;
    found: number;
    before: Passes;
    wrong: number;
  }> | null;
  readonly hidden: Hidden | null;
  readonly epochs: Epochs;
}

/** What is learned from, and tested on: digits with their right labels, the labels that stand on them, and which are in use. */
export interface Taught extends Split {
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
    ...{ ...NO_PASSES, answers: [], top: null, cleaned: null, hidden: null },
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
  const best = greatest(zip(passes, correct).slice(1), ([, right]) => right);
  const [epoch = 0, right = 0] = best ?? [];
  return best && { epoch, share: right / tested };
}
