/** The experiment on percentiles, put together. */
import type { Missing, Widget } from '#kit/contract';
import { unlessEndless } from '../../shared/queue/params.ts';
import { draw } from './figure.ts';
import { edit } from './frame.ts';
import type { Jar, JarOutcome } from './model.ts';
import { follow, migrate, params, presets } from './params.ts';
import { say, tabulate } from './say.ts';

const MS = { unit: 'ms', better: 'less' } as const;
const ALIKE: Missing = { why: 'all customers are alike here' };

const shareOf = ({ orders }: Jar): number | Missing => orders?.share ?? ALIKE;

/** A queue without end fills no jar. */
const ofJar = unlessEndless(({ jar }: JarOutcome) => jar);

/** The widget `tail-jar`: facts only. */
export const tailJar: Widget<typeof params, JarOutcome> = {
  tag: 'tail-jar',
  version: 3,
  title: 'A jar of latencies',
  params,
  presets,
  runner: 'sim/tail-jar',
  spreadMeasure: 'fanOutMedian',
  measures: {
    mean: ofJar('Mean', (jar) => jar.mean, MS),
    p50: ofJar('p50', (jar) => jar.p50, MS),
    p90: ofJar('p90', (jar) => jar.p90, MS),
    p95: ofJar('p95', (jar) => jar.p95, MS),
    p99: ofJar('p99', (jar) => jar.p99, MS),
    slowerThanMean: ofJar('Requests slower than the mean', (jar) => jar.slowerThanMean),
    fanOutMedian: ofJar('Median page', (jar) => jar.fanOutMedian, MS),
    ordersAboveP90: ofJar('Orders of customers slower than p90', shareOf, { unit: 'share' }),
  },
  migrate,
  follow,
  edit,
  draw,
  say,
  tabulate,
};
