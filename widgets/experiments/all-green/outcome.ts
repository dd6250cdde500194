/** What is known of a run. */
import type { Known } from '#kit/contract';
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

const OFF = { unit: 'bikes/h', better: 'less' } as const;
const TOTAL = { unit: 'share', digits: 1, better: 'less' } as const;
const CAUGHT = { unit: 'share', better: 'more', why: 'nothing goes wrong' } as const;

/** What is computed over all futures, as it may be cited. */
export const QUANTITIES = {
  /** Bikes an hour by which the model is off, before the fault’s first day and since. */
  errorBefore: { label: 'error before the fault', ...OFF },
  errorAfter: { label: 'error since the fault', ...OFF },
  /** By how much a day’s total is off, as a share of the bikes hired on it. */
  dailyErrorBefore: { label: 'error of a day’s total before the fault', ...TOTAL },
  dailyErrorAfter: { label: 'error of a day’s total since the fault', ...TOTAL },
  caught: { label: 'faults noticed within two weeks', ...CAUGHT },
  worstCaught: { label: 'the fault noticed least, noticed within two weeks', ...CAUGHT },
  /** Over all faults. */
  delayDays: {
    label: 'days until a fault is noticed, half within',
    unit: 'days',
    better: 'less',
    why: 'no fault was noticed',
  },
  falseAlarmsPerYear: { label: 'false alarms a year', digits: 1, better: 'less' },
  /** The share of days without any fault on which the textbook test finds temperature changed. */
  textbookRings: { label: 'normal days on which the textbook test rings', unit: 'share' },
} as const;

/** The outcome of a run. */
export interface GreenOutcome extends Known<typeof QUANTITIES> {
  readonly tested: Tested;
  /** One fault, or all seven; none where nothing goes wrong. */
  readonly harms: readonly Harm[];
  readonly shown: Shown;
}
