/** The bench's traffic as moments: a window slides over what led up to the slice, and ends on it. */
import { number } from '../../kit/draw/format.ts';
import type { Moments } from '../../kit/views/timeline.ts';
import { sliceOf, type Slice } from '../../shared/queue/slice.ts';
import type { BenchOutcome } from './model.ts';
import { ms } from './say.ts';

/** Moments of a run: those of two seconds lie 10 ms apart. */
const MOMENTS = 201;
/** A window is crossed in so many seconds, and all is over in this time: slow enough to follow a request. */
const CROSSED = 3;
const [SHORTEST, LONGEST] = [8, 40];

/** The traffic, played. */
export const timeline: Moments<BenchOutcome> = {
  kind: 'moments',
  glides: true,
  count: () => MOMENTS,
  label: ({ traffic }, moment) => {
    const played = ((traffic.to - traffic.from) * moment) / (MOMENTS - 1);
    return traffic.to - traffic.from < 1000 ? ms(played) : `${number(played / 1000, 2)} s`;
  },
  seconds: ({ traffic, slice }) => {
    const windows = (traffic.to - traffic.from) / (slice.to - slice.from);
    return Math.min(LONGEST, Math.max(SHORTEST, CROSSED * windows));
  },
};

/** A window on the run, in ms, and what has happened in it by `now`. */
export interface Scene {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly slice: Slice;
}

/** The window as it stood at a moment, of which `last` is the end. Without a moment that end itself. */
export function sceneAt(
  { slice, traffic }: BenchOutcome,
  last: Pick<Scene, 'from' | 'to'>,
  moment?: number,
): Scene {
  if (moment === undefined) return { ...last, now: last.to, slice };
  const now = traffic.from + ((traffic.to - traffic.from) * moment) / (MOMENTS - 1);
  const span = last.to - last.from;
  // A queue without end is seen from its start, as a whole.
  const to = slice.marked < 0 ? last.to : Math.max(traffic.from + span, now);
  const from = to - span;
  return { from, to, now, slice: sliceOf(traffic, from, Math.min(now, to), traffic.marked) };
}
