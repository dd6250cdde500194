/** A year of service: what the model says each day, what the team learns of it weeks later, and what it then does. */
import { pairs, sum } from 'd3-array';
import { DAYS_2011, HOURS, tallied } from './bikes.ts';
import type { Bikes, Day } from './bikes.ts';
import { add, AT_REST } from './cusum.ts';
import type { FirstModel } from './first-model.ts';
import { STARTS } from './futures.ts';
import { fitOf, type Expect } from './learner.ts';
import type { StaleSettings } from './params.ts';

/** Days whose hires make the multiplier. */
const LATEST = 30;
const DAYS_OF_MONTH = 365 / 12;
/** Dollars: for an hour's error of one bike, for a new model, for a new multiplier. All invented. */
const PRICES = { bike: 0.1, model: 1000, multiplier: 50 } as const;

/**
 * Serves a year that follows 2011: hires expected by hours, errors by months, the days of updates and of alarms, how high the alarm's
 * sum stood at the end of each day, and what it cost in dollars.
 */
export function serve(
  bikes: Bikes,
  first: FirstModel,
  year: readonly Day[],
  settings: StaleSettings,
) {
  const { policy, every, window, threshold, delayWeeks } = settings;
  const isByCalendar = policy === 'every' || policy === 'recalibrate';
  const isRetrained = policy === 'every' || policy === 'alarm';
  const days = [...first.days, ...year];
  const byFirst = first.expect(days);
  const expected = new Float64Array(year.length * HOURS);
  const updates: number[] = [];
  const rings: number[] = [];
  let model = null as Expect | null;
  let times = 1;
  let sums = AT_REST;
  let since = 0;
  const heights = year.map((day, now) => {
    // Days before this one, counted from the first of 2011, have labels.
    const known = DAYS_2011 + now - 7 * delayWeeks;
    const update = (): void => {
      if (isRetrained) {
        const from = window === 0 ? 0 : known - Math.round(window * DAYS_OF_MONTH);
        model = fitOf(bikes, settings)(days.slice(Math.max(0, from), known));
      } else times = tallied(bikes, days, byFirst, Math.max(0, known - LATEST), known).ratio;
      updates.push(now);
      sums = AT_REST;
      since = now;
    };
    const month = STARTS.indexOf(now);
    if (isByCalendar && month > 0 && month % every === 0) update();
    const told = known - DAYS_2011 - 1;
    let height = 0;
    if (told >= since) {
      const { ratio } = tallied(bikes, year, expected, told, told + 1);
      sums = add(sums, (Math.log(ratio) - first.usual) / first.spread);
      height = Math.max(...sums);
      if (height > threshold) {
        rings.push(now);
        sums = AT_REST;
        since = told + 1;
        if (policy !== 'never' && !isByCalendar) update();
      }
    }
    const from = (DAYS_2011 + now) * HOURS;
    const ofFirst = byFirst.subarray(from, from + HOURS);
    expected.set(model ? model(day) : ofFirst.map((hires) => times * hires), now * HOURS);
    return Math.max(height, ...sums);
  });
  const months = pairs(STARTS, (from, to) => tallied(bikes, year, expected, from, to));
  const each = isRetrained ? PRICES.model : PRICES.multiplier;
  const cost = sum(months, ({ off }) => off) * PRICES.bike + updates.length * each;
  return { expected, months, updates, rings, heights, cost };
}
export type Served = ReturnType<typeof serve>;
