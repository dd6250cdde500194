/** What a run yields, and how looks at a model and a defence add to it. */
import { mean, range } from 'd3-array';
import { accuracyOf, answersOf, counted, judgedBy } from '../../shared/digits/answers.ts';
import { placesOf } from '../../shared/digits/digits.ts';
import { inkOf } from '../../shared/digits/mnist14.ts';
import type { Epochs } from '#kit/contract';
import { IMAGES, type Attack, type PoisonedData } from './attack.ts';
import { lineUpOf, type LineUp } from './line-up.ts';
import type { PoisonSettings } from './params.ts';

/** Passes over the training set, and as many again after images were discarded. */
export const EPOCHS = 12;
/** Poisoned images, and triggered ones, that the reader can see; of discarded ones twice as many. */
const PILE = 12;

/** Clean images read right, and triggered ones as the target, as shares from 0 to 1; `null` before the model has been looked at, `success` also where there is no attack to speak of: see `silent`. */
type Shares = Readonly<Record<'clean' | 'success', number | null>>;

/** What a defence did. */
export interface Bench {
  readonly discarded: number;
  /** Poisoned images among the discarded. */
  readonly found: number;
  /** The most suspicious, in order; `poison` is `null` where the page keeps it to itself. */
  readonly suspects: readonly { ink: string; label: number; poison: boolean | null }[];
  /** The model before images were discarded. */
  readonly before: Shares;
}

/** The outcome of a run: small, and a plain value, so that it can cross from worker to page. Images are 196 hexadecimal digits. */
export interface PoisonOutcome extends Shares {
  readonly heldOut: number;
  /** Why there is no success to speak of; empty where there is. */
  readonly silent: string;
  /** Triggered images. */
  readonly tested: number;
  /** The attack, or `null` where the page keeps it to itself. */
  readonly attack: Attack | null;
  /** Poisoned images among the 2,000, and the first of them. */
  readonly poisoned: number;
  readonly samples: readonly string[];
  /** The first triggered images of the held-out part, and what the model takes them for. */
  readonly marked: readonly { readonly ink: string; readonly answer: number }[];
  /** How many triggered images are read as each digit, and how many of the same without the trigger; empty if unknown. */
  readonly readAs: readonly number[];
  readonly unmarked: readonly number[];
  /** One point for each look at the model. */
  readonly history: readonly (Shares & { readonly epoch: number })[];
  readonly epochs: Epochs;
  readonly bench: Bench | null;
  /** Images for the reader's own eyes, where the page keeps the attack to itself. */
  readonly lineup: LineUp | null;
}

/** One model of a spread, and what is known of it. */
export interface Model {
  readonly settings: PoisonSettings;
  readonly data: PoisonedData;
  /** 1 for each row that it sees; what its defence throws out becomes 0. */
  readonly weights: Float32Array;
  outcome: PoisonOutcome;
}

/** Whether a point of the curve stays, `epoch` counted through both trainings; a spread looks at its models after no others. */
export const isCharted = (epoch: number): boolean => epoch % EPOCHS <= 4 || epoch % 2 === 0;

/** The outcome before anything is known of a model that sees so many poisoned images. */
export function unseen(data: PoisonedData, poisoned: number, settings: PoisonSettings) {
  const { attack, rows, heldOut, triggered } = data;
  const isSecret = settings.attack === 'unknown';
  return {
    ...{ clean: null, success: null, marked: [], readAs: [], unmarked: [], history: [] },
    ...{ heldOut: heldOut.count, tested: triggered.count, poisoned, bench: null },
    silent: silence(attack),
    attack: isSecret ? null : attack,
    samples: range(isSecret ? 0 : Math.min(PILE, poisoned)).map((i) => inkOf(rows, IMAGES + i)),
    epochs: { done: 0, planned: settings.defence === 'none' ? EPOCHS : 2 * EPOCHS },
    lineup: isSecret ? lineUpOf(data, poisoned) : null,
  };
}

function silence({ kind, source, target }: Attack): string {
  if (kind === 'none') return 'nobody attacks';
  return source === target ? 'the digit to be read is the digit that is there' : '';
}

/** The outcome with one more look in it; `chances` holds ten probabilities for each held-out image, then for each triggered one. */
export function observe({ data, outcome }: Model, epoch: number, chances: Float32Array) {
  const { attack, heldOut, triggered } = data;
  const answers = answersOf(chances);
  const marked = answers.splice(heldOut.count).map(({ answer }) => answer);
  const clean = accuracyOf(judgedBy(heldOut, answers));
  const works = mean(marked, (answer) => Number(answer === attack.target)) ?? 0;
  const success = outcome.silent === '' ? works : null;
  return {
    ...{ ...outcome, clean, success },
    ...(outcome.attack && {
      marked: marked.slice(0, PILE).map((answer, i) => ({ ink: inkOf(triggered, i), answer })),
      readAs: counted(marked),
      unmarked: counted(placesOf(heldOut, attack.source).map((i) => answers[i]?.answer ?? 0)),
    }),
    history: [...outcome.history.filter((one) => isCharted(one.epoch)), { epoch, clean, success }],
    epochs: { ...outcome.epochs, done: epoch },
  };
}

/** The outcome when the defence has discarded these rows, and the second training is still to come. */
export function defended({ data, outcome }: Model, discarded: readonly number[]): PoisonOutcome {
  const { clean, success, attack } = outcome;
  const isPoison = (row: number): boolean => row >= IMAGES;
  const suspects = discarded.slice(0, 2 * PILE).map((row) => ({
    ink: inkOf(data.rows, row),
    label: data.rows.labels[row] as number,
    poison: attack && isPoison(row),
  }));
  const found = discarded.filter(isPoison).length;
  const before = { clean, success };
  return { ...outcome, bench: { discarded: discarded.length, found, suspects, before } };
}
