/** The bench: one run of the queue, and what may be said of it. */
import { traceFor } from '../../shared/queue/arrivals.ts';
import { growthOf, type Stage } from '../../shared/queue/growth.ts';
import { batchTime, capacityOf, isStable, serveAll, simulate } from '../../shared/queue/queue.ts';
import type { QueueLog } from '../../shared/queue/queue.ts';
import { comeBy, cutOf, doneBy, sliceOf, type Cut, type Slice } from '../../shared/queue/slice.ts';
import { flowsOf, latenciesOf, tooShort, type Latencies } from '../../shared/queue/summary.ts';
import { atRanks, nearestRank, within } from '#kit/numbers';
import type { Run } from '#kit/contract';
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
  /** The moments around a request that took as long as 99 of 100; of a queue without end its first. A part of the frozen outcome. */
  readonly slice: Cut;
  readonly story: Story;
}

/** What is drawn of single requests. */
export interface Story {
  /** The moments around the request that is followed; of a queue without end its first. */
  readonly own: Slice;
  /** When requests come in these moments, in ms. */
  readonly come: readonly number[];
  /** The same moments of the same arrivals, one at a time; `null` where the run itself takes no more. */
  readonly alone: Slice | null;
  /** How the latencies come together from there on; none where the queue has no end. */
  readonly stages: readonly Stage[];
}

/** Marks that are drawn of arrivals at most. */
const MOST = 400;

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
    slice: latencies ? around99(settings, log, latencies) : cutOf(log, beginning(settings)),
    story: storyOf(settings, log, latencies),
  };
}

/** The moments around the first request that took as long as 99 of 100. */
function around99(settings: BenchSettings, log: QueueLog, { p99 }: Latencies): Cut {
  const marked = log.warm + log.latency.indexOf(p99.value);
  const finish = (log.arrival[marked] as number) + p99.value;
  const span = Math.max(1.5 * p99.value, 12_000 / settings.arrivals);
  const from = Math.max(0, finish - 0.85 * span);
  return cutOf(log, [from, from + span], marked);
}

/**
 * One request is followed: the first that took as long as 99 of 100 one at a time, where that
 * queue has an end, or else as long as 99 of 100 of the run itself. So it stays the same one while batches grow.
 */
function storyOf(settings: BenchSettings, log: QueueLog, latencies: Latencies | null): Story {
  const { arrival, latency, warm } = log;
  const single = { ...settings, maxBatch: 1 };
  const other = settings.maxBatch > 1 ? serveAll(single, arrival) : null;
  const judge = other && isStable(single) ? other : log;
  const place = latencies
    ? judge.latency.indexOf(judge === log ? latencies.p99.value : slowOf(judge))
    : -1;
  const took = Math.max(latency[place] ?? 0, judge.latency[place] ?? 0);
  const span = latencies
    ? around(settings, arrival[warm + place] as number, took)
    : beginning(settings);
  const marked = latencies ? warm + place : -1;
  const first = comeBy(arrival, span[0]);
  const own = sliceOf(log, span, marked);
  return {
    own,
    come: [...arrival.subarray(first, Math.min(comeBy(arrival, span[1]), first + MOST))],
    alone: other && sliceOf(other, span, marked),
    stages: latencies ? growthOf(log, span[0], doneBy(own, own.to).length, latencies.dots) : [],
  };
}

function slowOf({ latency }: QueueLog): number {
  return atRanks(latency, [nearestRank(latency.length, 0.99)])[0] as number;
}

/** The life of a request that came at `came` and took so long, with what is before and after: the time of four to sixty requests, or of three batches. */
function around(settings: BenchSettings, came: number, took: number): [number, number] {
  const gap = 1000 / settings.arrivals;
  const most = Math.max(60, 3 * settings.maxBatch) * gap;
  const span = within(4 * gap, 1.25 * took, most);
  const from = Math.max(0, came - Math.min(0.15 * took, 0.12 * span));
  return [from, from + span];
}

/** The first moments of a queue that never ends. */
function beginning(settings: BenchSettings): [number, number] {
  return [0, Math.max(4 * batchTime(settings, settings.maxBatch), 30_000 / settings.arrivals)];
}

/** The run behind the widget. A million requests take about a tenth of a second, so there is nothing to show on the way. */
export const runBatchBench: Run<typeof params, BenchOutcome> = async (settings, show, env) => {
  await show(outcomeOf(settings, await traceFor(settings.arrivalProcess, env)), 1);
};
