/** What can be set: where the patrol goes, what is on record at first, and what there is to see. */
import type { Preset, Settings, Table } from '#kit/contract';
import { choice, first, more, portion, preset, revealed, seed, whole } from '#kit/contract';

const RECORDS = {
  ...whole({ min: 1, max: 50, default: 5 }),
  spreadAt: [1, 2, 3, 5, 8, 12, 20, 50],
};
const RATE = {
  ...portion({ min: 0.05, max: 1, step: 0.05, default: 0.5 }),
  spreadAt: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
};

/** The parameter table of `two-districts`. */
export const params = {
  firstA: {
    ...first('First records in A'),
    help: 'What is on record before the first day. Both districts have been patrolled equally often by then.',
    ...RECORDS,
  },
  days: {
    ...revealed('Days'),
    help: 'How long the patrol follows the records. The same cities go on when it is longer.',
    ...whole({ min: 30, max: 10_950, default: 365, unit: 'days', scale: 'log' }),
    names: { 365: 'one year, 365', 3650: 'ten years, 3,650', 10_950: 'thirty years, 10,950' },
    spreadAt: [30, 90, 180, 365, 730, 1825, 3650, 10_950],
  },
  rule: {
    ...revealed('The patrol goes'),
    help: 'One patrol a day, in one of the two districts.',
    ...choice(
      {
        most: 'where more is on record',
        proportional: 'in proportion to the records',
        corrected: 'in proportion to records per patrol',
        random: 'anywhere, by a coin',
      },
      'proportional',
    ),
  },
  explore: {
    ...more('Days by a coin'),
    help: 'The share of days on which a coin decides, whatever the rule says.',
    ...portion({ min: 0, max: 1, step: 0.05, default: 0 }),
    spreadAt: [0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1],
  },
  rateA: {
    ...more('Crime in A'),
    help: 'The chance that a patrol there has something to record in a day.',
    ...RATE,
  },
  rateB: {
    ...more('Crime in B'),
    help: 'The same in B. As it starts, crime is equal.',
    ...RATE,
  },
  reports: {
    ...more('Reported by residents'),
    help: 'Of what happens where no patrol is, the share that residents report. It goes on record too.',
    ...portion({ min: 0, max: 1, step: 0.05, default: 0 }),
    spreadAt: [0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1],
  },
  firstB: {
    ...more('First records in B'),
    help: 'The same as for A. More first records on both sides leave less to luck.',
    ...RECORDS,
  },
  seed: seed('Draws where patrols go and what they see.'),
} as const satisfies Table;

/** Settings of one run. */
export type DistrictSettings = Settings<typeof params>;

/** The situations that the text talks about. */
export const presets: readonly Preset[] = [
  preset('ten-years', 'Ten years', { days: 3650 }),
  preset('most', 'Where more is on record', { rule: 'most' }),
  preset('twice', 'Twice the crime in A', { rateA: 0.6, rateB: 0.3 }),
];
