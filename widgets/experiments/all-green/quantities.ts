/** What is computed over all futures, as it may be cited. */
const OFF = { unit: 'bikes/h', better: 'less' } as const;
const TOTAL = { unit: 'share', digits: 1, better: 'less' } as const;
const CAUGHT = { unit: 'share', better: 'more', why: 'nothing goes wrong' } as const;
const DELAY = { unit: 'days', better: 'less', why: 'no fault was noticed' } as const;

/** Errors are bikes an hour by which the model is off, and by how much a day’s total is off, as a share of it. */
export const QUANTITIES = {
  errorBefore: { label: 'error before the fault', ...OFF },
  errorAfter: { label: 'error since the fault', ...OFF },
  dailyErrorBefore: { label: 'error of a day’s total before the fault', ...TOTAL },
  dailyErrorAfter: { label: 'error of a day’s total since the fault', ...TOTAL },
  caught: { label: 'faults noticed within two weeks', ...CAUGHT },
  worstCaught: { label: 'the fault noticed least, noticed within two weeks', ...CAUGHT },
  delayDays: { label: 'days until a fault is noticed, half within', ...DELAY },
  falseAlarmsPerYear: { label: 'false alarms a year', digits: 1, better: 'less' },
  textbookRings: { label: 'normal days on which the textbook test rings', unit: 'share' },
} as const;
