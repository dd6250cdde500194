/** The run in words: the takeaway, what changed, a day of it, and the same as a table. */
import type { Rows } from '#kit/contract';
import { nearly, number, perCent } from '#kit/draw';
import { CALLED, WRONG } from './names.ts';
import type { GreenOutcome } from './outcome.ts';
import { checksIn, isRight, type GreenSettings } from './params.ts';

const times = (value: number, one: string, digits = 0): string =>
  `${number(value, digits)} ${value === 1 ? one : `${one}s`}`;
const alarms = (a: number): string => times(a, 'false alarm', a < 10 ? 1 : 0);

/** The takeaway and, given the run before, what changed. */
export function say(settings: GreenSettings, outcome: GreenOutcome, before?: GreenOutcome): string {
  const { errorBefore, errorAfter, dailyErrorBefore, dailyErrorAfter, harms } = outcome;
  const { checks } = settings;
  const isCalm = isRight(settings);
  const [now, usual] = [number(errorAfter), number(errorBefore)];
  const then =
    before && ![now, usual].includes(number(before.errorAfter))
      ? ` (${number(before.errorAfter)} in the run before)`
      : '';
  const cost = isCalm
    ? `Nothing is wrong: the model is off by ${now} bikes an hour${then}, and by ${perCent(dailyErrorAfter)} of a day’s total.`
    : harms.length > 1
      ? `Over the seven faults, the model is off by ${now} bikes an hour${then}; without any, by ${usual}.`
      : `Since the fault began, the model is off by ${now} bikes an hour instead of ${usual}${then}, and by ${perCent(dailyErrorAfter)} of a day’s total instead of ${perCent(dailyErrorBefore)}.`;
  return checks === '' ? `${cost} All lamps are green.` : `${cost} ${watched(outcome, isCalm)}`;
}

function watched(outcome: GreenOutcome, isCalm: boolean): string {
  const { harms, worstCaught, delayDays: delay, falseAlarmsPerYear: falsely } = outcome;
  if (isCalm) return `The checks ring falsely ${times(falsely, 'time', 1)} a year.`;
  const least = `${nearly(worstCaught ?? 0)} of the futures`;
  const calm = `with ${alarms(falsely)} a year`;
  if (harms.length > 1) return `The fault that is noticed least is noticed in ${least}, ${calm}.`;
  const day = delay === null ? '' : `, in half of those by day ${number(delay + 1)} of the fault`;
  return `The checks notice it in ${least}${day}, ${calm}.`;
}

/** A day of the eight weeks. */
export function sayAt(_: GreenSettings, { shown }: GreenOutcome, moment: number): string {
  if (moment === 0) return 'The eight weeks begin. All lamps are green.';
  const { errors, rings, start, lanes } = shown;
  const off = `Day ${moment}: the model is off by ${number(errors[moment - 1] ?? 0)} bikes an hour.`;
  const now = moment === start + 1 ? ' The fault begins.' : '';
  const green = lanes.length === 0 ? ' All lamps are green.' : '';
  return `${off}${now}${rings.includes(moment - 1) ? ' An alarm rings.' : green}`;
}

/** What each fault costs, and how often it is noticed. */
export function tabulate(settings: GreenSettings, outcome: GreenOutcome): Rows {
  const { errorBefore, harms, dailyErrorBefore, dailyErrorAfter, falseAlarmsPerYear } = outcome;
  const checks = checksIn(settings.checks).map((check) => CALLED[check]);
  const alone = { fault: undefined, error: outcome.errorAfter, caught: 0, delay: null };
  const rows = (harms.length > 0 ? harms : [alone]).map(({ fault, error, caught, delay }) => [
    fault ? WRONG[fault] : 'none',
    number(errorBefore, 1),
    number(error, 1),
    fault && checks.length > 0 ? nearly(caught) : null,
    delay === null ? null : delay + 1,
  ]);
  const placed =
    checks.length === 0
      ? 'no check is placed'
      : `checks: ${checks.join('; ')}, with ${alarms(falseAlarmsPerYear)} a year`;
  const noticed = ['Noticed within two weeks', 'on day (half within)'];
  return {
    caption: `In ${times(settings.futures, 'future')}; ${placed}. A day’s total is off by ${perCent(dailyErrorBefore)} before the fault and ${perCent(dailyErrorAfter)} since.`,
    head: ['Fault', 'Bikes an hour off before', 'and since', ...noticed],
    rows,
  };
}
