/** A queue of requests before replicas that serve them in batches: a discrete-event simulation, event by event. */
import { arrivalTimes, type ArrivalProcess } from './arrivals.ts';
import type { QueueSettings } from './params.ts';
import type { Random } from '#kit/numbers';
import { seeded } from '#kit/numbers';

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
  /** Requests in each batch: the next ones in order of arrival. */
  readonly size: Uint8Array;
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
  const arrival = arrivalTimes(
    settings.arrivalProcess as ArrivalProcess,
    settings.arrivals,
    requests + maxBatch * replicas,
    seeded(seed, `arrivals ${segment}`),
    trace,
  );
  return serveAll(settings, arrival);
}

/** The same over given times of arrival, ascending, in ms: at least as many as `requests`. */
export function serveAll(settings: QueueSettings, arrival: Float64Array): QueueLog {
  const { requests, seed, segment, replicas } = settings;
  const warm = Math.floor(requests * WARM_UP);
  const queue: Queue = {
    arrival,
    warm,
    latency: new Float64Array(requests - warm),
    batches: emptyBatches(arrival.length),
    freeAt: new Float64Array(replicas),
    service: seeded(seed, `service ${segment}`),
    next: 0,
    waited: 0,
  };
  while (queue.next < arrival.length) serve(settings, queue);
  const { latency, batches, waited } = queue;
  return { arrival, warm, latency, meanWait: waited / latency.length, batches, replicas };
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** A run of the queue under way. */
interface Queue extends Pick<QueueLog, 'arrival' | 'warm' | 'latency'> {
  readonly batches: Growing<Batches>;
  /** When each replica has ended its last batch. */
  readonly freeAt: Float64Array;
  /** Draws the service times. */
  readonly service: Random;
  /** The first request that no batch has taken yet. */
  next: number;
  /** The sum so far of the measured waits. */
  waited: number;
}

function emptyBatches(most: number): Growing<Batches> {
  return {
    count: 0,
    size: new Uint8Array(most),
    start: new Float64Array(most),
    finish: new Float64Array(most),
    replica: new Uint8Array(most),
  };
}

/**
 * Batches that `serve` forms in one call. In one call for all, engines would compile its loop half-way and box each sum; a
 * function that is called again and again they compile as a whole.
 */
const STRETCH = 4000;

/** Forms the next batches, event by event. Hot, with what it calls: plain numbers in local names, no objects. */
function serve(settings: QueueSettings, queue: Queue): void {
  const { maxBatch, maxWait, replicas, fixedCost, itemCost } = settings;
  const { arrival, warm, latency, batches, freeAt, service } = queue;
  const { size, start, finish, replica } = batches;
  const random = settings.serviceLaw === 'exponential';
  const until = batches.count + STRETCH;
  const last = warm + latency.length;
  let { next, waited } = queue;
  let { count } = batches;
  let server = earliest(freeAt);
  let free = freeAt[server] as number;
  for (; count < until && next < arrival.length; count += 1) {
    const ready = readyAt(arrival, next, maxBatch, maxWait);
    const begin = free > ready ? free : ready;
    const after = takenBy(arrival, next, maxBatch, begin);
    const mean = fixedCost + itemCost * (after - next);
    free = begin + (random ? -mean * Math.log(service.uniform()) : mean);
    size[count] = after - next;
    start[count] = begin;
    finish[count] = free;
    for (; next < after; next += 1) {
      if (next < warm || next >= last) continue;
      const came = arrival[next] as number;
      latency[next - warm] = free - came;
      waited += begin - came;
    }
    if (replicas === 1) continue;
    replica[count] = server;
    freeAt[server] = free;
    server = earliest(freeAt);
    free = freeAt[server] as number;
  }
  freeAt[server] = free;
  queue.next = next;
  queue.waited = waited;
  batches.count = count;
}

/** When a replica that is free would start a batch: it is full, or its oldest request has waited as long as it may. */
function readyAt(arrival: Float64Array, oldest: number, maxBatch: number, maxWait: number): number {
  const came = arrival[oldest] as number;
  if (maxWait === 0) return came;
  const full =
    oldest + maxBatch <= arrival.length ? (arrival[oldest + maxBatch - 1] as number) : Infinity;
  return Math.min(came + maxWait, full);
}

/** The end of a batch that starts at `start`: the first request after `first` that came later, or has no room in it. */
function takenBy(arrival: Float64Array, first: number, maxBatch: number, start: number): number {
  const most = Math.min(first + maxBatch, arrival.length);
  let end = first + 1;
  while (end < most && (arrival[end] as number) <= start) end += 1;
  return end;
}

function earliest(freeAt: Float64Array): number {
  let best = 0;
  for (let i = 1; i < freeAt.length; i += 1) {
    if ((freeAt[i] as number) < (freeAt[best] as number)) best = i;
  }
  return best;
}
