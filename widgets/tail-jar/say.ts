/** The jar in words: the takeaway, what changed, and the same as a table. */
import { number } from '../kit/format.ts';
import type { Rows } from '../kit/widget.ts';
import { callsToPass, type JarOutcome } from './model.ts';
import type { JarSettings } from './params.ts';

/** Milliseconds as the reader sees them: one decimal under 10. */
export function ms(value: number): string {
  return `${number(value, value < 9.95 && !Number.isInteger(value) ? 1 : 0)} ms`;
}

const bare = (value: number): string => ms(value).replace(' ms', '');

/** The takeaway and, given the run before, what changed. */
export function say(settings: JarSettings, outcome: JarOutcome, before?: JarOutcome): string {
  const takeaway = settings.fanOut > 1 ? ofPages(settings, outcome) : ofMean(outcome);
  const change = before ? changed(settings, outcome, before) : '';
  return change ? `${change} ${takeaway}` : takeaway;
}

function ofMean({ count, mean, slowerThanMean }: JarOutcome): string {
  const few = slowerThanMean < 0.4 * count ? 'yet only' : 'and';
  const told = slowerThanMean === 0 ? 'and none' : `${few} ${number(slowerThanMean)}`;
  return `The mean is ${ms(mean)}, ${told} of ${number(count)} ${count === 1 ? 'request' : 'requests'} ${slowerThanMean === 1 ? 'is' : 'are'} slower than it.`;
}

function ofPages(settings: JarSettings, outcome: JarOutcome): string {
  const page = outcome.fanOutMedian;
  const single = `half of the single calls are done within ${ms(outcome.p50)}`;
  const ranks = (['p99', 'p95', 'p90'] as const).find((name) => page > outcome[name]);
  const past = ranks ? `, longer than the ${ranks} of a single call` : '';
  return `While ${single}, half of the pages of ${settings.fanOut} calls take ${ms(page)} or more${past}.`;
}

function changed(settings: JarSettings, outcome: JarOutcome, before: JarOutcome): string {
  if (settings.fanOut > 1 && ms(outcome.fanOutMedian) !== ms(before.fanOutMedian)) {
    return `Median page ${ms(outcome.fanOutMedian)}, was ${bare(before.fanOutMedian)}.`;
  }
  const moved = (['p90', 'p99', 'p50', 'mean'] as const).find(
    (name) => ms(outcome[name]) !== ms(before[name]),
  );
  return moved
    ? `${moved === 'mean' ? 'Mean' : moved} ${ms(outcome[moved])}, was ${bare(before[moved])}.`
    : '';
}

/** Mean, percentiles and pages as rows. */
export function tabulate(settings: JarSettings, outcome: JarOutcome): Rows {
  const { correlation, fanOut } = settings;
  const passes = (name: string, fraction: number): [string, number | string] => [
    `Calls at which the median page passes the ${name} of one call`,
    callsToPass(fraction, correlation) ?? 'never',
  ];
  return {
    caption: 'The jar in numbers; times in ms.',
    head: ['Measure', 'Value'],
    rows: [
      ['Requests', outcome.count],
      ['Mean', outcome.mean],
      ['Slower than the mean', outcome.slowerThanMean],
      ['p50', outcome.p50],
      ['p90', outcome.p90],
      ['p95', outcome.p95],
      ['p99', outcome.p99],
      [`Median page of ${fanOut} ${fanOut === 1 ? 'call' : 'calls'}`, outcome.fanOutMedian],
      passes('p95', 0.95),
      passes('p99', 0.99),
    ],
  };
}
