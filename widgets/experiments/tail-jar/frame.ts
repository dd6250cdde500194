/** The axis of latencies, and what a hand changes on it: a dot taken elsewhere, a new one where the ground is pressed, one thrown away. */
import { extent } from 'd3-array';
import type { Extent } from '#kit/draw';
import { keptExtent, log, ROW, TITLE, WIDTH } from '#kit/draw';
import type { Edit, View } from '#kit/contract';
import { within } from '#kit/numbers';
import type { Jar, JarOutcome } from './model.ts';
import { editable, listOf, rounded, type JarSettings, type params } from './params.ts';

/** How the jar is looked at. */
export type Seen = View<JarSettings, JarOutcome>;

/** The name that the axis is kept by. */
export const KEPT = 'latency';
/** The height that the dots climb over: ten of them have room for a finger on a phone, 24 pixels each. */
export const CLIMB = 236;
/** Room at the left of the dots and at their right. */
export const SIDES = { left: 40, right: 18 };
/** The percentiles that are shown: they and the mean, or the median page, have a row each over the dots, whether or not some of them meet. */
export const SHOWN = ['p50', 'p90', 'p99'] as const;
export const TOP = (1 + SHOWN.length) * ROW + 26;

/**
 * The ends of the axis for a jar, and for the one that is drawn behind. Those that are kept stay as long as latencies fit between
 * them; but for a list that a hand may have changed, these must also take enough of the axis to be read.
 */
export function endsOf(settings: JarSettings, jar: Jar, { axes, ghost, held }: Seen): Extent {
  const seen = [jar, ghost?.outcome.jar ?? jar];
  const all = extent(
    seen.flatMap(({ shown, p99, fanOutMedian }) => [...shown, p99, fanOutMedian]),
  ) as Extent;
  const kept = axes?.[KEPT];
  const fresh = freshEnds(all);
  if (!kept || !listOf(settings)) return keptExtent(all, fresh, kept, true);
  return held || (all[0] >= kept[0] && all[1] <= kept[1]) ? kept : fresh;
}

/** Round ends, some way off: the axis stays while latencies change a little. */
export function freshEnds([low, high]: Extent): Extent {
  const round = (value: number): number[] =>
    [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((step) => step * 10 ** Math.floor(Math.log10(value)));
  const off = Math.max(1.1, (high / low) ** 0.14);
  const [from, to] = [low / off, high * off];
  const below = round(from).findLast((end) => end <= from);
  return [below ?? from, round(to).find((end) => end >= to) ?? to];
}

/** So far below the axis, in units of the drawing, a dot is thrown away. */
const OFF = 26;

/** Latencies are moved, added and taken out by hand in the figure; a handle is a latency's place in the list. */
export const edit: Edit<typeof params> = {
  param: 'values',
  move: (settings, handle, to, { layout, axes }) => {
    const list = editable(settings);
    if (list.length === 0) return undefined;
    const ends = axes?.[KEPT] ?? freshEnds(extent(list) as Extent);
    const [left, right] = [SIDES.left, WIDTH[layout] - SIDES.right];
    const value = rounded(log(ends, [left, right]).invert(within(left, to.x, right)));
    if (handle === '') return [...list, value].join(',');
    const place = Number(handle);
    if (to.y <= TITLE + TOP + CLIMB + OFF) return list.with(place, value).join(',');
    // An empty jar would have no mean.
    return list.length > 1 ? list.filter((_, i) => i !== place).join(',') : undefined;
  },
};
