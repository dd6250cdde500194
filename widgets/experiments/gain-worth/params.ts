/** What can be set: who pays how much, by how much a model betters it, and what the model costs. */
import type { Preset, Settings } from '#kit/contract';
import { amount, choice, first, more, preset, revealed, whole } from '#kit/contract';

/** The range of both axes, so that nothing moves them: millions of dollars a year; points. */
export const SPEND = [0.1, 10_000] as const;
export const GAIN = [0.01, 10] as const;

/** The parameter table of `gain-worth`; money in dollars, gain and accuracy in percentage points and per cent. */
export const params = {
  spend: {
    ...first('Paid a year'),
    help: 'What somebody pays in a year for what the model makes better: fuel, computers, people who correct its errors.',
    ...amount({ min: SPEND[0], max: SPEND[1], step: 0.1, default: 100, unit: '$ million' }),
    scale: 'log',
    spreadAt: [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000],
  },
  gain: {
    ...revealed('Gain'),
    help: 'By how many points out of a hundred the model makes it better.',
    ...amount({ min: GAIN[0], max: 5, step: 0.01, default: 0.1, unit: 'points' }),
    scale: 'log',
    spreadAt: [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
  },
  paidFor: {
    ...revealed('Paid for'),
    help: 'If it pays for all of the work, a point of gain saves a hundredth of it. If it pays for putting errors right, a point is measured against the errors there were.',
    ...choice({ all: 'all of the work', errors: 'its errors', nothing: 'nothing at all' }),
  },
  accuracy: {
    ...more('Right before'),
    help: 'How many in a hundred were right before the gain. It counts only where the money pays for errors; no more can be gained than is wrong.',
    ...amount({ min: 50, max: 99.9, step: 0.1, default: 95, unit: '%' }),
  },
  build: {
    ...more('To build'),
    help: 'What the model costs once, until it is in use.',
    ...whole({ min: 0, max: 5_000_000, step: 50_000, default: 750_000, unit: '$' }),
  },
  run: {
    ...more('To run'),
    help: 'What it costs in a year: machines, people who watch it and train it again.',
    ...whole({ min: 0, max: 2_000_000, step: 10_000, default: 150_000, unit: '$/year' }),
  },
  years: {
    ...more('Years in use'),
    help: 'Over how many years the cost of building is spread.',
    ...whole({ min: 1, max: 10, default: 3, unit: 'years' }),
  },
} as const;

/** Settings of one run. */
export type WorthSettings = Settings<typeof params>;

/** The situations that the text talks about. */
export const presets: readonly Preset[] = [
  preset('fleet', 'Fuel of a fleet', {}),
  preset('resources', 'A billion for computers', { spend: 1000 }),
  preset('app', '95 to 95.5 %, a free app', { spend: 6, gain: 0.5, paidFor: 'nothing' }),
  preset('bureau', '95 to 95.5 %, errors are paid', { spend: 6, gain: 0.5, paidFor: 'errors' }),
];
