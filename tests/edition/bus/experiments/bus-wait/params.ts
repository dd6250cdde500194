import type { Settings } from '#kit/contract';
import { amount, first, more, portion, seed, whole } from '#kit/contract';

/** The parameter table of `bus-wait`. */
export const params = {
  headway: {
    ...first('Headway'),
    help: 'The mean time from one bus to the next.',
    ...amount({ min: 2, max: 30, step: 1, default: 10, unit: 'min' }),
  },
  regularity: {
    ...first('Regularity'),
    help: '100 %: every gap is the same. 0 %: buses come by chance.',
    ...portion({ min: 0, max: 1, step: 0.05, default: 1 }),
  },
  passengers: {
    ...more('Passengers'),
    help: 'How many come to the stop, each at a time drawn by chance.',
    ...whole({ min: 100, max: 20000, step: 100, default: 5000 }),
  },
  seed: seed('Draws when buses and passengers come.'),
} as const;

/** Settings of one run. */
export type BusSettings = Settings<typeof params>;
