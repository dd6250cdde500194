/** The bench while it is played: lanes, counts and sentences against a queue that is counted here, request by request. */
import { describe, expect, it } from 'vitest';
import { outcomeOf, type BenchOutcome } from '../../../../widgets/experiments/batch-bench/model.ts';
import {
  params,
  presets,
  type BenchSettings,
} from '../../../../widgets/experiments/batch-bench/params.ts';
import { waitingAt } from '../../../../widgets/experiments/batch-bench/place.ts';
import { changed, defaults, type AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { simulate } from '../../../../widgets/shared/queue/queue.ts';
import { doneBy, type Slice } from '../../../../widgets/shared/queue/slice.ts';

const start = defaults(params);
const CASES: readonly AnySettings[] = [
  {},
  { maxBatch: 8 },
  { maxBatch: 2, seed: 3 },
  { maxBatch: 32, maxWait: 50 },
  { maxBatch: 32, maxWait: 50, arrivals: 10 },
  { maxBatch: 8, arrivals: 300, replicas: 3 },
  { maxBatch: 8, arrivals: 500 },
  { maxBatch: 8, arrivalProcess: 'bursty' },
  { arrivalProcess: 'bursty' },
  { maxBatch: 4, arrivalProcess: 'steady' },
  { arrivals: 200 },
  { arrivals: 2000, maxBatch: 8 },
  ...presets.map(({ settings }) => settings),
].map((changes) => ({ requests: 20_000, ...changes }));

interface Request {
  readonly came: number;
  readonly begun: number;
  readonly done: number;
}

/** The queue once more, as plainly as it can be written: whoever is free takes those that wait, in their order. */
function byHand(arrival: readonly number[], settings: BenchSettings): Request[] {
  const { maxBatch, maxWait, replicas, fixedCost, itemCost } = settings;
  const free = Array<number>(replicas).fill(0);
  const all: Request[] = [];
  while (all.length < arrival.length) {
    const came = arrival[all.length] as number;
    const server = free.indexOf(Math.min(...free));
    const full = arrival[all.length + maxBatch - 1] ?? Infinity;
    const begun = Math.max(
      free[server] as number,
      maxWait > 0 ? Math.min(came + maxWait, full) : came,
    );
    const taken = arrival
      .slice(all.length, all.length + maxBatch)
      .filter((one, i) => i === 0 || one <= begun);
    const done = begun + (fixedCost + itemCost * taken.length);
    free[server] = done;
    all.push(...taken.map((one) => ({ came: one, begun, done })));
  }
  return all;
}

/** What a lane says at a time, and what is counted by hand. */
function expectCounted(lane: Slice, outcome: BenchOutcome, requests: readonly Request[]): void {
  for (const share of [0.03, 0.21, 0.5, 0.77, 0.999]) {
    const now = lane.from + share * (lane.to - lane.from);
    const come = requests.filter(({ came }) => came > lane.from && came <= now).length;
    const wait = requests.filter(({ came, begun }) => came <= now && begun > now).length;
    const done = requests.filter((one) => one.done > lane.from && one.done <= now).length;
    expect([
      outcome.story.come.filter((one) => one <= now).length,
      waitingAt(lane, outcome.story.come, now),
      doneBy(lane, now).length,
    ]).toEqual([come, wait, done]);
  }
}

describe.each(CASES)('of %j', (changes) => {
  const settings = changed(params, start, changes);
  const outcome = outcomeOf(settings);
  const log = simulate(settings);
  const single = { ...settings, maxBatch: 1 };

  it('counts who has come, who waits and who is done as one does by hand', () => {
    const arrival = [...log.arrival];
    expectCounted(outcome.story.own, outcome, byHand(arrival, settings));
    if (outcome.story.alone) expectCounted(outcome.story.alone, outcome, byHand(arrival, single));
    expect(outcome.story.alone === null).toBe(settings.maxBatch === 1);
  });

  it('has for its other lane the very run that takes one at a time', () => {
    const other = outcomeOf(single);
    const { alone, own: slice } = outcome.story;
    if (!alone || !other.latencies) return;
    // The request that took as long as 99 of 100 is the one that is followed, with one and with many.
    expect(alone.followed).toEqual(other.story.own.followed);
    const { arrival, finish } = alone.followed as NonNullable<typeof alone.followed>;
    expect(finish - arrival).toBeCloseTo(other.latencies.p99.value, 6);
    expect(slice.followed?.arrival).toBe(arrival);
  });
});
