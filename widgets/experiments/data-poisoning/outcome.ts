/** What a run yields. */
import type { Attack, Poisonable, TrainingLabels } from './attack.ts';
import { imageAt, type Digits } from '../../shared/digits/digits.ts';
import { inkOf } from './images.ts';

/** Poisoned images, and triggered ones, that the reader can see; of discarded ones twice as many. */
export const PILE = 12;

/** A training image that the defence has thrown out. */
interface Suspect {
  readonly ink: string;
  readonly label: number;
  /** `null`: the page keeps it to itself. */
  readonly poison: boolean | null;
}

/** What a report shows, and what it does not. */
interface Shares {
  readonly clean: number;
  readonly success: number | null;
}

/** What a defence did. */
interface Bench {
  readonly discarded: number;
  /** Poisoned images among them. */
  readonly found: number;
  /** The most suspicious, in order. */
  readonly suspects: readonly Suspect[];
  /** The model before images were discarded. */
  readonly before: Shares;
}

/** The outcome of a run: small, and a plain value, so that it can cross from worker to page. */
export interface PoisonOutcome {
  /** Share of clean held-out images read right, 0 to 1; `null` before the model's turn has come. */
  readonly clean: number | null;
  readonly heldOut: number;
  /** Share of the triggered images that are read as the target; `null`: see `silent`. */
  readonly success: number | null;
  /** Why there is no success to speak of; empty where there is. */
  readonly silent: string;
  /** Triggered images. */
  readonly tested: number;
  /** The attack, or `null` where the page keeps it to itself. */
  readonly attack: Attack | null;
  /** Poisoned images among the 2,000. */
  readonly poisoned: number;
  /** The first of them, as 196 hexadecimal digits each. */
  readonly samples: readonly string[];
  /** The first triggered images of the held-out part, and what the model takes them for. */
  readonly marked: readonly { readonly ink: string; readonly answer: number }[];
  /** How many triggered images are read as each digit, and how many of the same without the trigger; empty if unknown. */
  readonly readAs: readonly number[];
  readonly unmarked: readonly number[];
  /** One point for each look at the model. */
  readonly history: readonly (Shares & { readonly epoch: number })[];
  readonly epochs: { readonly done: number; readonly planned: number };
  readonly bench: Bench | null;
}

/** What a model is tested on: all held-out images, then the triggered ones. */
export interface Tests {
  readonly heldOut: Digits;
  readonly triggered: Digits;
}

/** The outcome before anything is known of the model. */
export function unseen(
  { rows, attack }: Poisonable,
  { poison }: TrainingLabels,
  tests: Tests,
  planned: number,
  isSecret: boolean,
): PoisonOutcome {
  const shown = isSecret ? [] : poison.slice(0, PILE);
  return {
    clean: null,
    heldOut: tests.heldOut.count,
    success: null,
    silent: silence(attack),
    tested: tests.triggered.count,
    attack: isSecret ? null : attack,
    poisoned: poison.length,
    samples: shown.map((row) => inkOf(imageAt(rows, row))),
    marked: [],
    readAs: [],
    unmarked: [],
    history: [],
    epochs: { done: 0, planned },
    bench: null,
  };
}

function silence({ kind, source, target }: Attack): string {
  if (kind === 'none') return 'nobody attacks';
  return source === target ? 'the digit to be read is the digit that is there' : '';
}
