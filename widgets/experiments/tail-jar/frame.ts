/** Where things stand in the jar's picture, and what a hand changes there: a dot taken elsewhere, a new one where the ground is pressed, one thrown away. */
import type { Axis, Extent, Plot, PlotScales } from '#kit/draw';
import { keptExtent, ROW, scalesOf, TITLE, union, WIDTH } from '#kit/draw';
import type { Edit, Layout, View } from '#kit/contract';
import type { Jar, JarOutcome } from './model.ts';
import { listOf, type JarSettings, type params } from './params.ts';

/** How the jar is looked at. */
export type Seen = View<JarSettings, JarOutcome>;

/** The height that the dots climb over: ten of them have room for a finger on a phone, 24 pixels each. */
export const CLIMB = 236;
/** Names of the percentiles that have room to be shown. */
export const SHOWN = {
  wide: ['p50', 'p90', 'p95', 'p99'],
  narrow: ['p50', 'p90', 'p99'],
} as const;

/** The plot of latencies; its height depends on nothing that moves under a hand. */
export function jarPlot({ fanOut }: JarSettings, x: Axis, layout: Layout): Plot {
  // Mean and percentiles, and the page if there are pages: a row each, whether or not some of them meet.
  const top = (1 + SHOWN[layout].length + (fanOut > 1 ? 1 : 0)) * ROW + 26;
  return { width: WIDTH[layout], height: top + CLIMB + 40, x, left: 40, right: 18, top };
}

/** From the fastest to the slowest of what is shown of a jar, or marked. */
export function extentOf({ shown, p99, fanOutMedian }: Jar): Extent {
  return [shown[0] as number, Math.max(shown.at(-1) as number, p99, fanOutMedian)];
}

/**
 * The axis for latencies between two, with room to drag, and for the run that is drawn behind. One that is kept stays as long
 * as they fit in it; a log, but no list that a hand may have changed, must also take enough of it to be read.
 */
export function axisOf(
  values: Extent,
  view: Omit<Seen, 'moment' | 'locale'>,
  isList = false,
): Axis {
  const { layout, axes, ghost, held } = view;
  const behind = ghost?.outcome.jar;
  const all = behind ? union(values, extentOf(behind)) : values;
  const isLog = axes?.['log'] !== undefined;
  const kept = axes?.['log'] ?? axes?.['straight'];
  const fits = isList
    ? kept && all[0] >= kept[0] && all[1] <= kept[1]
    : keptExtent(all, all, kept, isLog) === kept;
  return {
    ...(kept && (held || fits) ? { extent: kept, isLog } : freshAxis(all)),
    ticks: layout === 'wide' ? 6 : 4,
    label: 'latency in ms',
  };
}

/** A straight axis where latencies are alike, a logarithmic one where one of them dwarfs the rest. */
function freshAxis([low, high]: Extent): Pick<Axis, 'extent' | 'isLog'> {
  if (high / low > 3) return { extent: roundly(low / 1.25, high * 1.25), isLog: true };
  const margin = Math.max(0.5, high * 0.05, (high - low) * 0.2);
  return { extent: [Math.max(0, Math.floor(low - margin)), Math.ceil(high + margin)] };
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

/** The scales that such latencies are drawn on, and the height of their axis in the drawing. */
function scalesFor(settings: JarSettings, view: Pick<Seen, 'layout' | 'axes'>): PlotScales {
  const list = editable(settings);
  const axis = axisOf([Math.min(...list), Math.max(...list)], { ...view, held: settings }, true);
  const scales = scalesOf(jarPlot(settings, axis, view.layout));
  return { ...scales, floor: scales.floor + TITLE };
}

/** In the figures that a hand can aim at: whole ms, tens from 1,000 on, tenths under 10. */
function rounded(value: number): number {
  const grain = value >= 1000 ? 10 : value >= 10 ? 1 : 0.1;
  return Number((Math.max(1, Math.round(value / grain)) * grain).toPrecision(6));
}

/** Latencies are moved, added and taken out by hand in the figure; a handle is a latency's place in the list. */
export const edit: Edit<typeof params> = {
  param: 'values',
  move: (settings, handle, to, view) => {
    const list = editable(settings);
    if (list.length === 0) return undefined;
    const { x, floor } = scalesFor(settings, view);
    const value = rounded(x.invert(Math.min(x.range[1], Math.max(x.range[0], to.x))));
    if (handle === '') return [...list, value].join(',');
    const place = Number(handle);
    if (to.y <= floor + OFF) return list.with(place, value).join(',');
    // An empty jar would have no mean.
    return list.length > 1 ? list.filter((_, i) => i !== place).join(',') : undefined;
  },
};
