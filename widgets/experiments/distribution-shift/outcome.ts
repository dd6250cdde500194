/** What a run yields, and how one more look at a network adds to it. */
import { confusion, pile, score, sureness } from './count.ts';
import { SETS } from './digits.ts';
import { ends, epochsOf, type Sets } from './training-sets.ts';
import type { ShiftSettings } from './params.ts';

const KINDS = 10;
/** Bars of the confidence histogram; the first ends at 10 %. */
export const BINS = 10;
/** Digits in the pile that the reader sees. */
export const PILE = 48;

/** How one model does on the held-out digits of one set. */
export interface Score {
  /** Share read right, 0 to 1. */
  readonly accuracy: number;
  /** Mean probability that the model gives to its own answers, 0 to 1. */
  readonly confidence: number;
  readonly digits: number;
}

/** A digit that the model was shown: its 64 pixels, what it is, what it was taken for, and how surely. */
export interface ExampleDigit {
  readonly pixels: readonly number[];
  readonly label: number;
  readonly answer: number;
  readonly confidence: number;
}

/** Answers by confidence, right and wrong ones apart: bar i counts those from i to i + 1 tenths. */
export interface Sureness {
  readonly right: readonly number[];
  readonly wrong: readonly number[];
}

/** The outcome of a run: small, and a plain value, so that it can cross from worker to page. */
export interface ShiftOutcome {
  readonly home: Score;
  readonly abroad: Score;
  /** Rows: trained on; columns: tested on, both in the order of `SETS`. `null`: not trained in this run. */
  readonly matrix: readonly (readonly (Score | null)[])[];
  readonly sure: { readonly home: Sureness; readonly abroad: Sureness };
  /** Abroad: row = what it is, column = what it was taken for. */
  readonly confusion: readonly (readonly number[])[];
  /** The first held-out digits from abroad in the order of the split: a fair sample, sorted by label. */
  readonly pile: readonly ExampleDigit[];
  /** Accuracies after so many epochs; those of a repair with foreign labels count on. */
  readonly history: readonly {
    readonly epoch: number;
    readonly home: number;
    readonly abroad: number;
  }[];
  readonly epochs: { readonly done: number; readonly planned: number };
}

/** The outcome with one more look in it: the reader's own model moves everything, another model only its row of the matrix. */
export function observe(
  look: {
    readonly settings: ShiftSettings;
    readonly epoch: number;
    readonly chances: Float32Array;
  },
  sets: Sets,
  reader: ShiftSettings,
  before?: ShiftOutcome,
): ShiftOutcome {
  const parts = inParts(look.chances, sets);
  const row = SETS.map((set, i) => score(sets[set].heldOut, parts[i] as Float32Array));
  const trained = SETS.findIndex((set) => set === look.settings.trainOn);
  const empty = SETS.map(() => SETS.map(() => null));
  const matrix = (before?.matrix ?? empty).map((old, i) => (i === trained ? row : old));
  if (before && look.settings.trainOn !== reader.trainOn) return { ...before, matrix };

  const { home, abroad } = ends(reader);
  const [atHome, away] = [SETS.indexOf(home), SETS.indexOf(abroad)];
  const chances = parts[away] as Float32Array;
  const foreign = sets[abroad].heldOut;
  const scores = { home: row[atHome] as Score, abroad: row[away] as Score };
  const point = { epoch: look.epoch, home: scores.home.accuracy, abroad: scores.abroad.accuracy };
  return {
    ...scores,
    matrix,
    sure: {
      home: sureness(sets[home].heldOut, parts[atHome] as Float32Array),
      abroad: sureness(foreign, chances),
    },
    confusion: confusion(foreign, chances),
    pile: pile(foreign, chances),
    history: [...(before?.history ?? []), point],
    epochs: { done: look.epoch, planned: epochsOf(reader) },
  };
}

// The sets were looked at as one; each has its own stretch of probabilities.
function inParts(chances: Float32Array, sets: Sets): Float32Array[] {
  let from = 0;
  return SETS.map((set) => {
    const to = from + sets[set].heldOut.count * KINDS;
    const part = chances.subarray(from, to);
    from = to;
    return part;
  });
}
