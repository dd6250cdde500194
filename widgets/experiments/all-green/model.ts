/** Many futures of a service, with a fault from some day on: what it costs, and when the placed checks notice it. */
import { cumsum, mean, min, range, sort, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { atFraction } from '#kit/numbers';
import { critical, distance, RULES, sumsOf, type Day, type Sums } from './checks.ts';
import { FAULTS, type Fault } from './faults.ts';
import { deskOf, faulty, futureOf, GIVEN, placedIn, temperatures } from './future.ts';
import type { Desk, Future } from './future.ts';
import { DAY, DAYS } from './hours.ts';
import type { GreenOutcome, Harm, Shown, Tested } from './outcome.ts';
import { checksIn, type GreenSettings, type params } from './params.ts';
import { laneOf, ringsOf } from './watch.ts';

const YEAR = 365;
/** Checks look at seven days: on so many days of a future they can ring. */
const WATCHED = DAYS - 6;

/** What goes wrong: one fault, all of them, or none. */
function faultsOf({ fault }: Pick<GreenSettings, 'fault'>): readonly Fault[] {
  if (fault === 'none') return [];
  return fault === 'all' ? FAULTS : [fault];
}

/** Bikes an hour by which a day is off. */
const errorOf = (day: Day): number =>
  mean(day, ({ expected, hired }) => Math.abs(expected - hired)) ?? 0;

/** By how much a day's total is off, as a share of the bikes hired. */
function totalOff(day: Day): number {
  const hired = sum(day, (hour) => hour.hired);
  return Math.abs(sum(day, (hour) => hour.expected) - hired) / hired;
}

/** What is gathered over all futures, day by day. */
class Tally {
  readonly errors: number[] = [];
  readonly totals: number[] = [];

  add(days: readonly Day[]): void {
    this.errors.push(...days.map(errorOf));
    this.totals.push(...days.map(totalOff));
  }
}

function outcomeOf(desk: Desk, settings: GreenSettings): GreenOutcome {
  const { size, threshold, futures, seed } = settings;
  const checks = checksIn(settings.checks);
  // Where each fault has its turn, the clock is one hour ahead.
  const hours = settings.fault === 'all' ? 1 : size;
  const [before, after] = [new Tally(), new Tally()];
  const harms = faultsOf(settings).map((kind) => {
    const [errors, delays]: [number[], number[]] = [[], []];
    return { kind, errors, delays };
  });
  const tests: Tested[] = [];
  let alarms = 0;
  let shown: Shown | undefined;
  for (let number = 0; number < futures; number += 1) {
    const future = futureOf(desk, seed, number);
    const { start, usual } = future;
    const watch = placedIn(desk, future, checks);
    const watched = (days: readonly Day[]) => {
      const lanes = watch.map((one) => laneOf(one, sumsOf(one.check, days)));
      return { lanes, rings: ringsOf(lanes, threshold) };
    };
    const calm = watched(usual);
    alarms += calm.rings.length;
    const learned = temperatures(desk, future);
    tests.push(...usual.map((day) => testedOn(day, learned)));
    before.add(usual.slice(0, start));
    if (harms.length === 0) after.add(usual.slice(start));
    for (const { kind, errors, delays } of harms) {
      const days = faulty(future, { kind, hours }, [seed, number]);
      const alarm = watched(days);
      const hit = alarm.rings.find((day) => day >= start && day < start + GIVEN);
      if (hit !== undefined) delays.push(hit - start);
      const since = days.slice(start);
      after.add(since);
      errors.push(...since.map(errorOf));
      shown ??= { ...shownOf(future, days), ...alarm };
    }
    shown ??= { ...shownOf(future, usual), ...calm };
  }
  const half = (delays: readonly number[]): number | null =>
    delays.length > 0 ? atFraction(sort(delays), 0.5, 'nearest') : null;
  const each = harms.map(({ kind, errors, delays }): Harm => {
    const caught = delays.length / futures;
    return { fault: kind, error: mean(errors) ?? 0, caught, delay: half(delays) };
  });
  return {
    errorBefore: mean(before.errors) ?? 0,
    errorAfter: mean(after.errors) ?? 0,
    dailyErrorBefore: mean(before.totals) ?? 0,
    dailyErrorAfter: mean(after.totals) ?? 0,
    caught: mean(each, ({ caught }) => caught) ?? null,
    worstCaught: min(each, ({ caught }) => caught) ?? null,
    delayDays: half(harms.flatMap(({ delays }) => delays)),
    falseAlarmsPerYear: (YEAR * alarms) / (WATCHED * futures),
    textbookRings: mean(tests, ({ apart, allowed }) => (apart > allowed ? 1 : 0)) ?? 0,
    tested: tests[0] as Tested,
    harms: each,
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
    errors: days.map(errorOf),
    usual: usual.map(errorOf),
    hired: byHour.map((hours) => mean(hours, ({ hired }) => hired) ?? 0),
    expected: byHour.map((hours) => mean(hours, ({ expected }) => expected) ?? 0),
  };
}

let desk: Desk | undefined;

/** The run behind the widget. */
export const runAllGreen: Run<typeof params, GreenOutcome> = async (settings, show, env) => {
  desk ??= deskOf(await env.readData('bike-summer.bin'));
  await show(outcomeOf(desk, settings), 1);
};
