/** The bench in words: the takeaway, what changed, and the same as a table. */
import { number } from '#kit/draw';
import { batchTime } from '../../shared/queue/queue.ts';
import { overrun, untrusted } from '../../shared/queue/say.ts';
import { doneBy, type Slice } from '../../shared/queue/slice.ts';
import type { Estimate, Latencies } from '../../shared/queue/summary.ts';
import type { Cell, Rows } from '#kit/contract';
import type { BenchOutcome } from './model.ts';
import type { BenchSettings } from './params.ts';
import { placeOf, waitingAt } from './place.ts';

/** Milliseconds as the reader sees them: one decimal under 10; what takes no time takes 0 ms. */
export function ms(value: number): string {
  const digits = value < 0.005 ? 0 : value < 0.095 ? 2 : value < 9.95 ? 1 : 0;
  return `${number(value, digits)} ms`;
}

/** The takeaway and, given the run before, what changed. */
export function say(settings: BenchSettings, outcome: BenchOutcome, before?: BenchOutcome): string {
  const { latencies } = outcome;
  if (!latencies)
    return `${overrun({ ...settings, ...outcome })}: the queue has no slack and grows without end. No percentile means anything here; allow larger batches or add a replica.`;
  if (outcome.tooShort)
    return `${untrusted('run', latencies.p99, ms)} Allow larger batches, add a replica, or let it run longer.`;
  const p99 = ms(latencies.p99.value);
  const earlier = before?.latencies ? ms(before.latencies.p99.value) : p99;
  const told =
    before && !before.latencies
      ? `The queue drains again: p99 ${p99}.`
      : earlier === p99
        ? `Half of the requests are done within ${ms(latencies.p50)}, 99 of 100 within ${p99}.`
        : `p99 ${p99}, was ${earlier.replace(' ms', '')}.`;
  return `${told} ${mostly(settings, latencies)}`;
}

/** Where the time of the mean request goes. */
function mostly(settings: BenchSettings, { mean: { value }, meanWait: wait }: Latencies): string {
  if (batchTime(settings, settings.maxBatch) === 0)
    return wait === 0
      ? 'A batch takes no time, so nobody waits.'
      : `A batch takes no time; on average a request waits ${ms(wait)} for it to fill.`;
  const served = value - wait;
  if (wait < 0.005 * served) return `Nobody waits: all of it is the ${ms(served)} of work.`;
  // A batch of one is full at once, whatever it may wait.
  const fills = settings.maxWait > 0 && settings.maxBatch > 1;
  const cause = fills ? 'for the batch to fill or a replica to be free' : 'for a free replica';
  return `On average a request waits ${ms(wait)} ${cause} and is served in ${ms(served)}.`;
}

/** Measures and percentiles, with the interval of a run this long where it matters. */
export function tabulate(settings: BenchSettings, outcome: BenchOutcome): Rows {
  const { latencies, capacity } = outcome;
  const row = (name: string, unit: string, of: number | Estimate | null = null): readonly Cell[] =>
    of !== null && typeof of === 'object'
      ? [name, unit, of.value, of.low, of.high]
      : [name, unit, of, null, null];
  return {
    caption: latencies
      ? 'The run in numbers; low and high are the ends of a 95 % interval for the long-run value.'
      : 'The run in numbers. Requests come at least as fast as they can be served, so latencies have no value.',
    head: ['Measure', 'Unit', 'Value', 'Low', 'High'],
    rows: [
      row('Arrivals', 'requests/s', settings.arrivals),
      row('Throughput', 'requests/s', outcome.throughput),
      row('Capacity', 'requests/s', Number.isFinite(capacity) ? capacity : null),
      row('A full batch', 'ms', batchTime(settings, settings.maxBatch)),
      row('Utilisation', '%', 100 * outcome.utilisation),
      row('Mean wait', 'ms', latencies?.meanWait),
      row('Mean latency', 'ms', latencies?.mean),
      ...(['p50', 'p90', 'p95', 'p99'] as const).map((name) => row(name, 'ms', latencies?.[name])),
      row(`Within ${number(settings.serviceLevel)} ms`, '%', latencies && 100 * latencies.within),
      row('Cost of 1,000 requests', '$', outcome.costPerThousand),
    ],
  };
}

/** A queue that is longer is told of, rather than the one request in it. */
const LONG = 60;

/** What has become of the request that is followed, on one lane; nothing before it has come. */
export function fate({ followed: one, waiting }: Slice, now: number, who: string): string {
  if (one && waiting > LONG) return `${number(waiting)} wait already`;
  if (!one || now < one.arrival) return '';
  if (now >= one.finish) return `${who} is done after ${ms(one.finish - one.arrival)}`;
  const waited = ms(Math.min(now, one.start) - one.arrival);
  return `${who} has waited ${waited}${now < one.start ? '' : ', is served'}`;
}

/** The sentence of a moment. */
export function sayAt({ maxBatch }: BenchSettings, outcome: BenchOutcome, moment: number): string {
  const { now, stage } = placeOf(outcome, moment);
  const { own, alone, come } = outcome.story;
  if (stage) return `So it went for one request. Here are ${number(stage.count)}.`;
  const on = (lane: Slice): string => {
    const stand = `${doneBy(lane, now).length} are done, ${number(waitingAt(lane, come, now))} wait`;
    const it = fate(lane, now, 'the diamond');
    return it ? `${stand}; ${it}` : stand;
  };
  const together = alone ? ` Up to ${maxBatch} together, ${on(own)}.` : '';
  return `One at a time, ${on(alone ?? own)}.${together}`;
}
