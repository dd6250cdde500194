/** The machine in words: the takeaway, what changed, a moment, and the same as a table. */
import { number, perCent, plain } from '#kit/draw';
import type { Cell, Rows } from '#kit/contract';
import type { Times, TokenOutcome } from './model.ts';
import { timeAt, type TokenSettings } from './params.ts';

/** A time in ms, in seconds. */
export function seconds(time: number, digits = 2): string {
  return `${number(time / 1000, digits)} s`;
}

/** A time in ms, whole if there are any. */
export function ms(time: number): string {
  return `${number(time, time < 1 ? 2 : 0)} ms`;
}

/** Who stands where at a moment, in ms since the moments began. */
export function standing({ slots }: TokenSettings, outcome: TokenOutcome, now: number): string {
  const { jobs, waiting, come } = outcome;
  const here = jobs.filter(({ start, until }) => start <= now && until > now);
  const kept = here.filter(({ end }) => end <= now).length;
  const begun = jobs.filter(({ start }) => start >= 0 && start <= now).length;
  const wait = waiting + come.filter((time) => time <= now).length - begun;
  const holds = kept > 0 ? `, ${kept} kept` : '';
  return `${number(here.length - kept)} of ${slots} at work${holds}; ${number(wait)} wait`;
}

/** The takeaway and, given the run before, what changed. */
export function say(
  { policy, rate }: TokenSettings,
  outcome: TokenOutcome,
  before?: TokenOutcome,
): string {
  const { first, perToken, wasted, capacity } = outcome;
  if (!first)
    return `Requests come at ${plain(rate)} a second, and ${number(capacity, 2)} a second can be served: the queue grows without end, and no time to the first token means anything.`;
  const now = seconds(first.p50);
  const then = before?.first ? seconds(before.first.p50) : now;
  const was = then === now ? '' : ` (before: ${then})`;
  const told = `Half of the readers have their first token within ${now}${was}, 99 of 100 within ${seconds(first.p99)}.`;
  if (policy === 'static')
    return `${told} Of the work on tokens after the first, ${perCent(wasted, 0)} was for answers already complete.`;
  return perToken
    ? `${told} Then a token comes every ${ms(perToken.p50)}, or every ${ms(perToken.p99)} in the slowest answer of 100.`
    : told;
}

/** A moment of the half minute. */
export function sayAt(settings: TokenSettings, outcome: TokenOutcome, moment: number): string {
  const now = timeAt(moment);
  return `After ${seconds(now, 1)}: ${standing(settings, outcome, now)}.`;
}

/** Times and flows. */
export function tabulate(_: TokenSettings, outcome: TokenOutcome): Rows {
  const { first, perToken, whole, tokens, capacity, wasted } = outcome;
  const row = (name: string, unit: string, times: Times | null, scale = 1): readonly Cell[] => [
    ...[name, unit],
    ...(times ? [times.p50 * scale, times.p99 * scale] : [null, null]),
  ];
  return {
    caption: first
      ? 'The run in numbers, the first tenth of the requests left out'
      : 'The run in numbers. More requests come than can be served, so the times of requests have no value.',
    head: ['What', 'Unit', 'Value, or half within', '99 of 100 within'],
    rows: [
      row('Time to the first token', 's', first, 0.001),
      row('Time for each further token', 'ms', perToken),
      row('Time to the last token', 's', whole, 0.001),
      ['Tokens written', 'a second', tokens, null],
      ['Most that can be served', 'requests/s', capacity, null],
      ['Work on answers already complete', '%', 100 * wasted, null],
    ],
  };
}
