/** How the latencies of a run come together: the next requests one by one, then ever more of them, in hundredths. */
import { hundredOf } from '#kit/numbers';
import type { QueueLog } from './queue.ts';
import { comeBy } from './slice.ts';

/** What is measured after a slice, in ms. */
export interface Growth {
  /** Latencies of the requests that are done after the slice, in their order. */
  readonly next: readonly number[];
  /** Ever more requests around the slice, at last all that are measured: how many, and one hundred values that stand for a hundredth of them each, ascending. */
  readonly stages: readonly { readonly count: number; readonly dots: readonly number[] }[];
}

/** So many requests are shown one by one. */
const SINGLE = 100;
/** After these, and before all: so many are counted at a stage. */
const COUNTS = [300, 1000, 3000, 10_000, 30_000, 100_000, 300_000];
const MOST_SORTED = 2000;

/** How the latencies grow from a slice on that lasts from one time to another; `all` are the dots of the whole run. */
export function growthOf(
  { arrival, warm, latency }: Pick<QueueLog, 'arrival' | 'warm' | 'latency'>,
  [from, to]: readonly [number, number],
  all: readonly number[],
): Growth {
  const first = Math.max(0, comeBy(arrival, from) - warm);
  const next: number[] = [];
  for (let i = first; i < latency.length && next.length < SINGLE; i += 1) {
    const took = latency[i] as number;
    if ((arrival[i + warm] as number) + took > to) next.push(took);
  }
  const stages = COUNTS.filter((count) => count < latency.length).map((count) => {
    const start = Math.min(first, latency.length - count);
    return { count, dots: hundredthsOf(latency.subarray(start, start + count)) };
  });
  return { next, stages: [...stages, { count: latency.length, dots: all }] };
}

/** Read off evenly spaced ones where there are many: only drawn. */
function hundredthsOf(latency: Float64Array): readonly number[] {
  const stride = Math.ceil(latency.length / MOST_SORTED);
  return hundredOf(latency.filter((_, i) => i % stride === 0).sort());
}
