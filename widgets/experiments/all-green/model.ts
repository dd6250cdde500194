/** Many futures of a service, with a fault from some day on: what it costs, and when the placed checks notice it. */
import { cumsum, mean, min, range, sort, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { atFraction } from '#kit/numbers';
import { critical, distance, RULES, sumsOf, type Day, type Seen, type Sums } from './checks.ts';
import { FAULTS, type Fault } from './faults.ts';
import { deskOf, faulty, futureOf, GIVEN, placedIn, temperatures, type Desk } from './future.ts';
import { DAY, DAYS } from './hours.ts';
import type { GreenOutcome, Harm, Lane, Shown, Tested } from './outcome.ts';
import { checksIn, type GreenSettings, type params } from './params.ts';
import { laneOf, ringsOf, type Placed } from './watch.ts';

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

/** What is gathered over all futures. */
interface Tally {
  readonly errors: number[];
  readonly totals: number[];
}

function outcomeOf(desk: Desk, settings: GreenSettings): GreenOutcome {
  const { size, threshold, futures, seed } = settings;
  const checks = checksIn(settings.checks);
  const kinds = faultsOf(settings);
  // Where each fault has its turn, the clock is one hour ahead.
  const hours = settings.fault === 'all' ? 1 : size;
  const before: Tally = { errors: [], totals: [] };
  const after: Tally = { errors: [], totals: [] };
  const harms = kinds.map((kind) => ({ kind, errors: [] as number[], delays: [] as number[] }));
  const tests: Tested[] = [];
  let alarms = 0;
  let shown: Shown | undefined;
  const count = (tally: Tally, days: readonly Day[]): void => {
    tally.errors.push(...days.map(errorOf));
    tally.totals.push(...days.map(totalOff));
  };
  for (let number = 0; number < futures; number += 1) {
    const future = futureOf(desk, seed, number);
    const { start, usual } = future;
    const watch = placedIn(desk, future, checks);
    const watched = (days: readonly Day[]): readonly Lane[] =>
      watch.map((one: Placed) => laneOf(one, sumsOf(one.check, days)));
    const calm = watched(usual);
    alarms += ringsOf(calm, threshold).length;
    const learned = temperatures(desk, future);
    tests.push(...usual.map((day) => testedOn(day, learned)));
    count(before, usual.slice(0, start));
    if (kinds.length === 0) count(after, usual.slice(start));
    for (const harm of harms) {
      const days = faulty(desk, future, { kind: harm.kind, hours }, [seed, number]);
      const lanes = watched(days);
      const hit = ringsOf(lanes, threshold).find((day) => day >= start && day < start + GIVEN);
      if (hit !== undefined) harm.delays.push(hit - start);
      const since = days.slice(start);
      count(after, since);
      harm.errors.push(...since.map(errorOf));
      shown ??= shownOf(days, usual, start, lanes, threshold);
    }
    shown ??= shownOf(usual, usual, start, calm, threshold);
  }
  const half = (delays: readonly number[]): number | null =>
    delays.length > 0 ? atFraction(sort(delays), 0.5, 'nearest') : null;
  const shares = harms.map(({ delays }) => delays.length / futures);
  return {
    errorBefore: mean(before.errors) ?? 0,
    errorAfter: mean(after.errors) ?? 0,
    dailyErrorBefore: mean(before.totals) ?? 0,
    dailyErrorAfter: mean(after.totals) ?? 0,
    caught: mean(shares) ?? null,
    worstCaught: min(shares) ?? null,
    delayDays: half(harms.flatMap(({ delays }) => delays)),
    falseAlarmsPerYear: (YEAR * alarms) / (WATCHED * futures),
    textbookRings: mean(tests, ({ apart, allowed }) => (apart > allowed ? 1 : 0)) ?? 0,
    tested: tests[0] as Tested,
    harms: harms.map(({ kind, errors, delays }, i): Harm => {
      const caught = shares[i] as number;
      return { fault: kind, error: mean(errors) ?? 0, caught, delay: half(delays) };
    }),
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
function shownOf(
  days: readonly Day[],
  usual: readonly Day[],
  start: number,
  lanes: readonly Lane[],
  threshold: number,
): Shown {
  const since = days.slice(start);
  const working = since.filter((_, i) => usual[start + i]?.[0]?.input.working === 1).flat();
  const byHour = (of: (seen: Seen) => number): readonly number[] =>
    range(DAY).map(
      (hour) =>
        mean(
          working.filter(({ at }) => at === hour),
          of,
        ) ?? 0,
    );
  return {
    start,
    errors: days.map(errorOf),
    usual: usual.map(errorOf),
    hired: byHour(({ hired }) => hired),
    expected: byHour(({ expected }) => expected),
    lanes,
    rings: ringsOf(lanes, threshold),
  };
}

let desk: Desk | undefined;

/** The run behind the widget. */
export const runAllGreen: Run<typeof params, GreenOutcome> = async (settings, show, env) => {
  desk ??= deskOf(await env.readData('bike-summer.bin'));
  await show(outcomeOf(desk, settings), 1);
};
