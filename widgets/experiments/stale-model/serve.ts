/** A year of service: what the model says each day, what the team learns of it weeks later, and what it then does. */
import { pairs, sum } from 'd3-array';
import { DAYS_2011, HOURS, ratioOf, tallied } from './bikes.ts';
import type { Bikes, Day, Expect } from './bikes.ts';
import { add, AT_REST, height } from './cusum.ts';
import type { FirstModel } from './first-model.ts';
import { STARTS } from './futures.ts';
import { fitOf } from './learner.ts';
import type { StaleSettings } from './params.ts';

/** Days whose hires make the multiplier. */
const LATEST = 30;
const DAYS_OF_MONTH = 365 / 12;
/** Dollars: for an hour's error of one bike, for a new model, for a new multiplier. All invented. */
const PRICES = { bike: 0.1, model: 1000, multiplier: 50 } as const;

/** What became of a year. */
export interface Served {
  /** By days of the year, 24 hours each: hires expected; those of the day are the data's. */
  readonly expected: Float64Array;
  /** Sum of errors and count of hours, by months. */
  readonly months: readonly { readonly off: number; readonly hours: number }[];
  /** Days on which the model was updated; on which the alarm rang. */
  readonly updates: readonly number[];
  readonly rings: readonly number[];
  /** How high the alarm's sum stood at the end of each day. */
  readonly heights: Float64Array;
  /** Dollars. */
  readonly cost: number;
}

/** Serves a year that follows 2011. */
export function serve(
  bikes: Bikes,
  first: FirstModel,
  year: readonly Day[],
  settings: StaleSettings,
): Served {
  const { policy, every, window, threshold, delayWeeks } = settings;
  const days = [...first.days, ...year];
  const { usual, spread } = first;
  const byFirst = first.expect(days);
  const expected = new Float64Array(year.length * HOURS);
  const ratios = new Float64Array(year.length);
  const heights = new Float64Array(year.length);
  const updates: number[] = [];
  const rings: number[] = [];
  const fit = fitOf(bikes, settings);
  let model = null as Expect | null;
  let times = 1;
  let sums = AT_REST;
  let since = 0;
  const update = (now: number, known: number): void => {
    if (policy === 'recalibrate' || policy === 'alarmRecalibrate') {
      times = ratioOf(bikes, days, byFirst, Math.max(0, known - LATEST), known);
    } else {
      const from = window === 0 ? 0 : Math.max(0, known - Math.round(window * DAYS_OF_MONTH));
      model = fit(days.slice(from, known));
    }
    updates.push(now);
    sums = AT_REST;
    since = now;
  };
  for (let now = 0; now < year.length; now += 1) {
    // Days before this one, counted from the first of 2011, have labels.
    const known = DAYS_2011 + now - 7 * delayWeeks;
    const month = STARTS.indexOf(now);
    const isDue = month > 0 && month % every === 0;
    if (isDue && (policy === 'every' || policy === 'recalibrate')) update(now, known);
    const told = now - 7 * delayWeeks - 1;
    if (told >= since) {
      sums = add(sums, (Math.log(ratios[told] as number) - usual) / spread);
      if (height(sums) > threshold) {
        heights[now] = height(sums);
        rings.push(now);
        sums = AT_REST;
        since = told + 1;
        if (policy === 'alarm' || policy === 'alarmRecalibrate') update(now, known);
      }
    }
    heights[now] = Math.max(heights[now] as number, height(sums));
    const at = now * HOURS;
    if (model) model(year[now] as Day, expected, at);
    else
      for (let i = at; i < at + HOURS; i += 1)
        expected[i] = times * (byFirst[DAYS_2011 * HOURS + i] as number);
    ratios[now] = ratioOf(bikes, year, expected, now, now + 1);
  }
  const months = pairs(STARTS, (from, to) => tallied(bikes, year, expected, from, to));
  const each = policy === 'every' || policy === 'alarm' ? PRICES.model : PRICES.multiplier;
  const cost = sum(months, ({ off }) => off) * PRICES.bike + updates.length * each;
  return { expected, months, updates, rings, heights, cost };
}
