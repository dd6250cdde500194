/** One future: which weeks are learned from and which are served, and what its service is told and says. */
import { seeded } from '#kit/numbers';
import { RULES, sumsOf, type Day, type Sums } from './checks.ts';
import { told, type Fault } from './faults.ts';
import {
  bikesOf,
  empty,
  fit,
  inputOf,
  put,
  scoreOf,
  weeksOf,
  type Forecast,
  type Input,
  type Sums as LeastSquares,
} from './forecast.ts';
import { DAY, DAYS, hoursOf, SERVED, WEEK, WEEKS, type Hours } from './hours.ts';
import type { Check } from './names.ts';
import { added, placed, type Placed } from './watch.ts';

/** Within so many days a fault has to be noticed. It begins after as many at the earliest, and leaves as many at the end. */
export const GIVEN = 14;

/** What is the same in all futures. */
export interface Desk {
  readonly data: Hours;
  readonly weeks: ReturnType<typeof weeksOf>;
  readonly inputs: readonly Input[];
  /** Sums of every day of the data, for checks that need no model. */
  readonly raw: Map<Check, readonly Sums[]>;
}

/** Lays out the data. */
export function deskOf(bytes: Uint8Array): Desk {
  const data = hoursOf(bytes);
  const inputs = Array.from(data.count, (_, i) => inputOf(data, i));
  return { data, weeks: weeksOf(data), inputs, raw: new Map() };
}

/** A future as it is drawn. */
export interface Future {
  readonly learned: readonly number[];
  /** The hours that are served, as places in the data. */
  readonly places: readonly number[];
  /** The day on which a fault begins, from 0. */
  readonly start: number;
  readonly model: Forecast;
  /** What is served if nothing goes wrong. */
  readonly usual: readonly Day[];
}

/** Draws a future. */
export function futureOf({ data, weeks, inputs }: Desk, seed: number, number: number): Future {
  const random = seeded(seed, `future ${number}`);
  const order = [...random.order(WEEKS)];
  const places = order.slice(0, SERVED).flatMap(placesOf);
  const learned = order.slice(SERVED);
  const model = fit(together(weeks, learned));
  const start = GIVEN + random.whole(DAYS - 2 * GIVEN + 1);
  return {
    learned,
    places,
    start,
    model,
    usual: daysOf(model, pick(inputs, places), places, data),
  };
}

/** What is served from the fault's first day on. `number` is that of the future, and draws what is lost by chance. */
export function faulty(
  { data, inputs }: Desk,
  { places, start, model, usual }: Future,
  fault: { readonly kind: Fault; readonly hours: number },
  lost: readonly [seed: number, number: number],
): readonly Day[] {
  const random = seeded(lost[0], `lost ${lost[1]}`);
  const after = told(pick(inputs, places), { ...fault, start: start * DAY }, random);
  return [...usual.slice(0, start), ...daysOf(model, after, places.slice(start * DAY), data)];
}

/** Places checks in a future: of the weeks learned from each is seen by a model of the others, and held against them. */
export function placedIn(desk: Desk, { learned }: Future, checks: readonly Check[]): Placed[] {
  const { data, weeks, inputs } = desk;
  const isOfModel = checks.some((check) => RULES[check].ofModel);
  const all = together(weeks, learned);
  const seen = learned.map((week) => {
    if (!isOfModel) return [];
    const own = weeks[week] as LeastSquares;
    const model = fit(put(all, own, -1));
    put(all, own);
    const places = placesOf(week);
    return daysOf(model, pick(inputs, places), places, data);
  });
  return checks.map((check) => {
    const days = (week: number, i: number): readonly Sums[] =>
      RULES[check].ofModel ? sumsOf(check, seen[i] ?? []) : rawWeek(desk, check, week);
    return placed(
      check,
      learned.map((week, i) => added(days(week, i))),
    );
  });
}

/** The days of a week of the data, for a check that needs no model. */
function rawWeek({ data, inputs, raw }: Desk, check: Check, week: number): readonly Sums[] {
  const days = raw.get(check) ?? sumsOf(check, daysOf(undefined, inputs, [...inputs.keys()], data));
  raw.set(check, days);
  return days.slice(7 * week, 7 * (week + 1));
}

function together(weeks: Desk['weeks'], some: readonly number[]): LeastSquares {
  const all = empty();
  for (const week of some) put(all, weeks[week] as LeastSquares);
  return all;
}

/** The temperatures that were learned from, as the textbook test sums them. */
export function temperatures(desk: Desk, { learned }: Future): Sums {
  return added(learned.flatMap((week) => rawWeek(desk, 'ks.temp', week)));
}

function placesOf(week: number): number[] {
  return Array.from({ length: WEEK }, (_, i) => week * WEEK + i);
}

function pick(inputs: readonly Input[], places: readonly number[]): Input[] {
  return places.map((place) => inputs[place] as Input);
}

/** Hours as the checks see them, day by day; without a model only what it would be told. */
function daysOf(
  model: Forecast | undefined,
  inputs: readonly Input[],
  places: readonly number[],
  { count }: Hours,
): Day[] {
  const seen = inputs.map((input, i) => {
    const score = model ? scoreOf(model, input) : 0;
    const place = places[i] as number;
    const hired = count[place] as number;
    return { at: place % DAY, input, score, expected: bikesOf(score), hired };
  });
  return Array.from({ length: seen.length / DAY }, (_, day) =>
    seen.slice(day * DAY, (day + 1) * DAY).filter(({ hired }) => hired >= 0),
  );
}
