/** The run in words: the takeaway, what changed, a day of it, and the same as a table. */
import type { Rows } from '#kit/contract';
import { nearly, number, perCent } from '#kit/draw';
import { CALLED, WRONG } from './names.ts';
import type { GreenOutcome } from './model.ts';
import { checksIn, isRight, type GreenSettings } from './params.ts';

const times = (value: number, one: string, digits = 0): string =>
  `${number(value, digits)} ${value === 1 ? one : `${one}s`}`;
const alarms = (a: number): string => `with ${times(a, 'false alarm', a < 10 ? 1 : 0)} a year`;

/** The takeaway and, given the run before, what changed. */
export function say(settings: GreenSettings, outcome: GreenOutcome, before?: GreenOutcome): string {
  const { errorBefore, errorAfter, dailyErrorBefore, dailyErrorAfter, harms } = outcome;
  const isCalm = isRight(settings);
  const [now, usual] = [number(errorAfter), number(errorBefore)];
  const was = before ? number(before.errorAfter) : now;
  const then = was === now || was === usual ? '' : ` (${was} in the run before)`;
  const cost = isCalm
    ? `Nothing is wrong: the model is off by ${now} bikes an hour${then}, and by ${perCent(dailyErrorAfter)} of a day’s total.`
    : harms.length > 1
      ? `Over the seven faults, the model is off by ${now} bikes an hour${then}; without any, by ${usual}.`
      : `Since the fault began, the model is off by ${now} bikes an hour instead of ${usual}${then}, and by ${perCent(dailyErrorAfter)} of a day’s total instead of ${perCent(dailyErrorBefore)}.`;
  return `${cost} ${settings.checks === '' ? 'All lamps are green.' : watched(outcome, isCalm)}`;
}

function watched(outcome: GreenOutcome, isCalm: boolean): string {
  const { harms, worstCaught, delayDays: delay, falseAlarmsPerYear: falsely } = outcome;
  if (isCalm) return `The checks ring falsely ${times(falsely, 'time', 1)} a year.`;
  const least = `${nearly(worstCaught ?? 0)} of the futures`;
  if (harms.length > 1)
    return `The fault that is noticed least is noticed in ${least}, ${alarms(falsely)}.`;
  const day = delay === null ? '' : `, in half of those by day ${number(delay + 1)} of the fault`;
  return `The checks notice it in ${least}${day}, ${alarms(falsely)}.`;
}

/** A day of the eight weeks. */
export function sayAt(_: GreenSettings, { shown }: GreenOutcome, moment: number): string {
  if (moment === 0) return 'The eight weeks begin. All lamps are green.';
  const { errors, rings, start, lanes } = shown;
  const now = moment === start + 1 ? ' The fault begins.' : '';
  const lamps = lanes.length === 0 ? ' All lamps are green.' : '';
  const seen = rings.includes(moment - 1) ? ' An alarm rings.' : lamps;
  return `Day ${moment}: the model is off by ${number(errors[moment - 1] ?? 0)} bikes an hour.${now}${seen}`;
}

/** What each fault costs, and how often it is noticed. */
export function tabulate(settings: GreenSettings, outcome: GreenOutcome): Rows {
  const { errorBefore, errorAfter, dailyErrorBefore, dailyErrorAfter, harms } = outcome;
  const checks = checksIn(settings.checks).map((check) => CALLED[check]);
  const off = (error: number) => [number(errorBefore, 1), number(error, 1)];
  const rows = harms.map(({ fault, error, caught, delay }) => {
    const noticed = checks.length > 0 ? nearly(caught) : null;
    return [WRONG[fault], ...off(error), noticed, delay === null ? null : delay + 1];
  });
  const rung = alarms(outcome.falseAlarmsPerYear);
  const placed = checks.length > 0 ? `checks: ${checks.join('; ')}, ${rung}` : 'no check is placed';
  const noticed = ['Noticed within two weeks', 'on day (half within)'];
  return {
    caption: `In ${times(settings.futures, 'future')}; ${placed}. A day’s total is off by ${perCent(dailyErrorBefore)} before the fault and ${perCent(dailyErrorAfter)} since.`,
    head: ['Fault', 'Bikes an hour off before', 'and since', ...noticed],
    rows: harms.length > 0 ? rows : [['none', ...off(errorAfter), null, null]],
  };
}
