/** What is kept of a queue's log: percentiles with intervals, and flows. Small enough to post. */
import { atPlace, atRanks, nearestRank } from '#kit/numbers';
import { capacityOf, type QueueLog } from './queue.ts';
import type { QueueSettings } from './params.ts';

/** A figure with the interval that would hold the long-run value in about 95 of 100 runs. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How long requests took, in ms. */
export interface Latencies {
  readonly mean: Estimate;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: Estimate;
  /** One hundred values that stand for one request in a hundred each, ascending. */
  readonly dots: readonly number[];
  readonly meanWait: number;
  /** The share of requests within the service level. */
  readonly within: number;
}

/** Close to its limit a queue forgets slowly: from this load on, a run must be long. */
const BUSY = 0.9;
/** How many times as long, in requests times the square of the slack: near this, p99 still moves by a tenth and more from seed to seed. */
const LONG = 500;

/**
 * True if the queue works so close to its limit that a run of this length says little about its slowest requests. Even
 * arrivals and exact costs leave nothing to chance, so any run of them can be trusted.
 */
export function tooShort(settings: QueueSettings): boolean {
  if (settings.arrivalProcess === 'steady' && settings.serviceLaw === 'fixed') return false;
  const load = settings.arrivals / capacityOf(settings);
  return load > BUSY && settings.requests * (1 - load) ** 2 < LONG;
}

const BLOCKS = 10;
const MOST_SORTED = 20_000;
// Student's t for nine degrees of freedom, 95 %, two-sided.
const T_NINE = 2.262;

/** Mean and percentiles (nearest rank) of the measured requests; intervals from ten blocks of the run. */
export function latenciesOf(log: QueueLog, serviceLevel: number): Latencies {
  const { latency } = log;
  const n = latency.length;
  const ranks = [0.5, 0.9, 0.95, 0.99].map((fraction) => nearestRank(n, fraction));
  const [p50, p90, p95, p99] = atRanks(latency, ranks) as [number, number, number, number];
  const slow = new Float64Array(Math.ceil(n / BLOCKS));
  const blocks = blocksOf(latency).map((block) => blockOf(block, serviceLevel, p95, slow));
  const sum = blocks.reduce((all, block) => all + block.sum, 0);
  const within = blocks.reduce((all, block) => all + block.within, 0);
  const means = blocks.map((block) => block.sum / block.size);
  return {
    mean: estimate(sum / n, means),
    p50,
    p90,
    p95,
    p99: estimate(
      p99,
      blocks.map((block) => block.p99),
    ),
    dots: dotsOf(latency),
    meanWait: log.meanWait,
    within: within / n,
  };
}

/** The values in the middle of each hundredth, read off evenly spaced requests where there are very many: only drawn. */
function dotsOf(latency: Float64Array): number[] {
  const stride = Math.max(1, Math.floor(latency.length / MOST_SORTED));
  const some = new Float64Array(Math.ceil(latency.length / stride));
  for (let i = 0; i < some.length; i += 1) some[i] = latency[i * stride] as number;
  return atRanks(
    some,
    Array.from({ length: 100 }, (_, i) => nearestRank(some.length, (i + 0.5) / 100)),
  );
}

function blocksOf(latency: Float64Array): Float64Array[] {
  const cut = (i: number): number => Math.floor((i * latency.length) / BLOCKS);
  return Array.from({ length: BLOCKS }, (_, i) => latency.subarray(cut(i), cut(i + 1)));
}

interface Block {
  readonly size: number;
  readonly sum: number;
  readonly within: number;
  readonly p99: number;
}

/** One pass over a block. Its p99 is sought among its values above the whole run's p95: a twentieth, gathered in `slow`. */
function blockOf(latency: Float64Array, level: number, p95: number, slow: Float64Array): Block {
  const size = latency.length;
  let slower = 0;
  let sum = 0;
  let within = 0;
  for (let i = 0; i < size; i += 1) {
    const value = latency[i] as number;
    sum += value;
    if (value <= level) within += 1;
    if (value > p95) {
      slow[slower] = value;
      slower += 1;
    }
  }
  const rank = nearestRank(size, 0.99);
  const place = slower - 1 - (size - rank);
  // A calm block may have too few values up there: then the whole block is searched.
  const p99 =
    place < 0 ? (atRanks(latency, [rank])[0] as number) : atPlace(slow.subarray(0, slower), place);
  return { size, sum, within, p99 };
}

/** Neighbouring requests wait in the same queue, so they are no independent sample; long blocks of the run nearly are. */
function estimate(value: number, blocks: readonly number[]): Estimate {
  const mean = blocks.reduce((a, b) => a + b, 0) / blocks.length;
  const variance = blocks.reduce((a, b) => a + (b - mean) ** 2, 0) / (blocks.length - 1);
  const half = T_NINE * Math.sqrt(variance / blocks.length);
  return { value, low: Math.max(0, value - half), high: value + half };
}

/** Requests a second that were finished, and the share of their time that replicas worked, over the measured arrivals. */
export function flowsOf(log: QueueLog): {
  readonly throughput: number;
  readonly utilisation: number;
} {
  const { arrival, batches, warm, latency } = log;
  const from = arrival[warm] as number;
  const to = arrival[warm + latency.length - 1] as number;
  let served = 0;
  let worked = 0;
  for (let i = 0; i < batches.count; i += 1) {
    const start = batches.start[i] as number;
    const finish = batches.finish[i] as number;
    if (finish > from && finish <= to) served += batches.size[i] as number;
    const share = Math.min(finish, to) - Math.max(start, from);
    if (share > 0) worked += share;
  }
  const span = to - from;
  return { throughput: (1000 * served) / span, utilisation: worked / (span * log.replicas) };
}
