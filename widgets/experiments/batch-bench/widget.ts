/** The experiment on latency and throughput, put together. */
import type { Missing, Widget } from '../../kit/contract/widget.ts';
import { draw } from './figure.ts';
import type { BenchOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { say, tabulate } from './say.ts';
import { timeline } from './timeline.ts';
import type { Latencies } from '../../shared/queue/summary.ts';

const ENDLESS: Missing = {
  why: 'requests come at least as fast as they can be served, so the queue grows and latencies only tell how long the run was',
};
const FREE: Missing = { why: 'a batch takes no time, so nothing limits how many are served' };

const latency =
  (pick: (latencies: Latencies) => number) =>
  (outcome: BenchOutcome): number | Missing =>
    outcome.latencies ? pick(outcome.latencies) : ENDLESS;

const MS = { unit: 'ms', digits: 0, better: 'less' } as const;

/** The widget `batch-bench`: facts only. */
export const batchBench: Widget<typeof params, BenchOutcome> = {
  tag: 'batch-bench',
  version: 1,
  title: 'Latency against throughput',
  params,
  presets,
  runner: 'sim/batch-bench',
  spreadMeasure: 'p99',
  measures: {
    throughput: {
      label: 'Throughput',
      unit: 'requests/s',
      digits: 0,
      better: 'more',
      of: (o) => o.throughput,
    },
    capacity: {
      label: 'Capacity',
      unit: 'requests/s',
      digits: 0,
      better: 'more',
      of: (o) => (Number.isFinite(o.capacity) ? o.capacity : FREE),
    },
    stable: {
      label: 'Keeps up with arrivals (1: yes)',
      digits: 0,
      better: 'more',
      of: (o) => (o.stable ? 1 : 0),
    },
    utilisation: { label: 'Utilisation', unit: 'share', digits: 0, of: (o) => o.utilisation },
    meanLatency: { label: 'Mean latency', ...MS, digits: 1, of: latency((l) => l.mean.value) },
    meanWait: { label: 'Mean wait', ...MS, digits: 1, of: latency((l) => l.meanWait) },
    p50: { label: 'p50', ...MS, of: latency((l) => l.p50) },
    p90: { label: 'p90', ...MS, of: latency((l) => l.p90) },
    p95: { label: 'p95', ...MS, of: latency((l) => l.p95) },
    p99: { label: 'p99', ...MS, of: latency((l) => l.p99.value) },
    withinLevel: {
      label: 'Within the service level',
      unit: 'share',
      digits: 1,
      better: 'more',
      of: latency((l) => l.within),
    },
    costPerThousand: {
      label: 'Cost of 1,000 requests',
      unit: '$',
      digits: 5,
      better: 'less',
      of: (o) => o.costPerThousand,
    },
  },
  draw,
  timeline,
  say,
  tabulate,
};
