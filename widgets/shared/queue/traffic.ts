/** Some seconds of a queue's log, kept to be played: enough of it to cut a slice out anywhere. */
import type { QueueLog } from './queue.ts';
import type { Slice } from './slice.ts';

/** What came and what was served from one moment to another, in ms. */
export interface Traffic extends Pick<QueueLog, 'arrival' | 'batches'> {
  readonly from: number;
  readonly to: number;
  /** The place in `arrival` of the request to follow; -1: none. */
  readonly marked: number;
}

/** Requests that are kept ahead of the slice, and from its first one on: a fast service shows less time. */
const AHEAD = 600;
const MOST = 800;

/** The traffic that leads up to a slice and ends with it, `span` ms at most or as long as the slice; `marked` is a request's number in the run. */
export function trafficOf(log: QueueLog, slice: Slice, span: number, marked = -1): Traffic {
  const { arrival, batches } = log;
  const start = beginning(log, slice, Math.max(0, Math.min(slice.from, slice.to - span)));
  let [last, end] = [start.batch, start.request];
  while (
    last < batches.count &&
    end - start.sliced < MOST &&
    (arrival[end] as number) <= slice.to
  ) {
    end += batches.size[last] as number;
    last += 1;
  }
  return {
    from: start.from,
    to: slice.to,
    arrival: arrival.slice(start.request, end),
    batches: {
      count: last - start.batch,
      size: batches.size.slice(start.batch, last),
      start: batches.start.slice(start.batch, last),
      finish: batches.finish.slice(start.batch, last),
      replica: batches.replica.slice(start.batch, last),
    },
    marked: marked < 0 ? -1 : marked - start.request,
  };
}

/** Where traffic that is to be shown from `from` on begins: its first batch and request, and the first request of the slice. */
function beginning(
  { batches: { count, size, finish } }: QueueLog,
  slice: Slice,
  from: number,
): { from: number; batch: number; request: number; sliced: number } {
  let kept: { batch: number; request: number } | undefined;
  let sliced = 0;
  for (let i = 0; i < count; i += 1) {
    if (!kept && (finish[i] as number) >= from) kept = { batch: i, request: sliced };
    if ((finish[i] as number) >= slice.from) break;
    sliced += size[i] as number;
  }
  const begin = { from, batch: 0, request: 0, ...kept, sliced };
  while (sliced - begin.request > AHEAD) {
    // What is at work here is not kept, so the traffic begins when it has ended.
    begin.from = Math.max(begin.from, finish[begin.batch] as number);
    begin.request += size[begin.batch] as number;
    begin.batch += 1;
  }
  return begin;
}
