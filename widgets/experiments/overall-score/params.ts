/** What can be set: how large a group is, and how often it and everybody else is served right. */
import type { Settings } from '#kit/contract';
import { first, more, portion } from '#kit/contract';

/** The parameter table of `overall-score`; shares from 0 to 1. */
export const params = {
  right: {
    ...first('Right in the group'),
    help: 'The share of right answers that people of the small group get.',
    ...portion({ min: 0, max: 1, step: 0.01, default: 0 }),
  },
  group: {
    ...first('Size of the group'),
    help: 'Its share of all people.',
    ...portion({ min: 0.01, max: 0.5, step: 0.01, default: 0.02 }),
  },
  others: {
    ...more('Right for all others'),
    help: 'The share of right answers that everybody else gets.',
    ...portion({ min: 0, max: 1, step: 0.01, default: 1 }),
  },
} as const;

/** Settings of one run. */
export type ScoreSettings = Settings<typeof params>;
