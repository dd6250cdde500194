/** Where a moment of the played bench lies: in the life of one request, slowly; then in the rest of what is drawn; at last in the count of ever more requests. */
import { sum } from 'd3-array';
import type { Followed, Slice } from '../../shared/queue/slice.ts';
import type { Stage } from '../../shared/queue/growth.ts';
import type { BenchOutcome } from './model.ts';

export const MOMENTS = 201;
/** Moments until the request that is followed is done, and until what is drawn is over; from then on more is counted. */
const [DONE, OVER] = [120, 150];

/** A moment: the time in ms of the run, and the requests that are counted once all that is drawn is over. */
export interface Place {
  readonly now: number;
  readonly stage: Stage | undefined;
}

/** Where a moment lies. */
export function placeOf({ story }: BenchOutcome, moment: number): Place {
  const { own, alone, stages } = story;
  const { from, to, followed } = own;
  if (stages.length === 0)
    return { now: from + ((to - from) * moment) / (MOMENTS - 1), stage: undefined };
  const ends = [followed, alone?.followed].map((one) => one?.finish ?? 0);
  const last = Math.max(...ends.filter((end) => end <= to));
  const done = last > from ? last : from + 0.8 * (to - from);
  const now =
    moment <= DONE
      ? from + ((done - from) * moment) / DONE
      : done + (to - done) * Math.min(1, (moment - DONE) / (OVER - DONE));
  const counted = Math.floor((stages.length * (moment - OVER)) / (MOMENTS - OVER));
  return { now, stage: moment > OVER ? stages[counted] : undefined };
}

/** How many wait on a lane at a moment; `come` are the times at which requests come. */
export function waitingAt(lane: Slice, come: readonly number[], now: number): number {
  const since = come.filter((one) => one <= now).length;
  const begun = lane.batches.filter(({ start }) => start > lane.from && start <= now);
  return lane.waiting + since - sum(begun, ({ size }) => size);
}

/** How far a request has come on its way from its arrival, 0, to its batch, 1: as it is first seen, and by `now`; times since the slice begins. */
export function wayOf({ from }: Slice, { arrival, start }: Followed, now: number) {
  const waits = Math.max(start - arrival, 1e-6);
  const at = (time: number) => ({ time: time - from, share: (time - arrival) / waits });
  return [at(Math.max(from, arrival)), at(Math.min(now, arrival + waits))] as const;
}

/** What is seen of the batches that have begun by `now`; that of the request that is followed goes in the first row. */
export function blocksOf({ from, to, batches, followed }: Slice, now: number, replicas: number) {
  return batches
    .filter(({ start }) => start <= now)
    .map(({ start, finish, replica, size }) => ({
      ...{ size, low: Math.max(0, start - from), high: Math.min(to, now, finish) - from },
      row: (replica - (followed?.replica ?? 0) + replicas) % replicas,
    }));
}
