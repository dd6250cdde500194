/** How fast the queue simulation is: a million requests, percentiles included, against a bare typed-array loop. */
import { defaults } from '../../widgets/kit/contract/params.ts';
import { QUEUE_PARAMS, type QueueSettings } from '../../widgets/shared/queue/params.ts';
import { latenciesOf } from '../../widgets/shared/queue/summary.ts';
import { simulate } from '../../widgets/shared/queue/queue.ts';
import { seeded } from '../../widgets/kit/numbers/random.ts';
import type { Sizes } from './parts.ts';
import { median, type Add, type Row } from './report.ts';

/** Of 27 ms that the loop takes with fixed service, exact percentiles take 5 besides and the log of batches 3: 1.2 would leave no room. */
const LIMIT = 1.4;
/** Runs in a row that are timed as one: the system counts a thread's time in steps of four milliseconds. */
const IN_A_ROW = 4;

/**
 * The obvious loop for one server that takes what waits, drawing the same kind of random numbers: arrivals and latencies in
 * typed arrays and their mean, but no replicas, no waiting for more, no log of batches and no percentiles.
 */
function bareLoop(settings: QueueSettings): number {
  const { requests, arrivals, fixedCost, itemCost, maxBatch } = settings;
  const random = seeded(settings.seed, 'bare');
  const exponential = settings.serviceLaw === 'exponential';
  const arrival = new Float64Array(requests);
  const latency = new Float64Array(requests);
  let now = 0;
  for (let i = 0; i < requests; i += 1) {
    now -= (1000 / arrivals) * Math.log(random.uniform());
    arrival[i] = now;
  }
  let free = 0;
  let sum = 0;
  for (let i = 0; i < requests;) {
    const start = Math.max(free, arrival[i] as number);
    let end = i + 1;
    while (end < requests && end < i + maxBatch && (arrival[end] as number) <= start) end += 1;
    const cost = fixedCost + itemCost * (end - i);
    free = start + (exponential ? -cost * Math.log(random.uniform()) : cost);
    for (; i < end; i += 1) {
      latency[i] = free - (arrival[i] as number);
      sum += latency[i] as number;
    }
  }
  return sum / requests;
}

/** Processor time of this thread for one run: what other programs take on a busy machine counts on neither side. */
function milliseconds(work: () => unknown): number {
  const start = process.threadCpuUsage();
  for (let i = 0; i < IN_A_ROW; i += 1) work();
  const { user, system } = process.threadCpuUsage(start);
  return Math.max(1, user + system) / 1000 / IN_A_ROW;
}

function compare(name: string, changes: Partial<QueueSettings>, sizes: Sizes): Row {
  const { requests, trials } = sizes;
  const settings = { ...defaults(QUEUE_PARAMS), requests, ...changes };
  const whole = (): unknown => latenciesOf(simulate(settings), settings.serviceLevel);
  const ours: number[] = [];
  const bare: number[] = [];
  // The first pair warms both up and is not counted; pairs alternate so that a slow moment strikes both.
  for (let i = 0; i <= 2 * trials; i += 1) {
    const pair = [milliseconds(whole), milliseconds(() => bareLoop(settings))] as const;
    if (i === 0) continue;
    ours.push(pair[0]);
    bare.push(pair[1]);
  }
  const detail = `${median(ours).toFixed(1)} ms against ${median(bare).toFixed(1)}`;
  const values = ours.map((time, i) => time / (bare[i] as number));
  return {
    name: `${requests.toLocaleString('en')} requests, ${name}, against a bare loop (${detail})`,
    unit: 'x',
    values,
    limit: LIMIT,
  };
}

/** Compares the simulation with the bare loop, with fixed and with random service, one request at a time and in batches. */
export function benchQueue(sizes: Sizes, add: Add): void {
  add(compare('fixed service', {}, sizes));
  add(compare('exponential service', { serviceLaw: 'exponential' }, sizes));
  add(compare('batches of 8', { maxBatch: 8 }, sizes));
}
