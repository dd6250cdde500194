/** A jar of latencies: its mean, its percentiles, and what a page that needs several answers waits for. */
import { traceFor } from '../../shared/queue/arrivals.ts';
import { atFraction, bisect, hundredOf, seeded } from '#kit/numbers';
import { capacityOf, isStable, simulate } from '../../shared/queue/queue.ts';
import { latenciesOf, tooShort, type Estimate } from '../../shared/queue/summary.ts';
import type { Run } from '#kit/contract';
import { ordersAbove, ordersOf, type Orders } from './customers.ts';
import { listOf, queueOf, type JarSettings, type params } from './params.ts';

const PAGES = 100;
const MOST_SHOWN = 200;

/** What is known of a jar. Times in ms. */
export interface Jar extends Readonly<
  Record<'count' | 'mean' | 'slowerThanMean' | 'p50' | 'p90' | 'p95' | 'p99', number>
> {
  /** All latencies, ascending; of a long log, one hundred that stand for a hundredth each. */
  readonly shown: readonly number[];
  /** Half of the pages are done within this. */
  readonly fanOutMedian: number;
  /** One hundred pages as they came, ascending; empty when a page needs one answer. */
  readonly pages: readonly number[];
  /** Orders of the customers behind the latencies shown, and above p90; `null` while customers are all alike. */
  readonly orders: (Orders & { readonly shown: readonly number[] }) | null;
  /** Where p99 may lie, when the log is too short to know; else `null`. */
  readonly rough: Pick<Estimate, 'low' | 'high'> | null;
}

/** How many requests come to a queue in a second, and how many it can serve. */
export type Rates = Readonly<Record<'arrivals' | 'capacity', number>>;

/** A jar, or the queue that has no end and so fills none. */
export type JarOutcome =
  { readonly jar: Jar; readonly queue: null } | { readonly jar: null; readonly queue: Rates };

/** Opens the jar of these settings; a log of real arrivals needs their trace. */
export function outcomeOf(settings: JarSettings, trace?: Float32Array): JarOutcome {
  const queue = queueOf(settings);
  if (!queue) {
    const list = Float64Array.from(listOf(settings) ?? []).sort();
    return { jar: jarOf(list, settings), queue: null };
  }
  if (!isStable(queue)) {
    return { jar: null, queue: { arrivals: queue.arrivals, capacity: capacityOf(queue) } };
  }
  const log = simulate(queue, trace);
  const rough = tooShort(queue) ? latenciesOf(log, queue.serviceLevel).p99 : null;
  return { jar: jarOf(log.latency.sort(), settings, rough), queue: null };
}

function jarOf(sorted: Float64Array, settings: JarSettings, rough: Jar['rough'] = null): Jar {
  const n = sorted.length;
  const at = (fraction: number): number => atFraction(sorted, fraction, settings.definition);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const shown = n <= MOST_SHOWN ? [...sorted] : hundredOf(sorted);
  const orders = settings.customers === 'byValue' && {
    ...ordersAbove(sorted, at(0.9)),
    shown: shown.map((_, rank) => ordersOf(rank, shown.length)),
  };
  return {
    count: n,
    shown,
    mean,
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
    // Equal ones are as slow as their mean, which rounding may put a hair below them.
    slowerThanMean: sorted.filter((value) => value > mean * (1 + 1e-12)).length,
    fanOutMedian: at(fractionOfMedianPage(settings.fanOut, settings.correlation)),
    pages: settings.fanOut > 1 ? pagesOf(sorted, settings) : [],
    orders: orders || null,
    rough: rough && { low: rough.low, high: rough.high },
  };
}

/**
 * The fraction of single calls that are as fast as the median page of `calls` calls. Calls are alike by a common shock: in a
 * share `correlation` of the pages all calls meet the same fate, in the others each its own (which makes `correlation` the
 * correlation of any two calls). So a page is within the fraction u of single calls with chance c u + (1 - c) u^n; this
 * solves for one half.
 */
export function fractionOfMedianPage(calls: number, correlation: number): number {
  if (calls === 1 || correlation === 1) return 0.5;
  if (correlation === 0) return 0.5 ** (1 / calls);
  const isBelow = (u: number): boolean => correlation * u + (1 - correlation) * u ** calls < 0.5;
  return bisect(isBelow, 0.5, 1);
}

/** The fewest calls with which the median page is slower than a fraction of single calls (0.99 for p99); `null`: never. */
export function callsToPass(fraction: number, correlation: number): number | null {
  const left = 0.5 - correlation * fraction;
  if (left <= 0 || correlation === 1) return null;
  const calls = Math.log(left / (1 - correlation)) / Math.log(fraction);
  return Math.max(1, Math.floor(calls) + 1);
}

/** Pages drawn one by one from the jar, as the model says: the slowest of its calls, or one fate for all. */
function pagesOf(sorted: Float64Array, settings: JarSettings): number[] {
  const random = seeded(settings.seed, 'pages');
  const pages = Array.from({ length: PAGES }, () => {
    const calls = random.uniform() < settings.correlation ? 1 : settings.fanOut;
    const call = (): number => sorted[random.whole(sorted.length)] as number;
    return Math.max(...Array.from({ length: calls }, call));
  });
  return pages.sort((a, b) => a - b);
}

/** The run behind the widget. */
export const runTailJar: Run<typeof params, JarOutcome> = async (settings, show, env) => {
  const queue = queueOf(settings);
  const trace = queue ? await traceFor(queue.arrivalProcess, env) : undefined;
  await show(outcomeOf(settings, trace), 1);
};
