/** A slice of a queue's log, cut out to be drawn. */
import type { Batches, QueueLog } from './queue.ts';

/** A few moments of a run: requests, the batches that took them, and a request among them. Times in ms. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  /** Requests that are taken in these moments or wait in them. */
  readonly requests: readonly { readonly arrival: number; readonly batch: number }[];
  /** Batches that take a request of these moments or are at work in them. */
  readonly batches: readonly SliceBatch[];
  /** The place of that request in `requests`; -1: none. */
  readonly marked: number;
}

/** The same of one lane, as drawn: of a long queue only requests that are taken, and one to follow. */
export interface Slice extends Omit<Cut, 'marked'> {
  /** The request that is followed and the batch that takes it, though it be long after the slice; `null`: none. */
  readonly followed: Followed | null;
  /** How many wait as the slice begins. */
  readonly waiting: number;
}
/** One batch of a slice. */
export interface SliceBatch {
  readonly start: number;
  readonly finish: number;
  readonly replica: number;
  readonly size: number;
}
/** A request and its batch. */
export interface Followed extends SliceBatch {
  readonly arrival: number;
}

/** Of a queue that is longer than this the rest is only counted. */
const LONG = 60;
const MOST_REQUESTS = 400;

type Log = Pick<QueueLog, 'arrival' | 'batches'>;

/** The moments `[from, to]` of a run; `marked` is a request's number in the run. Of requests that wait none is left out unless `isBegun`. */
export function cutOf(
  { arrival, batches }: Log,
  [from, to]: readonly [number, number],
  marked = -1,
  isBegun = false,
): Cut {
  const requests: { arrival: number; batch: number }[] = [];
  const taken: SliceBatch[] = [];
  let mark = -1;
  let end = 0;
  for (let i = 0; i < batches.count && requests.length < MOST_REQUESTS; i += 1) {
    const first = end;
    end += batches.size[i] as number;
    if ((arrival[first] as number) > to) break;
    if (isBegun && (batches.start[i] as number) > to) break;
    if ((batches.finish[i] as number) < from) continue;
    for (let j = first; j < end && (arrival[j] as number) <= to; j += 1) {
      if (j === marked) mark = requests.length;
      requests.push({ arrival: arrival[j] as number, batch: taken.length });
    }
    taken.push(batchAt(batches, i));
  }
  return { from, to, requests, batches: taken, marked: mark };
}

/** The slice `[from, to]` of a lane; `marked` is the number in the run of the request that is followed, -1: none. */
export function sliceOf(log: Log, span: readonly [number, number], marked = -1): Slice {
  const waiting = comeBy(log.arrival, span[0]) - begunBy(log.batches, span[0]);
  const { from, to, requests, batches } = cutOf(log, span, -1, waiting > LONG);
  return { from, to, requests, batches, followed: followed(log, marked), waiting };
}

function batchAt({ start, finish, replica, size }: Batches, i: number): SliceBatch {
  return {
    start: start[i] as number,
    finish: finish[i] as number,
    replica: replica[i] as number,
    size: size[i] as number,
  };
}

function followed({ arrival, batches }: Log, marked: number): Followed | null {
  let end = 0;
  for (let i = 0; marked >= 0 && i < batches.count; i += 1) {
    end += batches.size[i] as number;
    if (marked < end) return { ...batchAt(batches, i), arrival: arrival[marked] as number };
  }
  return null;
}

/** The requests of a slice, each with its batch. */
export function requestsOf({ requests, batches }: Slice): readonly Followed[] {
  return requests.map(({ arrival, batch }) => ({ arrival, ...(batches[batch] as SliceBatch) }));
}

/** The requests of a slice that are done by `now` since it begins, in the order in which they came. */
export function doneBy(slice: Slice, now: number): readonly Followed[] {
  return requestsOf(slice).filter(({ finish }) => finish > slice.from && finish <= now);
}

/** How many requests batches have taken by `time`. */
function begunBy({ count, start, size }: Batches, time: number): number {
  let begun = 0;
  for (let i = 0; i < count && (start[i] as number) <= time; i += 1) begun += size[i] as number;
  return begun;
}

/** How many requests have come by `time`, by halving. */
export function comeBy(arrival: Float64Array, time: number): number {
  let [low, high] = [0, arrival.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((arrival[middle] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
