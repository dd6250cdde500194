/** The experiment on a model that goes stale, put together. */
import type { Missing, Widget } from '#kit/contract';
import { measure, preset } from '#kit/contract';
import { draw, edit } from './figure.ts';
import type { StaleOutcome, Years } from './model.ts';
import { params } from './params.ts';
import { mean, say, tabulate } from './say.ts';
import { timeline } from './timeline.ts';

const NO_TWIN: Missing = { why: '2012 as it was has no twin in which nothing changes' };
const BIKES = { unit: 'bikes an hour', better: 'less' } as const;
const FEW = { digits: 1, better: 'less' } as const;

const ofCalm =
  (of: (years: Years) => number) =>
  ({ calm }: StaleOutcome): number | Missing =>
    calm ? of(calm) : NO_TWIN;

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
    meanError: measure('mean error', ({ years }) => mean(years.errors), BIKES),
    errorWithoutDrift: measure(
      'mean error where nothing changes',
      ofCalm(({ errors }) => mean(errors)),
      BIKES,
    ),
    updates: measure('updates a year', ({ years }) => years.updates, FEW),
    updatesWithoutDrift: measure(
      'updates a year where nothing changes',
      ofCalm(({ updates }) => updates),
      FEW,
    ),
    alarms: measure('alarms a year', ({ years }) => years.rings, FEW),
    falseAlarms: measure(
      'alarms a year where nothing changes',
      ofCalm(({ rings }) => rings),
      FEW,
    ),
    cost: measure('cost of the year', ({ years }) => years.cost, { unit: '$', better: 'less' }),
    costWithoutDrift: measure(
      'cost of the year where nothing changes',
      ofCalm(({ cost }) => cost),
      { unit: '$', better: 'less' },
    ),
    lastMonthError: measure(
      'error in the last month',
      ({ years }) => years.months.at(-1) ?? 0,
      BIKES,
    ),
    alarmsIn2011: measure('alarms in 2011', ({ past }) => past.rings.length, { better: 'less' }),
    errorOf2011: measure('error on held-out days of 2011', ({ heldOut }) => heldOut, BIKES),
  },
  draw,
  edit,
  timeline,
  say,
  tabulate,
};
