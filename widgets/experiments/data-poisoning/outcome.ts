/** What a run yields, and how looks at a model and a defence add to it. */
import { range } from 'd3-array';
import { answersOf, counted } from '../../shared/digits/answers.ts';
import { imageAt, placesOf, type Digits } from '../../shared/digits/digits.ts';
import type { Epochs } from '../../kit/views/timeline.ts';
import { FILE, IMAGES, type Attack, type PoisonedData } from './attack.ts';
import type { PoisonSettings } from './params.ts';

/** Passes over the training set, and as many again after images were discarded. */
export const EPOCHS = 12;
/** Epochs of a training that stay in the curve; a spread looks at its models after no others. */
const CHARTED: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 10, 12];
/** Poisoned images, and triggered ones, that the reader can see; of discarded ones twice as many. */
const PILE = 12;

/** What a report shows, and what it does not: shares of clean images read right and of attacks that work, 0 to 1. */
interface Shares {
  /** `null` before the model's turn has come. */
  readonly clean: number | null;
  /** Of the triggered images, those read as the target; `null`: see `silent`. */
  readonly success: number | null;
}

/** What a defence did. */
interface Bench {
  readonly discarded: number;
  /** Poisoned images among them. */
  readonly found: number;
  /** The most suspicious, in order; `poison` is `null` where the page keeps it to itself. */
  readonly suspects: readonly {
    readonly ink: string;
    readonly label: number;
    readonly poison: boolean | null;
  }[];
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
  /** Poisoned images among the 2,000. */
  readonly poisoned: number;
  /** The first of them. */
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
}

/** Whether a point of the curve stays, `epoch` counted through both trainings. */
export function isCharted(epoch: number): boolean {
  return CHARTED.includes(epoch > EPOCHS ? epoch - EPOCHS : epoch);
}

/** True when images are to be discarded and the model trained again. */
export function defends({ defence }: Pick<PoisonSettings, 'defence'>): boolean {
  return defence !== 'none';
}

/** The outcome before anything is known of a model that sees so many poisoned images. */
export function unseen(
  { attack, rows, heldOut, triggered }: PoisonedData,
  poisoned: number,
  settings: PoisonSettings,
): PoisonOutcome {
  const isSecret = settings.attack === 'unknown';
  const shown = isSecret ? 0 : Math.min(PILE, poisoned);
  return {
    clean: null,
    heldOut: heldOut.count,
    success: null,
    silent: silence(attack),
    tested: triggered.count,
    attack: isSecret ? null : attack,
    poisoned,
    samples: range(shown).map((i) => inkOf(rows, IMAGES + i)),
    marked: [],
    readAs: [],
    unmarked: [],
    history: [],
    epochs: { done: 0, planned: defends(settings) ? 2 * EPOCHS : EPOCHS },
    bench: null,
  };
}

/** An image as 196 hexadecimal digits, from 0 (paper) to f (ink): short in a page, and enough to be seen. */
function inkOf(digits: Digits, i: number): string {
  return [...imageAt(digits, i)].map((ink) => Math.round(ink * FILE.full).toString(16)).join('');
}

function silence({ kind, source, target }: Attack): string {
  if (kind === 'none') return 'nobody attacks';
  return source === target ? 'the digit to be read is the digit that is there' : '';
}

/** The outcome with one more look in it; `chances` holds ten probabilities for each held-out image, then for each triggered one. */
export function observe(
  before: PoisonOutcome,
  { attack, heldOut, triggered }: PoisonedData,
  epoch: number,
  chances: Float32Array,
): PoisonOutcome {
  const answers = answersOf(chances).map(({ answer }) => answer);
  const marked = answers.splice(heldOut.count);
  const right = answers.filter((answer, i) => answer === heldOut.labels[i]);
  const clean = right.length / answers.length;
  const works = marked.filter((answer) => answer === attack.target).length / marked.length;
  const success = before.silent === '' ? works : null;
  const shown = marked.slice(0, PILE);
  return {
    ...before,
    clean,
    success,
    ...(before.attack && {
      marked: shown.map((answer, i) => ({ ink: inkOf(triggered, i), answer })),
      readAs: counted(marked),
      unmarked: counted(placesOf(heldOut, attack.source).map((i) => answers[i] as number)),
    }),
    history: [...before.history.filter((one) => isCharted(one.epoch)), { epoch, clean, success }],
    epochs: { ...before.epochs, done: epoch },
  };
}

/** The outcome when the defence has chosen which rows to discard, and the second training is still to come. */
export function afterDefence(
  outcome: PoisonOutcome,
  { rows }: PoisonedData,
  discarded: readonly number[],
): PoisonOutcome {
  const { attack, clean, success } = outcome;
  const isPoison = (row: number): boolean => row >= IMAGES;
  const suspects = discarded.slice(0, 2 * PILE).map((row) => ({
    ink: inkOf(rows, row),
    label: rows.labels[row] as number,
    poison: attack ? isPoison(row) : null,
  }));
  const found = discarded.filter(isPoison).length;
  const bench = { discarded: discarded.length, found, suspects, before: { clean, success } };
  return { ...outcome, bench };
}
