/** The axis of latencies, and what a hand changes on it: a dot taken elsewhere, a new one where the ground is pressed, one thrown away. */
import { extent } from 'd3-array';
import type { Extent } from '#kit/draw';
import { keptExtent, linear, log, ROW, TITLE, union, WIDTH } from '#kit/draw';
import type { Edit, Layout, View } from '#kit/contract';
import type { Jar, JarOutcome } from './model.ts';
import { listOf, type JarSettings, type params } from './params.ts';

/** How the jar is looked at. */
export type Seen = View<JarSettings, JarOutcome>;

/** The height that the dots climb over: ten of them have room for a finger on a phone, 24 pixels each. */
export const CLIMB = 236;
/** Room at the left of the dots and at their right. */
export const SIDES = { left: 40, right: 18 };
/** Names of the percentiles that have room to be shown. */
export const SHOWN = {
  wide: ['p50', 'p90', 'p95', 'p99'],
  narrow: ['p50', 'p90', 'p99'],
} as const;

/** Room for the dots; it depends on nothing that moves under a hand. */
export function roomOf({ fanOut }: JarSettings, layout: Layout) {
  // Mean and percentiles, and the page if there are pages: a row each, whether or not some of them meet.
  const top = (1 + SHOWN[layout].length + (fanOut > 1 ? 1 : 0)) * ROW + 26;
  return { ...SIDES, top, foot: 38, height: top + CLIMB + 38, keyBelow: true };
}

/** From the fastest to the slowest of what is shown of a jar, or marked. */
function extentOf({ shown, p99, fanOutMedian }: Jar): Extent {
  return extent([...shown, p99, fanOutMedian]) as Extent;
}

/**
 * The axis for a jar, and for the one that is drawn behind. One that is kept stays as long as latencies fit on it; a log, but no
 * list that a hand may have changed, must also take enough of it to be read.
 */
export function axisOf(settings: JarSettings, jar: Jar, { axes, ghost, held }: Seen) {
  const values = extent((held && listOf(held)) ?? extentOf(jar)) as Extent;
  const behind = ghost?.outcome.jar;
  const all = behind ? union(values, extentOf(behind)) : values;
  const isLog = axes?.['log'] !== undefined;
  const kept = axes?.['log'] ?? axes?.['straight'];
  const fits = listOf(settings)
    ? kept && all[0] >= kept[0] && all[1] <= kept[1]
    : keptExtent(all, all, kept, isLog) === kept;
  return kept && (held || fits) ? { extent: kept, isLog } : freshAxis(all);
}

/** A straight axis where latencies are alike, a logarithmic one where one of them dwarfs the rest. */
export function freshAxis([low, high]: Extent) {
  if (high / low > 3) return { extent: roundly(low / 1.25, high * 1.25), isLog: true };
  const margin = Math.max(0.5, high * 0.05, (high - low) * 0.2);
  const ends = [Math.max(0, Math.floor(low - margin)), Math.ceil(high + margin)] as const;
  return { extent: ends, isLog: false };
}

/** Ends at 1, 2, 5, 10 …: the axis stays while latencies change a little. */
function roundly(low: number, high: number): Extent {
  const round = (value: number): number[] =>
    [1, 2, 5, 10].map((step) => step * 10 ** Math.floor(Math.log10(value)));
  const below = round(low).findLast((end) => end <= low);
  return [below ?? low, round(high).find((end) => end >= high) ?? high];
}

/** More dots than this are too small to take hold of. */
const MOST_HANDLES = 40;
/** So far below the axis, in units of the drawing, a dot is thrown away. */
const OFF = 26;

/** Latencies that stand in the figure to be dragged; none of a queue's log. */
export function editable(settings: JarSettings): readonly number[] {
  const list = listOf(settings);
  return list && list.length <= MOST_HANDLES ? list : [];
}

/** In the figures that a hand can aim at: whole ms, tens from 1,000 on, tenths under 10. */
function rounded(value: number): number {
  const grain = value >= 1000 ? 10 : value >= 10 ? 1 : 0.1;
  return Number((Math.max(1, Math.round(value / grain)) * grain).toPrecision(6));
}

/** Latencies are moved, added and taken out by hand in the figure; a handle is a latency's place in the list. */
export const edit: Edit<typeof params> = {
  param: 'values',
  move: (settings, handle, to, { layout, axes }) => {
    const list = editable(settings);
    if (list.length === 0) return undefined;
    const kept = axes?.['log'] ?? axes?.['straight'];
    const axis = kept ? { extent: kept, isLog: axes?.['log'] } : freshAxis(extent(list) as Extent);
    const range = [SIDES.left, WIDTH[layout] - SIDES.right] as const;
    const at = Math.min(range[1], Math.max(range[0], to.x));
    const value = rounded((axis.isLog ? log : linear)(axis.extent, range).invert(at));
    if (handle === '') return [...list, value].join(',');
    const place = Number(handle);
    if (to.y <= TITLE + roomOf(settings, layout).top + CLIMB + OFF)
      return list.with(place, value).join(',');
    // An empty jar would have no mean.
    return list.length > 1 ? list.filter((_, i) => i !== place).join(',') : undefined;
  },
};
