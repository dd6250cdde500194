/** Where a moment of the played bench lies: in the life of one request, slowly; then in the rest of what is drawn; at last in the count of ever more requests. */
import { requestsOf, type Followed, type Slice } from '../../shared/queue/slice.ts';
import type { BenchOutcome } from './model.ts';

export const MOMENTS = 201;
/** Moments until the request that is followed is done, and until what is drawn is over; from then on more is counted. */
const [DONE, OVER] = [120, 150];

/** A moment: the time in ms of the run, and how much of what comes after it has been counted, 0 to 1. */
export interface Place {
  readonly now: number;
  readonly counted: number;
}

/** Where a moment lies. */
export function placeOf({ story }: BenchOutcome, moment: number): Place {
  const { own, alone, growth } = story;
  const { from, to, followed } = own;
  if (!growth) return { now: from + ((to - from) * moment) / (MOMENTS - 1), counted: 0 };
  const ends = [followed, alone?.followed].map((one) => one?.finish ?? 0);
  const last = Math.max(...ends.filter((end) => end <= to));
  const done = last > from ? last : from + 0.8 * (to - from);
  const now =
    moment <= DONE
      ? from + ((done - from) * moment) / DONE
      : done + (to - done) * Math.min(1, (moment - DONE) / (OVER - DONE));
  return { now, counted: Math.max(0, (moment - OVER) / (MOMENTS - 1 - OVER)) };
}

/** Requests one by one, until so many are counted. */
export const SINGLE = 100;

/** How far the count is: how many one by one, of 100, or the stage that it has reached (0: one by one) and how near the next is, 0 to 1. */
export function stageOf(
  { story: { growth } }: BenchOutcome,
  counted: number,
): { stage: number; near: number } {
  const along = counted * (1 + (growth?.stages.length ?? 0));
  const stage = Math.floor(along + 1e-9);
  return { stage, near: along - stage };
}

/** How many requests are counted after the moments that are drawn, in which `before` were done. */
export function countAt(outcome: BenchOutcome, counted: number, before: number): number {
  const { stage, near } = stageOf(outcome, counted);
  const least = Math.max(SINGLE, before);
  if (stage === 0) return Math.round(before + near * (least - before));
  return stage === 1 ? least : (outcome.story.growth?.stages[stage - 2]?.count ?? least);
}

/** The requests of a lane that are done by `now` since it is looked at, in the order in which they came. */
export function doneBy(lane: Slice, now: number): readonly Followed[] {
  return requestsOf(lane).filter(({ finish }) => finish > lane.from && finish <= now);
}
