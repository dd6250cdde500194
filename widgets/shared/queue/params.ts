/** The settings of a queue of requests: shared by every widget that serves requests or reads a queue's log. */
import type { Measure, Missing, Settings } from '#kit/contract';
import { amount, choice, first, measure, more, seed, whole } from '#kit/contract';

/** What can be set about a queue: who arrives, how batches form, what they cost. */
export const QUEUE_PARAMS = {
  maxBatch: {
    ...first('Max batch'),
    help: 'How many waiting requests a replica takes at once, at most.',
    ...whole({ min: 1, max: 128, default: 1 }),
    scale: 'log',
    spreadAt: [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128],
  },
  arrivals: {
    ...first('Arrivals'),
    help: 'Requests that arrive in a second, on average.',
    ...amount({ min: 1, max: 5000, step: 1, default: 100 }),
    unit: 'requests/s',
    scale: 'log',
    spreadAt: [5, 10, 20, 40, 60, 80, 90, 100, 110, 120, 150, 200, 500, 1000, 2000],
  },
  maxWait: {
    ...first('Max wait'),
    help: 'How long a free replica lets the oldest request wait for more to come. 0: it starts at once.',
    ...amount({ min: 0, max: 500, step: 1, default: 0 }),
    unit: 'ms',
    spreadAt: [0, 2, 5, 10, 20, 30, 40, 50, 75, 100, 150, 200, 300, 400, 500],
  },
  arrivalProcess: {
    ...more('Arrivals come'),
    help: 'Evenly spaced, at random (Poisson), in quiet and busy spells at 0.2 and 3 times the rate, or as two services of Azure saw them.',
    ...choice(
      {
        steady: 'evenly spaced',
        poisson: 'at random',
        bursty: 'in bursts',
        azure: 'as in Azure’s chats',
        'azure-code': 'as in Azure’s code writing',
      },
      'poisson',
    ),
  },
  serviceLaw: {
    ...more('A batch takes'),
    help: 'Exactly its cost, or a random time (exponential) with that mean.',
    ...choice({ fixed: 'exactly its cost', exponential: 'its cost on average' }, 'fixed'),
  },
  fixedCost: {
    ...more('Cost of a batch'),
    help: 'Time that a batch takes however small it is.',
    ...amount({ min: 0, max: 1000, step: 0.5, default: 8 }),
    unit: 'ms',
  },
  itemCost: {
    ...more('Cost of an item'),
    help: 'Time that each request adds to its batch.',
    ...amount({ min: 0, max: 100, step: 0.05, default: 0.25 }),
    unit: 'ms',
  },
  replicas: {
    ...more('Replicas'),
    help: 'Copies of the model that serve the one queue.',
    ...whole({ min: 1, max: 64, default: 1 }),
    spreadAt: [1, 2, 3, 4, 5, 6, 8, 10, 12, 16],
  },
  replicaPrice: {
    ...more('Price of a replica'),
    help: 'What one replica costs in an hour: an assumption, to be replaced by your own bill.',
    ...amount({ min: 0, max: 100, step: 0.1, default: 1 }),
    unit: '$/hour',
  },
  serviceLevel: {
    ...more('Service level'),
    help: 'The latency that requests should stay within.',
    ...amount({ min: 1, max: 10000, step: 5, default: 100 }),
    unit: 'ms',
    scale: 'log',
  },
  segment: {
    ...more('Stretch of traffic'),
    help: 'Other stretches hold other requests of the same kind: traffic that the settings were not chosen on.',
    ...whole({ min: 0, max: 20, default: 0 }),
    names: { 0: 'the first' },
    spreadAt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  },
  requests: {
    ...more('Requests'),
    help: 'How many requests the run lasts; the first tenth is left out while the queue warms up.',
    ...amount({ min: 1000, max: 1_000_000, step: 1000, default: 100_000 }),
    whole: true,
    scale: 'log',
    spreadAt: [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000],
  },
  seed: seed('The same seed gives the same run.', 999_999),
} as const;

/** The settings of one queue. */
export type QueueSettings = Settings<typeof QUEUE_PARAMS>;

/** Why a queue without end has no latencies. */
const ENDLESS: Missing = {
  why: 'requests come at least as fast as they can be served, so the queue grows and latencies only tell how long the run was',
};

/** Writes measures of a part of the outcome that a queue without end does not have. */
export function unlessEndless<Outcome, Part>(part: (outcome: Outcome) => Part | null) {
  return (
    label: string,
    of: (one: Part) => number | Missing,
    look?: Parameters<typeof measure>[2],
  ): Measure<Outcome> =>
    measure(
      label,
      (outcome) => {
        const one = part(outcome);
        return one === null ? ENDLESS : of(one);
      },
      look,
    );
}
