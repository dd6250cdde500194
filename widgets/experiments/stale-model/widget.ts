/** The experiment on a model that goes stale, put together. */
import { mean } from 'd3-array';
import type { Measure, Missing, Widget } from '#kit/contract';
import { measure, preset } from '#kit/contract';
import { draw, edit } from './figure.ts';
import type { StaleOutcome, Years } from './model.ts';
import { params } from './params.ts';
import { say, tabulate } from './say.ts';

const NO_TWIN: Missing = { why: '2012 as it was has no twin in which nothing changes' };
const BIKES = { unit: 'bikes an hour', better: 'less' } as const;
const FEW = { digits: 1, better: 'less' } as const;
const MONEY = { unit: '$', better: 'less' } as const;
type Of = (years: Years) => number;
type Look = Parameters<typeof measure>[2];

/** A measure of the years, and the same of their twins. */
const ofYears = (label: string, of: Of, look: Look): Measure<StaleOutcome> =>
  measure(label, ({ years }) => of(years), look);
const ofCalm = (label: string, of: Of, look: Look): Measure<StaleOutcome> =>
  measure(`${label} where nothing changes`, ({ calm }) => (calm ? of(calm) : NO_TWIN), look);

const errorOf: Of = ({ errors }) => mean(errors) ?? 0;
const updatesOf: Of = ({ updates }) => updates;
const ringsOf: Of = ({ rings }) => rings;
const costOf: Of = ({ cost }) => cost;

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
    meanError: ofYears('mean error', errorOf, BIKES),
    errorWithoutDrift: ofCalm('mean error', errorOf, BIKES),
    updates: ofYears('updates a year', updatesOf, FEW),
    updatesWithoutDrift: ofCalm('updates a year', updatesOf, FEW),
    alarms: ofYears('alarms a year', ringsOf, FEW),
    falseAlarms: ofCalm('alarms a year', ringsOf, FEW),
    cost: ofYears('cost of the year', costOf, MONEY),
    costWithoutDrift: ofCalm('cost of the year', costOf, MONEY),
    lastMonthError: ofYears('error in the last month', ({ months }) => months.at(-1) ?? 0, BIKES),
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
