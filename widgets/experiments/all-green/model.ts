/** Many futures of a service, with a fault from some day on: what it costs, and when the placed checks notice it. */
import { cumsum, mean, min, range, sort, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { atFraction } from '#kit/numbers';
import { critical, distance, RULES, type Day, type Sums } from './checks.ts';
import { FAULTS } from './faults.ts';
import { faulty, futureOf, GIVEN, placedIn, weeksOf, type Future, type Week } from './future.ts';
import { DAY, DAYS } from './hours.ts';
import type { GreenOutcome, Harm, Shown, Tested } from './outcome.ts';
import { checksIn, type GreenSettings, type params } from './params.ts';
import { added, laneOf, ringsOf } from './watch.ts';

/** Checks look at seven days: on so many days of a future they can ring. */
const WATCHED = DAYS - 6;

/** How far a day is off: bikes an hour, and its total as a share of the bikes hired. */
function offOn(day: Day) {
  const error = mean(day, ({ expected, hired }) => Math.abs(expected - hired)) ?? 0;
  const hired = sum(day, (hour) => hour.hired);
  const total = Math.abs(sum(day, ({ expected }) => expected) - hired) / hired;
  return { error, total };
}

function outcomeOf(weeks: readonly Week[], settings: GreenSettings): GreenOutcome {
  const { fault, size, threshold, futures, seed } = settings;
  const checks = checksIn(settings.checks);
  const faults = fault === 'all' ? FAULTS : fault === 'none' ? [] : [fault];
  // Where each fault has its turn, the clock is one hour ahead.
  const hours = fault === 'all' ? 1 : size;
  let shown: Shown | undefined;
  const runs = range(futures).map((number) => {
    const future = futureOf(weeks, seed, number);
    const { start, usual } = future;
    const watch = placedIn(future, checks);
    const watched = (days: readonly Day[]) => {
      const lanes = watch.map((one) => laneOf(one, days));
      return { lanes, rings: ringsOf(lanes, threshold) };
    };
    const each = (faults.length > 0 ? faults : [undefined]).map((kind) => {
      const days = kind ? faulty(future, kind, hours) : usual;
      const alarm = watched(days);
      shown ??= { ...shownOf(future, days), ...alarm };
      const hit = kind && alarm.rings.find((day) => day >= start && day < start + GIVEN);
      const delays = hit === undefined ? [] : [hit - start];
      return { since: days.slice(start).map(offOn), delays };
    });
    const learned = added(future.learned.flatMap(({ days }) => days.map(RULES['ks.temp'].sums)));
    return {
      before: usual.slice(0, start).map(offOn),
      each,
      alarms: watched(usual).rings.length,
      tests: usual.map((day) => testedOn(day, learned)),
    };
  });
  const before = runs.flatMap((run) => run.before);
  const each = runs.flatMap((run) => run.each);
  const after = each.flatMap(({ since }) => since);
  const tests = runs.flatMap((run) => run.tests);
  const half = (delays: readonly number[]): number | null =>
    delays.length > 0 ? atFraction(sort(delays), 0.5, 'nearest') : null;
  const harms = faults.map((kind, i): Harm => {
    const its = runs.flatMap((run) => run.each[i] ?? []);
    const delays = its.flatMap((one) => one.delays);
    const since = its.flatMap((one) => one.since);
    const error = mean(since, (day) => day.error) ?? 0;
    return { fault: kind, error, caught: delays.length / futures, delay: half(delays) };
  });
  return {
    errorBefore: mean(before, ({ error }) => error) ?? 0,
    errorAfter: mean(after, ({ error }) => error) ?? 0,
    dailyErrorBefore: mean(before, ({ total }) => total) ?? 0,
    dailyErrorAfter: mean(after, ({ total }) => total) ?? 0,
    caught: mean(harms, ({ caught }) => caught) ?? null,
    worstCaught: min(harms, ({ caught }) => caught) ?? null,
    delayDays: half(each.flatMap(({ delays }) => delays)),
    falseAlarmsPerYear: (365 * sum(runs, ({ alarms }) => alarms)) / (WATCHED * futures),
    textbookRings: mean(tests, ({ apart, allowed }) => (apart > allowed ? 1 : 0)) ?? 0,
    tested: tests[0] as Tested,
    harms,
    shown: shown as Shown,
  };
}

/** The textbook test: are the temperatures of one day those that were learned from? */
function testedOn(day: Day, learned: Sums): Tested {
  const counts = RULES['ks.temp'].sums(day);
  const shares = (bins: Sums): readonly number[] => {
    const all = sum(bins);
    return [...cumsum(bins, (count) => count / all)];
  };
  return {
    day: shares(counts),
    learned: shares(learned),
    apart: distance(counts, learned),
    allowed: critical(day.length, sum(learned)),
  };
}

/** What is drawn of a future. */
function shownOf({ start, usual }: Future, days: readonly Day[]): Omit<Shown, 'lanes' | 'rings'> {
  const since = days.slice(start);
  const working = since.filter((_, i) => usual[start + i]?.[0]?.input.working === 1).flat();
  const byHour = range(DAY).map((hour) => working.filter(({ at }) => at === hour));
  return {
    start,
    errors: days.map((day) => offOn(day).error),
    usual: usual.map((day) => offOn(day).error),
    hired: byHour.map((hours) => mean(hours, ({ hired }) => hired) ?? 0),
    expected: byHour.map((hours) => mean(hours, ({ expected }) => expected) ?? 0),
  };
}

let weeks: readonly Week[] | undefined;

/** The run behind the widget. */
export const runAllGreen: Run<typeof params, GreenOutcome> = async (settings, show, env) => {
  weeks ??= weeksOf(await env.readData('bike-summer.bin'));
  await show(outcomeOf(weeks, settings), 1);
};
