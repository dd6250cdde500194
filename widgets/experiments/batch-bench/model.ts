/** The bench: one run of the queue, and what may be said of it. */
import { traceFor } from '../../shared/queue/arrivals.ts';
import { batchTime, capacityOf, isStable, simulate } from '../../shared/queue/queue.ts';
import type { QueueLog } from '../../shared/queue/queue.ts';
import { sliceOf, type Slice } from '../../shared/queue/slice.ts';
import { flowsOf, latenciesOf, tooShort, type Latencies } from '../../shared/queue/summary.ts';
import { trafficOf, type Traffic } from '../../shared/queue/traffic.ts';
import type { Run } from '../../kit/contract/widget.ts';
import type { BenchSettings, params } from './params.ts';

/** One run: flows always, latencies only where the queue has an end. Times in ms, flows a second, money in dollars. */
export interface BenchOutcome {
  readonly stable: boolean;
  readonly capacity: number;
  readonly throughput: number;
  readonly utilisation: number;
  readonly costPerThousand: number;
  /** `null` when requests come faster than they are served: waits then grow with the length of the run. */
  readonly latencies: Latencies | null;
  /** So close to capacity that a run of this length says little about its slowest requests. */
  readonly tooShort: boolean;
  readonly slice: Slice;
  /** What led up to the slice, to be played. */
  readonly traffic: Traffic;
}

/** How much traffic is kept to be played, in ms: of a fast service less. */
const PLAYED = 2000;

/** Runs the queue of these settings, on a real trace where they ask for one, and sums it up. */
export function outcomeOf(settings: BenchSettings, trace?: Float32Array): BenchOutcome {
  const log = simulate(settings, trace);
  const flows = flowsOf(log);
  const stable = isStable(settings);
  const latencies = stable ? latenciesOf(log, settings.serviceLevel) : null;
  // The first request that took exactly as long as the 99th percentile is the one that is followed.
  const marked = latencies ? log.warm + log.latency.indexOf(latencies.p99.value) : -1;
  const slice = latencies
    ? around(log, settings, marked, latencies.p99.value)
    : beginning(log, settings);
  return {
    stable,
    capacity: capacityOf(settings),
    ...flows,
    costPerThousand: (1000 * settings.replicas * settings.replicaPrice) / (3600 * flows.throughput),
    latencies,
    tooShort: tooShort(settings),
    slice,
    traffic: trafficOf(log, slice, PLAYED, marked),
  };
}

/** The moments around a request that took as long as `p99`. */
function around(log: QueueLog, settings: BenchSettings, marked: number, p99: number): Slice {
  const finish = (log.arrival[marked] as number) + p99;
  const span = Math.max(1.5 * p99, 12_000 / settings.arrivals);
  const from = Math.max(0, finish - 0.85 * span);
  return sliceOf(log, from, from + span, marked);
}

/** The first moments of a queue that never ends. */
function beginning(log: QueueLog, settings: BenchSettings): Slice {
  const span = Math.max(4 * batchTime(settings, settings.maxBatch), 30_000 / settings.arrivals);
  return sliceOf(log, 0, span);
}

/** The run behind the widget. A million requests take about a tenth of a second, so there is nothing to show on the way. */
export const runBatchBench: Run<typeof params, BenchOutcome> = async (settings, show, env) => {
  await show(outcomeOf(settings, await traceFor(settings.arrivalProcess, env)), 1);
};
