/** Many futures of a service, with a fault from some day on: what it costs, and when the placed checks notice it. */
import { mean, min, range, sort, sum } from 'd3-array';
import type { Known, Run } from '#kit/contract';
import { atFraction } from '#kit/numbers';
import { RULES, testedOn, type Day } from './checks.ts';
import { faulty, futureOf, GIVEN, placedIn, weeksOf, type Future, type Week } from './future.ts';
import { DAY, DAYS } from './hours.ts';
import { FAULTS, type Fault } from './names.ts';
import { checksIn, type GreenSettings, type params } from './params.ts';
import type { QUANTITIES } from './quantities.ts';
import { added, watched } from './watch.ts';

/** The outcome of a run. */
export interface GreenOutcome extends Known<typeof QUANTITIES> {
  readonly tested: ReturnType<typeof testedOn>;
  /** One fault, or all seven; none where nothing goes wrong. */
  readonly harms: readonly ({ readonly fault: Fault } & ReturnType<typeof summed>)[];
  readonly shown: Shown;
}
type Shown = ReturnType<typeof shownOf> & ReturnType<typeof watched>;

/** Checks look at seven days: on so many days of a future they can ring. */
const WATCHED = DAYS - 6;

/** How far a day is off: bikes an hour, and its total as a share of the bikes hired. */
function offOn(day: Day) {
  const error = mean(day, ({ expected, hired }) => Math.abs(expected - hired)) ?? 0;
  const hired = sum(day, (hour) => hour.hired);
  const total = Math.abs(sum(day, ({ expected }) => expected) - hired) / hired;
  return { error, total };
}

/** A future with a fault, or with none: how far off its days are from then on, and after how many days that is noticed. */
interface Turn {
  readonly fault: Fault | undefined;
  readonly since: readonly ReturnType<typeof offOn>[];
  readonly delays: readonly number[];
}

/** Turns together: bikes an hour, the share in which the fault is noticed, and days until then, half within. */
function summed(turns: readonly Turn[]) {
  const since = turns.flatMap((one) => one.since);
  const delays = turns.flatMap((one) => one.delays);
  return {
    error: mean(since, (day) => day.error) ?? 0,
    caught: delays.length / turns.length,
    delay: delays.length > 0 ? atFraction(sort(delays), 0.5, 'nearest') : null,
  };
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
    const placed = placedIn(future, checks);
    const each = (faults.length > 0 ? faults : [undefined]).map((kind): Turn => {
      const days = kind ? faulty(future, kind, hours) : usual;
      const alarm = watched(placed, days, threshold);
      shown ??= { ...shownOf(future, days), ...alarm };
      const hit = kind && alarm.rings.find((day) => day >= start && day < start + GIVEN);
      const delays = hit === undefined ? [] : [hit - start];
      return { fault: kind, since: days.slice(start).map(offOn), delays };
    });
    const learned = added(future.learned.flatMap(({ days }) => days.map(RULES['ks.temp'].sums)));
    return {
      before: usual.slice(0, start).map(offOn),
      each,
      alarms: watched(placed, usual, threshold).rings.length,
      tests: usual.map((day) => testedOn(day, learned)),
    };
  });
  const before = runs.flatMap((run) => run.before);
  const each = runs.flatMap((run) => run.each);
  const after = each.flatMap(({ since }) => since);
  const tests = runs.flatMap((run) => run.tests);
  const harms = faults.map((kind) => ({
    fault: kind,
    ...summed(each.filter((turn) => turn.fault === kind)),
  }));
  const all = summed(each);
  return {
    errorBefore: mean(before, ({ error }) => error) ?? 0,
    errorAfter: all.error,
    dailyErrorBefore: mean(before, ({ total }) => total) ?? 0,
    dailyErrorAfter: mean(after, ({ total }) => total) ?? 0,
    caught: mean(harms, ({ caught }) => caught) ?? null,
    worstCaught: min(harms, ({ caught }) => caught) ?? null,
    delayDays: all.delay,
    falseAlarmsPerYear: (365 * sum(runs, ({ alarms }) => alarms)) / (WATCHED * futures),
    textbookRings: mean(tests, ({ apart, allowed }) => (apart > allowed ? 1 : 0)) ?? 0,
    tested: tests[0] as GreenOutcome['tested'],
    harms,
    shown: shown as Shown,
  };
}

/** What is drawn of a future: errors by days, with the fault and without; means of 24 hours over working days since it began. */
function shownOf({ start, usual }: Future, days: readonly Day[]) {
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
