/** What a run yields. */
import type { Answer } from '../../shared/digits/answers.ts';

/** How one model does on the held-out digits of one set. */
export interface Score {
  /** Share read right, 0 to 1. */
  readonly accuracy: number;
  /** Mean probability that the model gives to its own answers, 0 to 1. */
  readonly confidence: number;
  readonly digits: number;
}

/** A digit that the model was shown: its 64 pixels, what it is, what it was taken for, and how surely. */
export interface ExampleDigit extends Answer {
  /** From 0, paper, to 16, full ink. */
  readonly pixels: readonly number[];
  readonly label: number;
}

/** Answers by confidence, right and wrong ones apart: bar i counts those from i to i + 1 tenths. */
export interface ConfidenceHistogram {
  readonly right: readonly number[];
  readonly wrong: readonly number[];
}

/** The outcome of a run: small, and a plain value, so that it can cross from worker to page. */
export interface ShiftOutcome {
  readonly home: Score;
  readonly abroad: Score;
  /** Rows: trained on; columns: tested on, both in the order of `SETS`. `null`: not trained in this run. */
  readonly matrix: readonly (readonly (Score | null)[])[];
  readonly sure: { readonly home: ConfidenceHistogram; readonly abroad: ConfidenceHistogram };
  /** Abroad: row = what it is, column = what it was taken for. */
  readonly confusion: readonly (readonly number[])[];
  /** The first held-out digits from abroad in the order of the split: a fair sample, sorted by label. */
  readonly pile: readonly ExampleDigit[];
  /** Accuracies after so many epochs; those of a repair with foreign labels count on. */
  readonly history: readonly Readonly<Record<'epoch' | 'home' | 'abroad', number>>[];
  readonly epochs: { readonly done: number; readonly planned: number };
}
