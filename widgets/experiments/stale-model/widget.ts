/** The experiment on a model that goes stale, put together. */
import { mean } from 'd3-array';
import type { Missing, Widget } from '#kit/contract';
import { measure, preset } from '#kit/contract';
import { draw, edit } from './figure.ts';
import type { StaleOutcome, Years } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const NO_TWIN: Missing = { why: '2012 as it was has no twin in which nothing changes' };
const BIKES = { unit: 'bikes an hour', better: 'less' } as const;
const FEW = { digits: 1, better: 'less' } as const;
const MONEY = { unit: '$', better: 'less' } as const;
/** Measures of the years, and the same of their twins. */
const PAIRS = [
  ['meanError', 'errorWithoutDrift', 'mean error', (years: Years) => mean(years.errors), BIKES],
  ['updates', 'updatesWithoutDrift', 'updates a year', (years: Years) => years.updates, FEW],
  ['alarms', 'falseAlarms', 'alarms a year', (years: Years) => years.rings, FEW],
  ['cost', 'costWithoutDrift', 'cost of the year', (years: Years) => years.cost, MONEY],
] as const;
const measures = PAIRS.flatMap(([name, twin, label, of, look]) => {
  const without = `${label} where nothing changes`;
  return [
    [name, measure<StaleOutcome>(label, ({ years }) => of(years) ?? 0, look)],
    [twin, measure<StaleOutcome>(without, ({ calm }) => (calm ? (of(calm) ?? 0) : NO_TWIN), look)],
  ];
});

/** The widget `stale-model`: facts only. */
export const staleModel: Widget<typeof params, StaleOutcome> = {
  tag: 'stale-model',
  version: 1,
  title: 'A second year',
  params,
  presets: [
    preset('untouched', 'nobody touches it', {}),
    preset('multiplier', 'a multiplier each month', { policy: 'recalibrate' }),
    preset('newest', 'a new model each month', { policy: 'every' }),
  ],
  runner: 'sim/stale-model',
  spreadMeasure: 'meanError',
  measures: {
    ...Object.fromEntries(measures),
    lastMonthError: measure('error in the last month', (o) => o.years.months.at(-1) ?? 0, BIKES),
    alarmsIn2011: measure('alarms in 2011', ({ past }) => past.rings.length, { better: 'less' }),
    errorOf2011: measure('error on held-out days of 2011', ({ heldOut }) => heldOut, BIKES),
  },
  // The second year, week by week.
  timeline: {
    kind: 'moments',
    count: ({ seen }) => seen.was.length,
    label: (_, moment) => `week ${moment + 1}`,
    seconds: () => 12,
  },
  draw,
  edit,
  say,
  tabulate,
};
