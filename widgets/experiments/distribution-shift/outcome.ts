/** What a run yields. */
import type { Judged } from '../../shared/digits/answers.ts';
import type { PerSet } from '../../shared/digits/sets.ts';

/** How one model does on the held-out digits of one set. */
export interface Score {
  /** Share read right, 0 to 1. */
  readonly accuracy: number;
  /** Mean probability that the model gives to its own answers, 0 to 1. */
  readonly confidence: number;
  readonly digits: number;
}

/** A digit that the model was shown: its 64 pixels, what it is, what it was taken for, and how surely. */
export interface ExampleDigit extends Judged {
  /** From 0, paper, to 16, full ink. */
  readonly pixels: readonly number[];
}

/** Answers by confidence, right and wrong ones apart: bar i counts those from i to i + 1 tenths. */
export type ConfidenceHistogram = Readonly<Record<'right' | 'wrong', readonly number[]>>;

/** The reader's own model at home and abroad. */
interface Standing {
  readonly home: Score;
  readonly abroad: Score;
  readonly sure: Readonly<Record<'home' | 'abroad', ConfidenceHistogram>>;
  /** Abroad: row = what it is, column = what it was taken for. */
  readonly confusion: readonly (readonly number[])[];
  /** The first held-out digits from abroad in the order of the split: a fair sample, sorted by label. */
  readonly pile: readonly ExampleDigit[];
  /** Accuracies after so many epochs; those of a repair with foreign labels count on. */
  readonly history: readonly Readonly<Record<'epoch' | 'home' | 'abroad', number>>[];
}

/** The outcome of a run: small, and a plain value, so that it can cross from worker to page. */
export interface ShiftOutcome extends Standing {
  /** The same model used on each set: whoever asks for another one need not train again. */
  readonly usedOn: PerSet<Standing>;
  /** Of each set the first six, as the common cut has left it so far. */
  readonly large: PerSet<ExampleDigit>;
  /** How far that cut has come, 0 to 1; 1 where there is none. */
  readonly cut: number;
  /** Rows: trained on; columns: tested on, both in the order of `SETS`. `null`: not trained in this run. */
  readonly matrix: readonly (readonly (Score | null)[])[];
  readonly epochs: { readonly done: number; readonly planned: number };
}
