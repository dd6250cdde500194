/** One future: which weeks are learned from and which are served, and what its service is told and says. */
import { range } from 'd3-array';
import { seeded, type Sums as LeastSquares } from '#kit/numbers';
import { RULES, sumsOf, type Day, type Sums } from './checks.ts';
import { told, type Fault } from './faults.ts';
import { bikesOf, empty, fit, put, scoreOf, weeksOf, type Forecast } from './forecast.ts';
import { DAY, DAYS, hoursOf, SERVED, WEEKS, weekOf, type Hour, type Input } from './hours.ts';
import type { Check } from './names.ts';
import { added, placed, type Placed } from './watch.ts';

/** Within so many days a fault has to be noticed. It begins after as many at the earliest, and leaves as many at the end. */
export const GIVEN = 14;

/** What is the same in all futures. */
export interface Desk {
  readonly hours: readonly Hour[];
  readonly weeks: readonly LeastSquares[];
  /** Sums of every day of the data, for checks that need no model. */
  readonly raw: Map<Check, readonly Sums[]>;
}

/** Lays out the data. */
export function deskOf(bytes: Uint8Array): Desk {
  const hours = hoursOf(bytes);
  return { hours, weeks: weeksOf(hours), raw: new Map() };
}

/** A future as it is drawn. */
export interface Future {
  /** The weeks that are learned from, and the hours that are served. */
  readonly learned: readonly number[];
  readonly served: readonly Hour[];
  /** The day on which a fault begins, from 0. */
  readonly start: number;
  readonly model: Forecast;
  /** What is served if nothing goes wrong. */
  readonly usual: readonly Day[];
}

/** Draws a future. */
export function futureOf({ hours, weeks }: Desk, seed: number, number: number): Future {
  const random = seeded(seed, `future ${number}`);
  const order = [...random.order(WEEKS)];
  const served = order.slice(0, SERVED).flatMap((week) => weekOf(hours, week));
  const learned = order.slice(SERVED);
  const model = fit(together(weeks, learned));
  const start = GIVEN + random.whole(DAYS - 2 * GIVEN + 1);
  return { learned, served, start, model, usual: daysOf(served, model) };
}

/** What is served from the fault's first day on. `number` is that of the future, and draws what is lost by chance. */
export function faulty(
  { served, start, model, usual }: Future,
  fault: { readonly kind: Fault; readonly hours: number },
  [seed, number]: readonly [seed: number, number: number],
): readonly Day[] {
  const right = served.map(({ input }) => input);
  const from = start * DAY;
  const inputs = told(right, { ...fault, start: from }, seeded(seed, `lost ${number}`));
  return [...usual.slice(0, start), ...daysOf(served.slice(from), model, inputs)];
}

/** Places checks in a future: of the weeks learned from each is seen by a model of the others, and held against them. */
export function placedIn(desk: Desk, { learned }: Future, checks: readonly Check[]): Placed[] {
  const { hours, weeks } = desk;
  const isOfModel = checks.some((check) => RULES[check].ofModel);
  const all = together(weeks, learned);
  const seen = learned.map((week) => {
    if (!isOfModel) return [];
    const own = weeks[week] as LeastSquares;
    const model = fit(put(all, own, -1));
    put(all, own);
    return daysOf(weekOf(hours, week), model);
  });
  return checks.map((check) => {
    const days = (week: number, i: number): readonly Sums[] =>
      RULES[check].ofModel ? sumsOf(check, seen[i] ?? []) : rawWeek(desk, check, week);
    const sums = learned.map((week, i) => added(days(week, i)));
    return placed(check, sums);
  });
}

/** The days of a week of the data, for a check that needs no model. */
function rawWeek({ hours, raw }: Desk, check: Check, week: number): readonly Sums[] {
  const days = raw.get(check) ?? sumsOf(check, daysOf(hours));
  raw.set(check, days);
  return days.slice(7 * week, 7 * (week + 1));
}

function together(weeks: Desk['weeks'], some: readonly number[]): LeastSquares {
  return some.reduce((all, week) => put(all, weeks[week] as LeastSquares), empty());
}

/** The temperatures that were learned from, as the textbook test sums them. */
export function temperatures(desk: Desk, { learned }: Future): Sums {
  return added(learned.flatMap((week) => rawWeek(desk, 'ks.temp', week)));
}

/** Hours as the checks see them, day by day; without a model only what it would be told. */
function daysOf(
  hours: readonly Hour[],
  model?: Forecast,
  inputs: readonly Input[] = hours.map(({ input }) => input),
): Day[] {
  const seen = hours.map(({ hired }, i) => {
    const input = inputs[i] as Input;
    const score = model ? scoreOf(model, input) : 0;
    return { at: i % DAY, input, score, expected: bikesOf(score), hired };
  });
  return range(0, seen.length, DAY).map((from) =>
    seen.slice(from, from + DAY).filter(({ hired }) => hired >= 0),
  );
}
