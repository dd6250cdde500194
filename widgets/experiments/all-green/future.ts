/** One future: which weeks are learned from and which are served, and what its service is told and says. */
import { permute, range } from 'd3-array';
import { seeded } from '#kit/numbers';
import { RULES, type Day } from './checks.ts';
import { told } from './faults.ts';
import { bikesOf, empty, fit, put, scoreOf, sumsOf, type Forecast } from './forecast.ts';
import { DAY, DAYS, hoursOf, SERVED, type Hour } from './hours.ts';
import type { Check, Fault } from './names.ts';
import { added, placed } from './watch.ts';

/** Within so many days a fault has to be noticed. It begins after as many at the earliest, and leaves as many at the end. */
export const GIVEN = 14;

/** The weeks of the data: each with its days as checks see them that need no model, and with what least squares needs of it. */
export function weeksOf(bytes: Uint8Array) {
  const all = hoursOf(bytes);
  return range(0, all.length, 7 * DAY).map((from) => {
    const hours = all.slice(from, from + 7 * DAY);
    return { hours, days: daysOf(hours), sums: sumsOf(hours) };
  });
}
export type Week = ReturnType<typeof weeksOf>[number];

/** Draws a future: weeks to learn from, hours to serve, the day on which a fault begins, what is served if nothing goes wrong, and what draws humidities that are lost. */
export function futureOf(weeks: readonly Week[], seed: number, number: number) {
  const random = seeded(seed, `future ${number}`);
  const order = permute(weeks, random.order(weeks.length));
  const served = order.slice(0, SERVED).flatMap(({ hours }) => hours);
  const learned = order.slice(SERVED);
  const model = fit(together(learned));
  const start = GIVEN + random.whole(DAYS - 2 * GIVEN + 1);
  const lost = () => seeded(seed, `lost ${number}`);
  return { learned, served, start, model, usual: daysOf(served, model), lost };
}
export type Future = ReturnType<typeof futureOf>;

/** What is served with a fault; a wrong clock is so many hours ahead. */
export function faulty(future: Future, kind: Fault, hours: number): readonly Day[] {
  const { served, start, model, usual, lost } = future;
  const right = served.map(({ input }) => input);
  const from = start * DAY;
  const inputs = told(right, { kind, start: from, hours }, lost());
  const since = inputs.map((input, i) => ({ ...(served[from + i] as Hour), input }));
  return [...usual.slice(0, start), ...daysOf(since, model)];
}

/** Places checks in a future: of the weeks learned from each is seen by a model of the others, and held against them. */
export function placedIn({ learned }: Future, checks: readonly Check[]) {
  const isOfModel = checks.some((check) => RULES[check].ofModel);
  const all = together(learned);
  const seen = learned.map(({ hours, days, sums }) => {
    if (!isOfModel) return days;
    const model = fit(put(all, sums, -1));
    put(all, sums);
    return daysOf(hours, model);
  });
  return checks.map((check) => {
    const weeks = seen.map((days) => added(days.map(RULES[check].sums)));
    return placed(check, weeks);
  });
}

function together(weeks: readonly Week[]) {
  return weeks.reduce((all, { sums }) => put(all, sums), empty());
}

/** Hours as the checks see them, day by day; without a model only what it would be told. */
function daysOf(hours: readonly Hour[], model?: Forecast): readonly Day[] {
  const seen = hours.map(({ input, hired }, i) => {
    const score = model ? scoreOf(model, input) : 0;
    return { at: i % DAY, input, score, expected: bikesOf(score), hired };
  });
  return range(0, seen.length, DAY).map((from) =>
    seen.slice(from, from + DAY).filter(({ hired }) => hired >= 0),
  );
}
