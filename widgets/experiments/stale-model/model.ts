/** One policy through a year, or through several that might have followed, each with a twin in which nothing changes. */
import { mean, pairs, range, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { latest, seeded } from '#kit/numbers';
import { daysAsTheyWere, DAYS_2011, HOURS, MONTHS_2012, readBikes, tallied } from './bikes.ts';
import type { Bikes, Day } from './bikes.ts';
import { watch } from './cusum.ts';
import { firstModelOf, type FirstModel } from './first-model.ts';
import { yearDrawn } from './futures.ts';
import { fitOf } from './learner.ts';
import type { Drift, params } from './params.ts';
import { serve, type Served } from './serve.ts';

/** Days of the last quarter. */
const LAST_DAYS = 92;

/** What a run yields. */
export interface StaleOutcome {
  readonly heldOut: number;
  /** 2011, by models that have not seen the week. */
  readonly past: ReturnType<typeof weeksOf> & ReturnType<typeof watch>;
  readonly years: Years;
  /** The twins; `null` where the year is 2012 as it was. */
  readonly calm: Years | null;
  readonly seen: SeenYear;
}

/** The data, read once. */
let known: Bikes | undefined;
/** The first models that were made last: the linear one, and networks of some seeds. */
const firsts = latest<FirstModel>(5);

/** The run behind the widget. */
export const runStaleModel: Run<typeof params, StaleOutcome> = async (settings, show, env) => {
  const bikes = (known ??= readBikes(await env.readData('bike-years.bin')));
  const { drift, futures, learner, seed, threshold } = settings;
  const first = firsts(learner === 'network' ? seed : learner, () =>
    firstModelOf(bikes, fitOf(bikes, settings)),
  );
  const { heldOut, days, expected, scores } = first;
  const past = { ...weeksOf(bikes, days, expected), ...watch(scores, threshold) };
  const asItWas = futures === 0 && drift === 'real';
  const drawn = (of: Drift, i: number): Day[] => yearDrawn(bikes, of, seeded(seed, `year ${i}`));
  const count = Math.max(1, futures);
  const [served, twins]: [Served[], Served[]] = [[], []];
  let seen: SeenYear | undefined;
  for (let i = 0; i < count; i += 1) {
    const year = asItWas ? daysAsTheyWere(bikes, DAYS_2011) : drawn(drift, i);
    const one = serve(bikes, first, year, settings);
    served.push(one);
    seen ??= seenOf(bikes, year, one);
    if (!asItWas) twins.push(serve(bikes, first, drawn('none', i), settings));
    // A network takes its time: it is seen year by year, and can be stopped after each.
    if (i + 1 < count && learner !== 'network') continue;
    const [years, calm] = [summed(served), asItWas ? null : summed(twins)];
    await show({ heldOut, past, years, calm, seen }, (i + 1) / count);
  }
};

/** Years of one kind: mean error in an hour, of each year and, over all of them, by months; the rest are means of a year. */
function summed(served: readonly Served[]) {
  const errorOf = (months: Served['months']): number =>
    sum(months, ({ off }) => off) / sum(months, ({ hours }) => hours);
  const of = (value: (one: Served) => number): number => mean(served, value) ?? 0;
  return {
    errors: served.map(({ months }) => errorOf(months)),
    months: MONTHS_2012.map((_, i) => errorOf(served.map(({ months }) => months[i] as never))),
    updates: of(({ updates }) => updates.length),
    rings: of(({ rings }) => rings.length),
    cost: of(({ cost }) => cost),
  };
}
export type Years = ReturnType<typeof summed>;

/** A year by weeks, the last with what days are left over: mean hires in an hour, and what the model said. */
function weeksOf(bikes: Bikes, year: readonly Day[], expected: Float64Array) {
  const starts = [...range(0, year.length - 6, 7), year.length];
  const weeks = pairs(starts, (from, to) => tallied(bikes, year, expected, from, to));
  return {
    was: weeks.map(({ was, hours }) => was / hours),
    said: weeks.map(({ said, hours }) => said / hours),
  };
}

/** The second year that is drawn; by hours on what the calendar calls working days of its last quarter. */
function seenOf(bikes: Bikes, year: readonly Day[], served: Served) {
  const { expected, updates, rings, heights } = served;
  const working = range(year.length - LAST_DAYS, year.length).filter((i) => year[i]?.isWorking);
  const byHours = (of: (at: number, source: number) => number | undefined): number[] =>
    range(HOURS).map((hour) => {
      const known = (day: number): number | undefined => {
        const source = (year[day] as Day).source * HOURS + hour;
        return bikes.sky[source] === 0 ? undefined : of(day * HOURS + hour, source);
      };
      return mean(working, known) ?? NaN;
    });
  return {
    ...weeksOf(bikes, year, expected),
    ...{ heights, updates, rings },
    hoursWas: byHours((_, source) => bikes.count[source]),
    hoursSaid: byHours((at) => expected[at]),
  };
}
type SeenYear = ReturnType<typeof seenOf>;
