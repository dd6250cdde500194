/** The jar in words: the takeaway, what changed, and the same as a table. */
import { number } from '#kit/draw';
import type { Cell, Rows } from '#kit/contract';
import { overrun, untrusted } from '../../shared/queue/say.ts';
import type { Orders } from './customers.ts';
import { callsToPass, type Jar, type JarOutcome } from './model.ts';
import type { JarSettings } from './params.ts';

/** Milliseconds as the reader sees them: one decimal under 10. */
export function ms(value: number): string {
  return `${number(value, value < 9.95 && !Number.isInteger(value) ? 1 : 0)} ms`;
}

/** What may have moved since the run before: the first that has is told. */
const CALLED = { fanOutMedian: 'Median page', p90: 'p90', p99: 'p99', p50: 'p50', mean: 'Mean' };

/** The takeaway and, given the run before, what changed; a mean that both would say is said once. */
export function say(settings: JarSettings, outcome: JarOutcome, before?: JarOutcome): string {
  const { jar } = outcome;
  if (!jar) return `${overrun(outcome.queue)}: the queue grows without end and has no percentiles.`;
  const told = takeaway(settings, jar);
  const then = before?.jar;
  const names = Object.keys(CALLED).slice(settings.fanOut > 1 ? 0 : 1) as (keyof typeof CALLED)[];
  const moved = then && names.find((name) => ms(jar[name]) !== ms(then[name]));
  if (!moved) return told;
  const [now, was] = [ms(jar[moved]), ms(then[moved]).replace(' ms', '')];
  const mean = `The mean is ${now}`;
  return moved === 'mean' && told.startsWith(mean)
    ? told.replace(mean, `${mean} (was ${was})`)
    : `${CALLED[moved]} ${now}, was ${was}. ${told}`;
}

function takeaway(settings: JarSettings, jar: Jar): string {
  if (jar.rough) return untrusted('log', { ...jar.rough, value: jar.p99 }, ms);
  if (settings.fanOut > 1) return ofPages(settings, jar);
  return jar.orders ? ofCustomers(jar, jar.orders) : ofMean(jar);
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

function ofPages({ fanOut }: JarSettings, jar: Jar): string {
  const page = jar.fanOutMedian;
  const passed = (['p99', 'p95', 'p90'] as const).find((name) => page > jar[name]);
  const past = passed ? `, longer than the ${passed} of a single call` : '';
  return `While half of the single calls are done within ${ms(jar.p50)}, half of the pages of ${fanOut} calls take ${ms(page)} or more${past}.`;
}

/** Mean, percentiles and pages as rows; what is not known of every jar has a row only where it is. */
export function tabulate({ correlation, fanOut }: JarSettings, { jar }: JarOutcome): Rows {
  const passes = 'Calls at which the median page passes the';
  const rows: [string, Cell | undefined][] = [
    ['Requests', jar?.count ?? null],
    ['Mean', jar?.mean ?? null],
    ['Slower than the mean', jar?.slowerThanMean ?? null],
    ...(['p50', 'p90', 'p95', 'p99'] as const).map((name): [string, Cell] => [
      name,
      jar?.[name] ?? null,
    ]),
    ['p99 of a longer log, at least', jar?.rough?.low],
    ['p99 of a longer log, at most', jar?.rough?.high],
    [`Median page of ${fanOut} ${fanOut === 1 ? 'call' : 'calls'}`, jar?.fanOutMedian ?? null],
    ['Orders of customers slower than p90, %', jar?.orders ? 100 * jar.orders.share : undefined],
    [`${passes} p95 of one call`, callsToPass(0.95, correlation) ?? 'never'],
    [`${passes} p99 of one call`, callsToPass(0.99, correlation) ?? 'never'],
  ];
  return {
    caption: jar
      ? 'The jar in numbers; times in ms.'
      : 'The jar is empty: requests come at least as fast as they can be served, so latencies have no value.',
    head: ['Measure', 'Value'],
    rows: rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  };
}
