/** The model of 2011, and how it does on days of 2011 that it has not seen. */
import { mean, range } from 'd3-array';
import { daysAsTheyWere, DAYS_2011, HOURS, ratioOf, tallied } from './bikes.ts';
import type { Bikes, Day } from './bikes.ts';
import { latest } from '#kit/numbers';
import type { Fit } from './learner.ts';

/** Weeks of 2011 are held out in so many turns. */
const TURNS = 5;

/** What 2011 leaves behind. */
export interface FirstModel {
  /** The days of 2011. */
  readonly days: readonly Day[];
  /** Hires that it expects on any days; of a day of 2011, those of a model that has not seen its week. */
  readonly expect: (days: readonly Day[]) => Float64Array;
  /** Mean error in an hour of held-out days. */
  readonly heldOut: number;
  /** Mean and standard deviation of the logarithm of a held-out day's hires by what was expected. */
  readonly usual: number;
  readonly spread: number;
  /** Those logarithms, by days, about their mean and in standard deviations. */
  readonly scores: Float64Array;
  /** Hires expected by hours, by a model that has not seen the week. */
  readonly expected: Float64Array;
}

/** Fits it, and once more without each fifth of the weeks. */
export function firstModelOf(bikes: Bikes, fit: Fit): FirstModel {
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
      const model = day.source < DAYS_2011 ? without[turnOf(day.source)] : whole;
      const hours = known(2 * day.source + Number(day.isWorking), () => {
        const one = new Float64Array(HOURS);
        model?.(day, one, 0);
        return one;
      });
      all.set(hours, i * HOURS);
    });
    return all;
  };
  const expected = expect(days);
  const logs = days.map((_, day) => Math.log(ratioOf(bikes, days, expected, day, day + 1)));
  const usual = mean(logs) ?? 0;
  const spread = Math.sqrt(mean(logs, (log) => (log - usual) ** 2) ?? 0);
  const scores = Float64Array.from(logs, (log) => (log - usual) / spread);
  const { off, hours } = tallied(bikes, days, expected, 0, DAYS_2011);
  return { days, expect, heldOut: off / hours, usual, spread, scores, expected };
}
