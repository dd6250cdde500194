/** Traffic that is kept to be played: it ends with the slice that is drawn, and nothing in it is made up. */
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../widgets/experiments/batch-bench/model.ts';
import { params } from '../../../widgets/experiments/batch-bench/params.ts';
import { changed, defaults, type AnySettings } from '../../../widgets/kit/contract/params.ts';
import { simulate } from '../../../widgets/shared/queue/queue.ts';
import { sliceOf } from '../../../widgets/shared/queue/slice.ts';

const start = defaults(params);
const CASES: readonly AnySettings[] = [
  {},
  { maxBatch: 8 },
  { maxBatch: 32, maxWait: 50, arrivals: 10 },
  { arrivals: 4000, maxBatch: 128, replicas: 3, serviceLaw: 'exponential' },
  { arrivals: 5000, maxBatch: 1, replicas: 64, arrivalProcess: 'bursty', fixedCost: 10 },
  { arrivals: 200 },
  { arrivals: 5000, maxBatch: 4 },
  { arrivals: 1, requests: 1000 },
];

describe.each(CASES)('of %j', (changes) => {
  const settings = changed(params, start, changes);
  const { slice, traffic } = outcomeOf(settings);

  it('ends in the very slice that is drawn', () => {
    expect(sliceOf(traffic, slice.from, slice.to, traffic.marked)).toEqual(slice);
  });

  it('gives at any earlier moment what the log of the whole run gives', () => {
    const log = simulate(settings);
    const span = slice.to - slice.from;
    for (const share of [0.05, 0.4, 0.8]) {
      const from = traffic.from + share * (slice.from - traffic.from);
      expect(sliceOf(traffic, from, from + span).batches).toEqual(
        sliceOf(log, from, from + span).batches,
      );
    }
  });

  it('is two seconds at most, or the slice where that is longer, and small', () => {
    expect(traffic.to - traffic.from).toBeLessThanOrEqual(
      Math.max(2000, slice.to - slice.from) + 1e-6,
    );
    expect(traffic.from).toBeLessThanOrEqual(slice.from);
    expect(traffic.arrival.length).toBeLessThan(1700);
  });
});
