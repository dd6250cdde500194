/** What can be set: how much fees count, what the ranker knows, how often it is renewed, and what the five ask for. */
import type { Settings, Table } from '#kit/contract';
import { amount, choice, first, more, portion, revealed, seed, whole } from '#kit/contract';

/** The parameter table of `restaurant-ranker`; money in dollars, shares from 0 to 1. */
export const params = {
  salesShare: {
    ...first('Weight of the fees'),
    help: 'The list is sorted by a mean of two scores: what the visitor is likely to order, and what the restaurant pays for being shown. This is the weight of the second.',
    ...portion({ min: 0, max: 1, step: 0.05, default: 0 }),
    spreadAt: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
  },
  size: {
    ...revealed('Size of the model'),
    help: 'How many of 64 traits of visitor and restaurant it knows. Each one more takes it 1.25 ms.',
    ...choice(
      { 2: '2 traits', 4: '4 traits', 8: '8 traits', 16: '16 traits', 64: '64 traits' },
      '16',
    ),
  },
  updateWeeks: {
    ...revealed('A new model'),
    help: 'Tastes move on. Between two releases the model stays as it is.',
    ...choice(
      {
        1: 'every week',
        4: 'every 4 weeks',
        13: 'every 13 weeks',
        26: 'every 26 weeks',
        52: 'once a year',
      },
      '4',
    ),
  },
  team: {
    ...more('The ML team'),
    help: 'Without it, everybody is shown what is ordered most, counted anew each week. There is no model to learn, to serve or to release.',
    ...choice({ keep: 'stays', drop: 'is let go' }),
  },
  visits: {
    ...more('Visits a month'),
    help: 'In thousands. The ML team costs $150,000 a month, however many come.',
    ...whole({ min: 200, max: 10_000, step: 100, default: 1000, unit: 'thousand', scale: 'log' }),
    spreadAt: [200, 300, 500, 1000, 2000, 3000, 5000, 10_000],
  },
  lossPer100ms: {
    ...more('Orders lost per 100 ms'),
    help: 'In per cent of the orders: 7 is Akamai’s figure, from logs; Booking’s, from an experiment, makes it 0.5 for a page of a third of a second and 1.7 for one of a tenth.',
    ...amount({ min: 0, max: 10, step: 0.1, default: 1.7, unit: '%' }),
  },
  minOrders: {
    ...more('Engineers: orders at least'),
    help: 'As a share of the most that any setting brings.',
    ...portion({ min: 0.5, max: 1, step: 0.01, default: 0.9 }),
  },
  minFees: {
    ...more('Sales: fees at least'),
    help: 'As a multiple of what the same model brings when sales have no say.',
    ...amount({ min: 1, max: 2.5, step: 0.05, default: 1.3, unit: 'times' }),
  },
  maxLatency: {
    ...more('Product: latency at most'),
    help: 'Time until the list is there.',
    ...whole({ min: 40, max: 150, step: 5, default: 100, unit: 'ms' }),
  },
  maxUpdates: {
    ...more('Infrastructure: releases at most'),
    help: 'New models in a year.',
    ...whole({ min: 1, max: 52, default: 6, unit: 'a year' }),
  },
  minMargin: {
    ...more('Manager: margin at least'),
    help: 'As a share of the best that any setting brings.',
    ...portion({ min: 0.5, max: 1, step: 0.01, default: 0.95 }),
  },
  seed: seed('Draws another city: its restaurants, fees and tastes.'),
} as const satisfies Table;

/** Settings of one run. */
export type RankerSettings = Settings<typeof params>;

/** Sizes and times between releases that can be chosen. */
export const SIZES = [2, 4, 8, 16, 64] as const;
export const WEEKS = [1, 4, 13, 26, 52] as const;
/** Weights of the fees, one for each step of the control. */
export const SHARES: readonly number[] = Array.from({ length: 21 }, (_, i) => i / 20);
