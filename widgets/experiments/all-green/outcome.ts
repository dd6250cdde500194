/** What is known of a run. */
import type { Fault } from './faults.ts';
import type { Check } from './names.ts';

/** A check in the future that is drawn: how far seven days were from what was learned, day by day. */
export interface Lane {
  readonly check: Check;
  /** In times of the largest week learned from; `null` while there are no seven days to look at. */
  readonly far: readonly (number | null)[];
}

/** The future that is drawn. */
export interface Shown {
  /** The day on which the fault begins, from 0. */
  readonly start: number;
  /** Bikes an hour by which the model is off, day by day: as served, and as it would be without the fault. */
  readonly errors: readonly number[];
  readonly usual: readonly number[];
  /** Means of the 24 hours over the working days since the fault began. */
  readonly hired: readonly number[];
  readonly expected: readonly number[];
  readonly lanes: readonly Lane[];
  /** The days on which an alarm rings. */
  readonly rings: readonly number[];
}

/** The textbook test on a day without a fault: two cumulative distributions of temperature, by steps of the data. */
export interface Tested {
  readonly day: readonly number[];
  readonly learned: readonly number[];
  /** Their largest distance, and the largest that the test allows. */
  readonly apart: number;
  readonly allowed: number;
}

/** A fault in all futures. */
export interface Harm {
  readonly fault: Fault;
  /** Bikes an hour, from its first day on. */
  readonly error: number;
  /** The share of futures in which an alarm rings within two weeks. */
  readonly caught: number;
  /** Days until then, half within; `null` where it was never noticed. */
  readonly delay: number | null;
}

/** The outcome of a run. */
export interface GreenOutcome {
  /** Bikes an hour by which the model is off, before the fault's first day and since. */
  readonly errorBefore: number;
  readonly errorAfter: number;
  /** By how much a day's total is off, as a share of the bikes hired on it. */
  readonly dailyBefore: number;
  readonly dailyAfter: number;
  /** The share of days without any fault on which the textbook test finds temperature changed. */
  readonly textbook: number;
  readonly tested: Tested;
  /** One fault, or all seven; none where nothing goes wrong. */
  readonly harms: readonly Harm[];
  /** Days until a fault is noticed, half within, over all faults; `null` where none was. */
  readonly delay: number | null;
  /** In a year without a fault. */
  readonly falseAlarms: number;
  readonly shown: Shown;
}
