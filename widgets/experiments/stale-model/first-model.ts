/** The model of 2011, and how it does on days of 2011 that it has not seen. */
import { mean, range } from 'd3-array';
import { latest } from '#kit/numbers';
import { daysAsTheyWere, DAYS_2011, HOURS, tallied } from './bikes.ts';
import type { Bikes, Day } from './bikes.ts';
import type { Expect, Fit } from './learner.ts';

/** Weeks of 2011 are held out in so many turns. */
const TURNS = 5;

/**
 * Fits it, and once more without each fifth of the weeks, for what is expected of their days. Of the logarithms of a day's hires by
 * what was expected `usual` is the mean, `spread` the standard deviation; `scores` are about that mean, in such deviations.
 */
export function firstModelOf(bikes: Bikes, fit: Fit) {
  const days = daysAsTheyWere(bikes, 0, DAYS_2011);
  const turnOf = (day: number): number => Math.floor(day / 7) % TURNS;
  const whole = fit(days);
  const without = range(TURNS).map((turn) =>
    fit(days.filter(({ source }) => turnOf(source) !== turn)),
  );
  // Years are made of the same days again and again: each is worked out once, as a working day and as another.
  const known = latest<Float64Array>(Infinity);
  const expect = (asked: readonly Day[]): Float64Array => {
    const all = new Float64Array(asked.length * HOURS);
    asked.forEach((day, i) => {
      const model = day.source < DAYS_2011 ? (without[turnOf(day.source)] as Expect) : whole;
      const hours = known(2 * day.source + Number(day.isWorking), () => model(day));
      all.set(hours, i * HOURS);
    });
    return all;
  };
  const expected = expect(days);
  const logs = days.map((_, day) => Math.log(tallied(bikes, days, expected, day, day + 1).ratio));
  const usual = mean(logs) ?? 0;
  const spread = Math.sqrt(mean(logs, (log) => (log - usual) ** 2) ?? 0);
  const scores = Float64Array.from(logs, (log) => (log - usual) / spread);
  const { off, hours } = tallied(bikes, days, expected, 0, DAYS_2011);
  return { days, expect, heldOut: off / hours, usual, spread, scores, expected };
}
export type FirstModel = ReturnType<typeof firstModelOf>;
