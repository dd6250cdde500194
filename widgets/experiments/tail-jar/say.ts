/** The jar in words: the takeaway, what changed, and the same as a table. */
import { number } from '../../kit/draw/format.ts';
import type { Cell, Rows } from '../../kit/contract/widget.ts';
import type { Orders } from './customers.ts';
import { callsToPass, type Jar, type JarOutcome, type Rates } from './model.ts';
import type { JarSettings } from './params.ts';

/** Milliseconds as the reader sees them: one decimal under 10. */
export function ms(value: number): string {
  return `${number(value, value < 9.95 && !Number.isInteger(value) ? 1 : 0)} ms`;
}

const bare = (value: number): string => ms(value).replace(' ms', '');

/** The takeaway and, given the run before, what changed. */
export function say(settings: JarSettings, outcome: JarOutcome, before?: JarOutcome): string {
  const { jar, queue } = outcome;
  if (!jar) return ofEndless(queue);
  return `${changed(settings, jar, before?.jar)}${takeaway(settings, jar)}`;
}

function takeaway(settings: JarSettings, jar: Jar): string {
  if (jar.rough) return ofRough(jar, jar.rough);
  if (settings.fanOut > 1) return ofPages(settings, jar);
  return jar.orders ? ofCustomers(jar, jar.orders) : ofMean(jar);
}

/** A rate a second: one decimal under 10, where it has any. */
export function rate(value: number): string {
  return number(value, value < 10 && value % 1 ? 1 : 0);
}

function ofEndless({ arrivals, capacity }: Rates): string {
  const come = arrivals === 1 ? 'request a second comes' : 'requests a second come';
  return `${rate(arrivals)} ${come} and at most ${rate(capacity)} can be served: the queue grows without end and has no percentiles.`;
}

function ofRough({ p99 }: Jar, { low, high }: { low: number; high: number }): string {
  return `p99 is ${ms(p99)} here, but so close to its limit this log is too short to trust: judged by its own parts, p99 may be anything from ${bare(low)} to ${ms(high)}.`;
}

function ofMean({ count, mean, slowerThanMean }: Jar): string {
  if (count === 1) return `A single request of ${ms(mean)} is its own mean.`;
  const few = slowerThanMean < 0.4 * count ? 'yet only' : 'and';
  const told = slowerThanMean === 0 ? 'and none' : `${few} ${number(slowerThanMean)}`;
  return `The mean is ${ms(mean)}, ${told} of ${number(count)} requests ${slowerThanMean === 1 ? 'is' : 'are'} slower than it.`;
}

function ofCustomers({ count, p90 }: Jar, { requests, share }: Orders): string {
  if (requests === 0) return `No request takes longer than the p90 of ${ms(p90)}.`;
  const [take, whose] =
    requests === 1 ? ['takes', 'its customer has'] : ['take', 'their customers have'];
  return `${number(requests)} of ${number(count)} requests ${take} longer than the p90 of ${ms(p90)}; by the assumption made here, ${whose} placed ${number(100 * share)} % of all orders.`;
}

function ofPages(settings: JarSettings, jar: Jar): string {
  const page = jar.fanOutMedian;
  const single = `half of the single calls are done within ${ms(jar.p50)}`;
  const ranks = (['p99', 'p95', 'p90'] as const).find((name) => page > jar[name]);
  const past = ranks ? `, longer than the ${ranks} of a single call` : '';
  return `While ${single}, half of the pages of ${settings.fanOut} calls take ${ms(page)} or more${past}.`;
}

const CALLED = {
  fanOutMedian: 'Median page',
  p90: 'p90',
  p99: 'p99',
  p50: 'p50',
  mean: 'Mean',
} as const;

/** What moved since the run before, as a sentence with its space. */
function changed({ fanOut }: JarSettings, jar: Jar, before: Jar | null | undefined): string {
  if (!before) return '';
  const names = (Object.keys(CALLED) as (keyof typeof CALLED)[]).slice(fanOut > 1 ? 0 : 1);
  const moved = names.find((name) => ms(jar[name]) !== ms(before[name]));
  if (!moved) return '';
  return `${CALLED[moved]} ${ms(jar[moved])}, was ${bare(before[moved])}. `;
}

/** Mean, percentiles and pages as rows. */
export function tabulate({ correlation, fanOut }: JarSettings, { jar }: JarOutcome): Rows {
  const passes = (name: string, fraction: number): Cell[] => [
    `Calls at which the median page passes the ${name} of one call`,
    callsToPass(fraction, correlation) ?? 'never',
  ];
  const rough = jar?.rough && [
    ['p99 of a longer log, at least', jar.rough.low],
    ['p99 of a longer log, at most', jar.rough.high],
  ];
  const orders = jar?.orders && [
    ['Orders of customers slower than p90, %', 100 * jar.orders.share],
  ];
  return {
    caption: jar
      ? 'The jar in numbers; times in ms.'
      : 'The jar is empty: requests come at least as fast as they can be served, so latencies have no value.',
    head: ['Measure', 'Value'],
    rows: [
      ['Requests', jar?.count ?? null],
      ['Mean', jar?.mean ?? null],
      ['Slower than the mean', jar?.slowerThanMean ?? null],
      ['p50', jar?.p50 ?? null],
      ['p90', jar?.p90 ?? null],
      ['p95', jar?.p95 ?? null],
      ['p99', jar?.p99 ?? null],
      ...(rough ?? []),
      [`Median page of ${fanOut} ${fanOut === 1 ? 'call' : 'calls'}`, jar?.fanOutMedian ?? null],
      ...(orders ?? []),
      passes('p95', 0.95),
      passes('p99', 0.99),
    ],
  };
}
