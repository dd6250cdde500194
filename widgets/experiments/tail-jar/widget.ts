/** The experiment on percentiles, put together. */
import type { Missing, Widget } from '../../kit/contract/widget.ts';
import { edit } from './edit.ts';
import { draw } from './figure.ts';
import type { Jar, JarOutcome } from './model.ts';
import { follow, migrate, params, presets } from './params.ts';
import { say, tabulate } from './say.ts';

const MS = { unit: 'ms', digits: 0, better: 'less' } as const;

const ENDLESS: Missing = {
  why: 'requests come at least as fast as they can be served, so the queue grows and latencies only tell how long the run was',
};
const ALIKE: Missing = { why: 'all customers are alike here' };

const of =
  (pick: (jar: Jar) => number | Missing) =>
  ({ jar }: JarOutcome): number | Missing =>
    jar ? pick(jar) : ENDLESS;

/** The widget `tail-jar`: facts only. */
export const tailJar: Widget<typeof params, JarOutcome> = {
  tag: 'tail-jar',
  version: 2,
  title: 'A jar of latencies',
  params,
  presets,
  runner: 'sim/tail-jar',
  spreadMeasure: 'fanOutMedian',
  measures: {
    mean: { label: 'Mean', ...MS, of: of((jar) => jar.mean) },
    p50: { label: 'p50', ...MS, of: of((jar) => jar.p50) },
    p90: { label: 'p90', ...MS, of: of((jar) => jar.p90) },
    p95: { label: 'p95', ...MS, of: of((jar) => jar.p95) },
    p99: { label: 'p99', ...MS, of: of((jar) => jar.p99) },
    slowerThanMean: {
      label: 'Requests slower than the mean',
      digits: 0,
      of: of((jar) => jar.slowerThanMean),
    },
    fanOutMedian: { label: 'Median page', ...MS, of: of((jar) => jar.fanOutMedian) },
    ordersAboveP90: {
      label: 'Orders of customers slower than p90',
      unit: 'share',
      digits: 0,
      of: of((jar) => jar.orders?.share ?? ALIKE),
    },
  },
  migrate,
  follow,
  edit,
  draw,
  say,
  tabulate,
};
