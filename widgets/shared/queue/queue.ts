/** A queue of requests before replicas that serve them in batches: a discrete-event simulation, event by event. */
import { arrivalTimes, type ArrivalProcess } from './arrivals.ts';
import type { QueueSettings } from './params.ts';
import { seeded } from '../../kit/numbers/random.ts';

/** The share of requests at the start that is simulated but not measured. */
const WARM_UP = 0.1;

/** Everything that happened: which requests came when, and which batch took them. Times in ms. */
export interface QueueLog {
  /** When each request came, ascending; a few more than are measured, so that the last batches fill as all others do. */
  readonly arrival: Float64Array;
  /** Requests before this one warm the queue up. */
  readonly warm: number;
  /** Latency (arrival to end of its batch) of each measured request, in order of arrival. */
  readonly latency: Float64Array;
  /** Mean wait (arrival to start of its batch) of the measured requests. */
  readonly meanWait: number;
  readonly batches: Batches;
  readonly replicas: number;
}

/** One entry a batch, in order of start. */
export interface Batches {
  readonly count: number;
  /** The first request of each batch; entry `count` closes the last one. */
  readonly first: Int32Array;
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly replica: Uint8Array;
}

/** Time that a batch of `size` takes on average, in ms. */
export function batchTime(settings: QueueSettings, size: number): number {
  return settings.fixedCost + settings.itemCost * size;
}

/** Requests a second that can be served at most, all batches full; infinite if a batch takes no time. */
export function capacityOf(settings: QueueSettings): number {
  const { replicas, maxBatch } = settings;
  return (1000 * replicas * maxBatch) / batchTime(settings, maxBatch);
}

/** True if requests are served faster than they come, so that the queue has an end. */
export function isStable(settings: QueueSettings): boolean {
  return settings.arrivals < capacityOf(settings);
}

/**
 * Runs the queue. First come, first served: whichever replica is free first takes what waits, at most `maxBatch`. A free
 * replica starts when a whole batch waits or the oldest request has waited `maxWait`; with 0 it starts at once. Arrivals
 * of a real service come with the gaps of their `trace`.
 */
export function simulate(settings: QueueSettings, trace?: Float32Array): QueueLog {
  const { requests, seed, segment, maxBatch, replicas } = settings;
  const warm = Math.floor(requests * WARM_UP);
  const arrival = arrivalTimes(
    settings.arrivalProcess as ArrivalProcess,
    settings.arrivals,
    requests + maxBatch * replicas,
    seeded(seed, `arrivals ${segment}`),
    trace,
  );
  const latency = new Float64Array(requests - warm);
  const batches = emptyBatches(arrival.length);
  const waited = serve(settings, arrival, warm, latency, batches);
  return { arrival, warm, latency, meanWait: waited / latency.length, batches, replicas };
}

type Growing = { -readonly [K in keyof Batches]: Batches[K] };

function emptyBatches(most: number): Growing {
  return {
    count: 0,
    first: new Int32Array(most + 1),
    start: new Float64Array(most),
    finish: new Float64Array(most),
    replica: new Uint8Array(most),
  };
}

/** Fills latencies and batches; returns the sum of the measured waits. The one hot loop: plain numbers, no objects. */
function serve(
  settings: QueueSettings,
  arrival: Float64Array,
  warm: number,
  latency: Float64Array,
  batches: Growing,
): number {
  const { maxBatch, maxWait, replicas, fixedCost, itemCost, seed, segment } = settings;
  const service = seeded(seed, `service ${segment}`);
  const random = settings.serviceLaw === 'exponential';
  const freeAt = new Float64Array(replicas);
  const { first, start: starts, finish: finishes, replica } = batches;
  const total = arrival.length;
  const end = warm + latency.length;
  let waited = 0;
  let batch = 0;
  for (let next = 0; next < total; batch += 1) {
    const server = replicas === 1 ? 0 : earliest(freeAt);
    const free = freeAt[server] as number;
    const oldest = arrival[next] as number;
    const full = next + maxBatch <= total ? (arrival[next + maxBatch - 1] as number) : Infinity;
    const start = Math.max(free, Math.min(oldest + maxWait, full));
    let after = next + 1;
    const most = Math.min(next + maxBatch, total);
    while (after < most && (arrival[after] as number) <= start) after += 1;
    const mean = fixedCost + itemCost * (after - next);
    const finish = start + (random ? -mean * Math.log(service.uniform()) : mean);
    freeAt[server] = finish;
    first[batch] = next;
    starts[batch] = start;
    finishes[batch] = finish;
    replica[batch] = server;
    for (; next < after; next += 1) {
      if (next < warm || next >= end) continue;
      const came = arrival[next] as number;
      latency[next - warm] = finish - came;
      waited += start - came;
    }
  }
  first[batch] = total;
  batches.count = batch;
  return waited;
}

function earliest(freeAt: Float64Array): number {
  let best = 0;
  for (let i = 1; i < freeAt.length; i += 1) {
    if ((freeAt[i] as number) < (freeAt[best] as number)) best = i;
  }
  return best;
}
