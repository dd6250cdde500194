/** A slice of a queue's log, cut out to be drawn. */
import type { QueueLog } from './queue.ts';

/** A few moments of the run, as drawn: requests, the batches that took them, and one request to follow. Times in ms. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly requests: readonly { readonly arrival: number; readonly batch: number }[];
  /** Batches that take a request of the slice or are at work in it. */
  readonly batches: readonly SliceBatch[];
  /** The place in `requests` of the request that is the 99th percentile; -1: none. */
  readonly marked: number;
}
/** One batch of a slice. */
interface SliceBatch {
  readonly start: number;
  readonly finish: number;
  readonly replica: number;
  readonly size: number;
}

const MOST_REQUESTS = 400;

/** The slice `[from, to]` of a run; `marked` is a request's number in the run. */
export function sliceOf(
  log: Pick<QueueLog, 'arrival' | 'batches'>,
  from: number,
  to: number,
  marked = -1,
): Slice {
  const { arrival, batches } = log;
  const requests: { arrival: number; batch: number }[] = [];
  const taken: SliceBatch[] = [];
  let mark = -1;
  let end = 0;
  for (let i = 0; i < batches.count && requests.length < MOST_REQUESTS; i += 1) {
    const size = batches.size[i] as number;
    const first = end;
    end += size;
    const finish = batches.finish[i] as number;
    if ((arrival[first] as number) > to) break;
    if (finish < from) continue;
    for (let j = first; j < end && (arrival[j] as number) <= to; j += 1) {
      if (j === marked) mark = requests.length;
      requests.push({ arrival: arrival[j] as number, batch: taken.length });
    }
    const start = batches.start[i] as number;
    taken.push({ start, finish, replica: batches.replica[i] as number, size });
  }
  return { from, to, requests, batches: taken, marked: mark };
}
