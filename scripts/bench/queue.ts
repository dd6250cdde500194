/** How fast the queue simulation is: a million requests, percentiles included, against a bare typed-array loop. */
import { defaults } from '../../widgets/kit/contract/params.ts';
import { QUEUE_PARAMS, type QueueSettings } from '../../widgets/shared/queue/params.ts';
import { latenciesOf } from '../../widgets/shared/queue/summary.ts';
import { simulate } from '../../widgets/shared/queue/queue.ts';
import { seeded } from '../../widgets/kit/numbers/random.ts';

/** One comparison: how many times as long as the bare loop, and how long it may take. */
interface BenchResult {
  readonly name: string;
  readonly ratio: number;
  readonly limit: number;
  readonly detail: string;
}

const REQUESTS = 1_000_000;
const PAIRS = 15;
/** Pairs before those that count: until then engines still compile both sides. */
const WARM_UPS = 3;
const LIMIT = 2;

/**
 * The obvious loop for one server that takes what waits, drawing the same kind of random numbers: arrivals and latencies in
 * typed arrays and their mean, but no replicas, no waiting for more, no log of batches and no percentiles.
 */
function bareLoop(settings: QueueSettings): number {
  const { arrivals, fixedCost, itemCost, maxBatch } = settings;
  const random = seeded(settings.seed, 'bare');
  const exponential = settings.serviceLaw === 'exponential';
  const arrival = new Float64Array(REQUESTS);
  const latency = new Float64Array(REQUESTS);
  let now = 0;
  for (let i = 0; i < REQUESTS; i += 1) {
    now -= (1000 / arrivals) * Math.log(random.uniform());
    arrival[i] = now;
  }
  let free = 0;
  let sum = 0;
  for (let i = 0; i < REQUESTS;) {
    const start = Math.max(free, arrival[i] as number);
    let end = i + 1;
    while (end < REQUESTS && end < i + maxBatch && (arrival[end] as number) <= start) end += 1;
    const cost = fixedCost + itemCost * (end - i);
    free = start + (exponential ? -cost * Math.log(random.uniform()) : cost);
    for (; i < end; i += 1) {
      latency[i] = free - (arrival[i] as number);
      sum += latency[i] as number;
    }
  }
  return sum / REQUESTS;
}

/** Processor time of this thread: what other programs take on a busy machine counts on neither side. */
function milliseconds(work: () => unknown): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

function compare(name: string, changes: Partial<QueueSettings>): BenchResult {
  const settings = { ...defaults(QUEUE_PARAMS), requests: REQUESTS, ...changes };
  const whole = (): unknown => latenciesOf(simulate(settings), settings.serviceLevel);
  const ours: number[] = [];
  const bare: number[] = [];
  // Pairs alternate so that a slow moment strikes both.
  for (let i = 0; i < WARM_UPS + PAIRS; i += 1) {
    const pair = [milliseconds(whole), milliseconds(() => bareLoop(settings))] as const;
    if (i < WARM_UPS) continue;
    ours.push(pair[0]);
    bare.push(pair[1]);
  }
  const ratio = median(ours.map((time, i) => time / (bare[i] as number)));
  const detail = `${median(ours).toFixed(0)} ms against ${median(bare).toFixed(0)} ms, medians of ${PAIRS} pairs`;
  return { name, ratio, limit: LIMIT, detail };
}

/** Compares the simulation with the bare loop, with fixed and with random service, one request at a time and in batches. */
export async function benchQueue(): Promise<BenchResult[]> {
  return Promise.resolve([
    compare('1 M requests, fixed service', {}),
    compare('1 M requests, exponential service', { serviceLaw: 'exponential' }),
    compare('1 M requests in batches of 8', { maxBatch: 8 }),
  ]);
}
