/** What can be set: who updates the model and when, what may change, and how often the year is lived. */
import type { Settings } from '#kit/contract';
import { amount, choice, first, more, revealed, seed, whole } from '#kit/contract';

/** The parameter table of `stale-model`. */
export const params = {
  policy: {
    ...first('What the team does'),
    help: 'A multiplier is one number: what was hired in the last 30 known days, divided by what the first model said. To retrain is to fit the model anew. Both can be done by the calendar, or when an alarm rings.',
    ...choice({
      never: 'nothing',
      every: 'retrain by the calendar',
      alarm: 'retrain at an alarm',
      recalibrate: 'multiplier by the calendar',
      alarmRecalibrate: 'multiplier at an alarm',
    }),
  },
  every: {
    ...revealed('By the calendar: every'),
    help: 'Months from one update to the next.',
    counts: { with: 'policy', at: ['every', 'recalibrate'] },
    ...whole({ min: 1, max: 12, default: 1, unit: 'months' }),
  },
  window: {
    ...revealed('Retrained on the last'),
    help: 'How many months of days with labels a new model learns from; 0 means all of them.',
    counts: { with: 'policy', at: ['every', 'alarm'] },
    ...whole({ min: 0, max: 12, default: 3, unit: 'months' }),
  },
  threshold: {
    ...revealed('Alarm at'),
    help: 'How high the sum must climb. Each day adds how far demand was off, in standard deviations of 2011, less one half.',
    ...amount({ min: 1, max: 80, step: 0.5, default: 20 }),
  },
  delayWeeks: {
    ...more('Labels are late by'),
    help: 'Weeks until the hires of a day are known.',
    ...whole({ min: 0, max: 12, default: 4, unit: 'weeks' }),
  },
  learner: {
    ...more('The model'),
    help: 'The linear model adds up an hour and its weather. A network of 16 units sees the same, and can let the weather count more at one hour than at another.',
    ...choice({ linear: 'linear', network: 'a small network' }),
  },
  drift: {
    ...more('What changes'),
    help: 'Years are drawn from weeks of 2012, or of 2011 when nothing changes. When working days turn into weekends, each working day has the hires of a day off.',
    ...choice({
      real: 'what changed in 2012',
      none: 'nothing',
      weekend: 'working days turn into weekends, too',
    }),
  },
  futures: {
    ...more('Years drawn'),
    help: 'How many second years are drawn by chance, each with a twin in which nothing changes; 0 is 2012 as it was.',
    ...whole({ min: 0, max: 50, default: 0, unit: 'years' }),
  },
  seed: seed('Draws the weeks of which years are made, and the first weights of a network.'),
} as const;

/** Settings of one run. */
export type StaleSettings = Settings<typeof params>;
export type Drift = StaleSettings['drift'];
