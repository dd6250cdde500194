/** What a run yields. */
import type { Rule } from './params.ts';

/** Digits that nobody learned from: so many at home to compare with; the others are what arrives. */
export const REFERENCE = 1000;
/** Days that the alarm is tried on. */
export const DAYS = 100;

/** A digit as it arrives: its pixels from 0 (paper) to 16 (ink), what it means, and what the model takes it for. */
export interface Sample {
  readonly pixels: readonly number[];
  readonly label: number;
  /** `null` while the model learns. */
  readonly answer: number | null;
}

/** How the model does at one amount. */
export interface Point {
  /** In per cent of the most there is. */
  readonly amount: number;
  readonly accuracy: number;
  readonly confidence: number;
}

/** What the alarm did on a hundred days. */
export interface Rung {
  /** Days on which it rang. */
  readonly rang: number;
  /** Means over the days. */
  readonly psi: number;
  readonly ks: number;
  /** Days by the statistic of its rule, in `BARS` bars; the last one holds what lies beyond, too. */
  readonly bars: readonly number[];
}

/** Bars of the days. */
export const BARS = 12;
/** What a bar is wide, in the statistic of each rule. */
export const BAR = { psi: 0.05, ks: 0.025 } as const satisfies Record<Rule, number>;

/** The outcome of a run. */
export interface ShiftedOutcome {
  readonly samples: readonly Sample[];
  /** From nothing to the amount that is set; empty while the model learns. */
  readonly curve: readonly Point[];
  /** The alarm on ordinary days and on days like these; `null` while the model learns. */
  readonly alarm: {
    readonly rings: number;
    readonly ordinary: Rung;
    readonly these: Rung;
  } | null;
}
