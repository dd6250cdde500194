/** The experiment on percentiles, put together. */
import type { Widget } from '../kit/widget.ts';
import { draw } from './figure.ts';
import type { JarOutcome } from './model.ts';
import { params, presets } from './params.ts';
import { say, tabulate } from './say.ts';

const MS = { unit: 'ms', digits: 0, better: 'less' } as const;

export const tailJar: Widget<typeof params, JarOutcome> = {
  tag: 'tail-jar',
  version: 1,
  title: 'A jar of latencies',
  params,
  presets,
  runner: 'sim/tail-jar',
  spreadMeasure: 'fanOutMedian',
  measures: {
    mean: { label: 'Mean', ...MS, of: (o) => o.mean },
    p50: { label: 'p50', ...MS, of: (o) => o.p50 },
    p90: { label: 'p90', ...MS, of: (o) => o.p90 },
    p95: { label: 'p95', ...MS, of: (o) => o.p95 },
    p99: { label: 'p99', ...MS, of: (o) => o.p99 },
    slowerThanMean: {
      label: 'Requests slower than the mean',
      digits: 0,
      of: (o) => o.slowerThanMean,
    },
    fanOutMedian: { label: 'Median page', ...MS, of: (o) => o.fanOutMedian },
  },
  draw,
  say,
  tabulate,
};
