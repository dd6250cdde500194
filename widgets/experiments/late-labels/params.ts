/** What can be set: how late labels come, over how many days errors are averaged, and when an alarm rings. */
import type { Settings } from '#kit/contract';
import { amount, first, more, whole } from '#kit/contract';

/** Most days that a label may be late, and that may be averaged over. */
const MOST = { delay: 30, window: 28 } as const;

/** The parameter table of `late-labels`; shares of errors in per cent. */
export const params = {
  delay: {
    ...first('Labels are late by'),
    help: 'How many days pass until somebody finds out whether an answer was right.',
    ...whole({ min: 0, max: MOST.delay, default: 7, unit: 'days' }),
  },
  window: {
    ...first('Averaged over'),
    help: 'The last so many days that have labels: their mean is what the dashboard shows.',
    ...whole({ min: 1, max: MOST.window, default: 7, unit: 'days' }),
  },
  alarm: {
    ...first('Alarm at'),
    help: 'The share of errors on the dashboard at which the alarm rings.',
    ...amount({ min: 1, max: 40, step: 1, default: 10, unit: '%' }),
  },
  perDay: {
    ...more('Answers a day'),
    help: 'How many answers the model gives in a day.',
    ...whole({ min: 100, max: 10_000, step: 100, default: 1000 }),
  },
  before: {
    ...more('Wrong before'),
    help: 'How many in a hundred answers are wrong until the classes change.',
    ...amount({ min: 0, max: 40, step: 1, default: 6, unit: '%' }),
  },
  after: {
    ...more('Wrong after'),
    help: 'How many in a hundred answers are wrong from the first day of the new classes on.',
    ...amount({ min: 0, max: 40, step: 1, default: 25, unit: '%' }),
  },
} as const;

/** Settings of one run. */
export type LateSettings = Settings<typeof params>;
