/** How the latencies of a run come together: ever more of them, in hundredths. */
import { hundredOf } from '#kit/numbers';
import type { QueueLog } from './queue.ts';
import { comeBy } from './slice.ts';

/** So many requests, and one hundred values that stand for a hundredth of their latencies each, ascending, in ms. */
export interface Stage {
  readonly count: number;
  readonly dots: readonly number[];
}

/** So many are counted at a stage, before all of them. */
const COUNTS = [100, 300, 1000, 3000, 10_000, 30_000, 100_000, 300_000];
const MOST_SORTED = 2000;

/** Ever more requests from a time on, more than `least`, at last all that are measured; `all` are the dots of these. */
export function growthOf(
  { arrival, warm, latency }: Pick<QueueLog, 'arrival' | 'warm' | 'latency'>,
  from: number,
  least: number,
  all: readonly number[],
): readonly Stage[] {
  const first = Math.max(0, comeBy(arrival, from) - warm);
  const some = COUNTS.filter((count) => count > least && count < latency.length);
  const stages = some.map((count) => {
    const start = Math.min(first, latency.length - count);
    return { count, dots: hundredthsOf(latency.subarray(start, start + count)) };
  });
  return [...stages, { count: latency.length, dots: all }];
}

/** Read off evenly spaced ones where there are many: only drawn. */
function hundredthsOf(latency: Float64Array): readonly number[] {
  const stride = Math.ceil(latency.length / MOST_SORTED);
  return hundredOf(latency.filter((_, i) => i % stride === 0).sort());
}
