/** The experiment on latency and throughput, put together. */
import type { Missing, Widget } from '#kit/contract';
import { measure, share } from '#kit/contract';
import { within } from '#kit/numbers';
import { unlessEndless } from '../../shared/queue/params.ts';
import { draw } from './figure.ts';
import type { BenchOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { MOMENTS, placeOf } from './place.ts';
import { ms, say, sayAt, tabulate } from './say.ts';

const FREE: Missing = { why: 'a batch takes no time, so nothing limits how many are served' };

const RATE = { unit: 'requests/s', better: 'more' } as const;
const YES = { says: ['no', 'yes'], better: 'more' } as const;
const MS = { unit: 'ms', better: 'less' } as const;
const KEPT = { unit: 'share', digits: 1, better: 'more' } as const;
const COST = { unit: '$', digits: 5, better: 'less' } as const;

/** A queue without end has no latencies. */
const latency = unlessEndless(({ latencies }: BenchOutcome) => latencies);

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
    throughput: measure('Throughput', (o) => o.throughput, RATE),
    capacity: measure('Capacity', (o) => (Number.isFinite(o.capacity) ? o.capacity : FREE), RATE),
    stable: measure('Keeps up with arrivals', (o) => (o.stable ? 1 : 0), YES),
    utilisation: share('Utilisation', (o) => o.utilisation),
    meanLatency: latency('Mean latency', (l) => l.mean.value, { ...MS, digits: 1 }),
    meanWait: latency('Mean wait', (l) => l.meanWait, { ...MS, digits: 1 }),
    p50: latency('p50', (l) => l.p50, MS),
    p90: latency('p90', (l) => l.p90, MS),
    p95: latency('p95', (l) => l.p95, MS),
    p99: latency('p99', (l) => l.p99.value, MS),
    withinLevel: latency('Within the service level', (l) => l.within, KEPT),
    costPerThousand: measure('Cost of 1,000 requests', (o) => o.costPerThousand, COST),
  },
  draw,
  timeline: {
    kind: 'moments',
    glides: true,
    count: () => MOMENTS,
    label: (outcome, moment) => {
      const { now, stage } = placeOf(outcome, moment);
      if (!stage) return ms(now - outcome.story.own.from);
      // Its column is as wide as a time.
      return `${stage.count < 1000 ? stage.count : `${Math.round(stage.count / 1000)}k`} done`;
    },
    seconds: ({ story: { come } }) => within(12, 6 + 1.6 * come.length, 30),
    played: () => Promise.resolve({ draw, say: sayAt }),
  },
  say,
  tabulate,
};
