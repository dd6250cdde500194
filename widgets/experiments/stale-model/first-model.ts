/** The model of 2011, and how it does on days of 2011 that it has not seen. */
import { daysAsTheyWere, DAYS_2011, HOURS, type Bikes, type Day } from './bikes.ts';
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
  const without = Array.from({ length: TURNS }, (_, turn) =>
    fit(days.filter(({ source }) => turnOf(source) !== turn)),
  );
  // Years are made of the same days again and again: each is worked out once, as a working day and as another.
  const known = new Map<number, Float64Array>();
  const expect = (asked: readonly Day[]): Float64Array => {
    const expected = new Float64Array(asked.length * HOURS);
    asked.forEach((day, i) => {
      const key = 2 * day.source + Number(day.isWorking);
      let hours = known.get(key);
      if (!hours) {
        hours = new Float64Array(HOURS);
        const model = day.source < DAYS_2011 ? without[turnOf(day.source)] : whole;
        (model ?? whole)(day, hours, 0);
        known.set(key, hours);
      }
      expected.set(hours, i * HOURS);
    });
    return expected;
  };
  const held = expect(days);
  const logs = days.map((_, day) => Math.log(ratioOf(bikes, days, held, day, day + 1)));
  const usual = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const square = logs.reduce((sum, log) => sum + (log - usual) ** 2, 0) / logs.length;
  let [off, hours] = [0, 0];
  for (let at = 0; at < DAYS_2011 * HOURS; at += 1) {
    if (bikes.sky[at] === 0) continue;
    off += Math.abs((bikes.count[at] as number) - (held[at] as number));
    hours += 1;
  }
  const spread = Math.sqrt(square);
  const scores = Float64Array.from(logs, (log) => (log - usual) / spread);
  return { days, expect, heldOut: off / hours, usual, spread, scores, expected: held };
}

/** What was hired on days, divided by what was expected. */
export function ratioOf(
  { count, sky }: Bikes,
  days: readonly Day[],
  expected: Float64Array,
  from: number,
  to: number,
): number {
  let [was, said] = [0, 0];
  for (let day = from; day < to; day += 1) {
    for (let hour = 0; hour < HOURS; hour += 1) {
      const source = (days[day] as Day).source * HOURS + hour;
      if (sky[source] === 0) continue;
      was += count[source] as number;
      said += expected[day * HOURS + hour] as number;
    }
  }
  return was / said;
}
