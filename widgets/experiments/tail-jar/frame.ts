/** Where things stand in the jar's picture: the drawing and the hand that edits it must agree. */
import { keptExtent, union, type Extent } from '../../kit/draw/extent.ts';
import { ROW } from '../../kit/draw/marks.ts';
import { WIDTH } from '../../kit/draw/part.ts';
import type { Axis, Plot } from '../../kit/draw/plot.ts';
import type { Layout, View } from '../../kit/contract/widget.ts';
import type { Jar, JarOutcome } from './model.ts';
import type { JarSettings } from './params.ts';

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
