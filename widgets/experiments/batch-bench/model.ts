/** The bench: one run of the queue, and what may be said of it. */
import { traceFor } from '../../shared/queue/arrivals.ts';
import {
  batchTime,
  capacityOf,
  isStable,
  simulate,
  type QueueLog,
} from '../../shared/queue/queue.ts';
import { sliceOf, type Slice } from '../../shared/queue/slice.ts';
import { flowsOf, latenciesOf, tooShort, type Latencies } from '../../shared/queue/summary.ts';
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
}

/** Runs the queue of these settings, on a real trace where they ask for one, and sums it up. */
export function outcomeOf(settings: BenchSettings, trace?: Float32Array): BenchOutcome {
  const log = simulate(settings, trace);
  const flows = flowsOf(log);
  const stable = isStable(settings);
  const latencies = stable ? latenciesOf(log, settings.serviceLevel) : null;
  return {
    stable,
    capacity: capacityOf(settings),
    ...flows,
    costPerThousand: (1000 * settings.replicas * settings.replicaPrice) / (3600 * flows.throughput),
    latencies,
    tooShort: tooShort(settings),
    slice: latencies ? around(log, settings, latencies.p99.value) : beginning(log, settings),
  };
}

/** The moments around the first request that took exactly as long as the 99th percentile. */
function around(log: QueueLog, settings: BenchSettings, p99: number): Slice {
  const marked = log.warm + log.latency.indexOf(p99);
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
