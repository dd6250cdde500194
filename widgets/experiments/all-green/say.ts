/** The run in words: the takeaway, what changed, and the same as a table. */
import type { Cell, Rows } from '#kit/contract';
import { nearly, number, perCent } from '#kit/draw';
import { CALLED, WRONG } from './names.ts';
import type { GreenOutcome } from './outcome.ts';
import { checksIn, isRight, type GreenSettings } from './params.ts';

const times = (value: number, one: string, digits = 0): string =>
  `${number(value, digits)} ${value === 1 ? one : `${one}s`}`;
const alarms = (a: number): string => times(a, 'false alarm', a < 10 ? 1 : 0);

/** The takeaway and, given the run before, what changed. */
export function say(settings: GreenSettings, outcome: GreenOutcome, before?: GreenOutcome): string {
  const { errorBefore, errorAfter, dailyBefore, dailyAfter, harms } = outcome;
  const { checks } = settings;
  const isCalm = isRight(settings);
  const [now, usual] = [number(errorAfter), number(errorBefore)];
  const then =
    before && ![now, usual].includes(number(before.errorAfter))
      ? ` (${number(before.errorAfter)} in the run before)`
      : '';
  const cost = isCalm
    ? `Nothing is wrong: the model is off by ${now} bikes an hour${then}, and by ${perCent(dailyAfter)} of a day’s total.`
    : harms.length > 1
      ? `Over the seven faults, the model is off by ${now} bikes an hour${then}; without any, by ${usual}.`
      : `Since the fault began, the model is off by ${now} bikes an hour instead of ${usual}${then}, and by ${perCent(dailyAfter)} of a day’s total instead of ${perCent(dailyBefore)}.`;
  return checks === '' ? `${cost} All lamps are green.` : `${cost} ${watched(outcome, isCalm)}`;
}

function watched({ harms, delay, falseAlarms }: GreenOutcome, isCalm: boolean): string {
  const calm = `with ${alarms(falseAlarms)} a year`;
  if (isCalm) return `The checks ring falsely ${times(falseAlarms, 'time', 1)} a year.`;
  if (harms.length > 1) {
    const worst = Math.min(...harms.map(({ caught }) => caught));
    return `The fault that is noticed least is noticed in ${nearly(worst)} of the futures, ${calm}.`;
  }
  const caught = harms[0]?.caught ?? 0;
  const day = delay === null ? '' : `, in half of those by day ${number(delay + 1)} of the fault`;
  return `The checks notice it in ${nearly(caught)} of the futures${day}, ${calm}.`;
}

/** What each fault costs, and how often it is noticed. */
export function tabulate(settings: GreenSettings, outcome: GreenOutcome): Rows {
  const { errorBefore, harms, dailyBefore, dailyAfter, falseAlarms } = outcome;
  const checks = checksIn(settings.checks).map((check) => CALLED[check]);
  const rows = harms.map(({ fault, error, caught, delay }): Cell[] => [
    WRONG[fault],
    number(errorBefore, 1),
    number(error, 1),
    checks.length === 0 ? null : nearly(caught),
    delay === null ? null : delay + 1,
  ]);
  const placed =
    checks.length === 0
      ? 'no check is placed'
      : `checks: ${checks.join('; ')}, with ${alarms(falseAlarms)} a year`;
  return {
    caption: `In ${times(settings.futures, 'future')}; ${placed}. A day’s total is off by ${perCent(dailyBefore)} before the fault and ${perCent(dailyAfter)} since.`,
    head: [
      'Fault',
      'Bikes an hour off before',
      'and since',
      'Noticed within two weeks',
      'on day (half within)',
    ],
    rows:
      rows.length > 0
        ? rows
        : [['none', number(errorBefore, 1), number(outcome.errorAfter, 1), null, null]],
  };
}
