/** Where a run lies on the chart: its axes, and what the marks leave to words. */
import type { View } from '#kit/contract';
import type { Extent, Plot } from '#kit/draw';
import { boxAround, keptExtent, scalesOf, WIDTH } from '#kit/draw';
import type { SizesOutcome } from './model.ts';
import { FIRST_YEAR, LAST_YEAR, type SizesSettings } from './params.ts';
import { great } from './say.ts';

/** How the chart is looked at. */
export type Seen = View<SizesSettings, SizesOutcome>;
/** A run, and where its chart lies in the drawing. */
export type Chart = ReturnType<typeof chartOf>;

/** The top of the logarithmic scale: a hundred trillion. */
const TOP = 1e14;

/** The chart of a run. */
export function chartOf(settings: SizesSettings, outcome: SizesOutcome, view: Seen) {
  const isWide = view.layout === 'wide';
  const spec = specOf(settings, outcome, view);
  const { x, y, floor } = scalesOf(spec);
  // Where words may stand, and what the marks of the sets take of it.
  const inside = {
    left: x.range[0] + 2,
    right: spec.width,
    top: y.range[1] - 4,
    bottom: floor - 3,
  };
  const marks = outcome.shown.map(({ year, size }) => boxAround(x(year), y(size), 5));
  return { settings, outcome, isWide, spec, x, y, floor, inside, marks };
}

const LOOK = {
  wide: { height: 386, ticks: 8, label: 'Training data in words or tokens', format: sizeTick },
  narrow: {
    height: 304,
    ticks: 4,
    label: 'Words or tokens (M, B, T: million, billion, trillion)',
    format: (size: number) =>
      sizeTick(size).replace(/ (.)\w+$/, (_, one: string) => ` ${one.toUpperCase()}`),
  },
} as const;

function sizeTick(size: number): string {
  return size === 0 ? '0' : great(size);
}

/** The plot of a run; of one whose sizes are not known yet, as wide as that of the first state. */
export function specOf(
  { scale, until }: SizesSettings,
  outcome: SizesOutcome | undefined,
  { layout, axes }: Pick<Seen, 'layout' | 'axes'>,
): Plot {
  const { height, ticks, label, format } = LOOK[layout];
  const isLog = scale === 'log';
  const most = Math.max(1e9, ...(outcome?.shown ?? []).map(({ size }) => size));
  const value = outcome?.forecast.value;
  const carried = typeof value === 'number' ? value : 0;
  // The logarithmic scale holds all sets from the start; the straight one fits what is shown.
  const sizes: Extent = isLog
    ? [1e8, carried > TOP ? 100 * TOP : TOP]
    : [0, Math.max(most, Math.min(carried, 2 * most)) * 1.08];
  const years: Extent = [FIRST_YEAR, Math.max(LAST_YEAR, until) + 1];
  const x = { extent: keptExtent(years, years, axes?.['x']), ticks, format: String };
  const y = { extent: keptExtent(sizes, sizes, axes?.[scale], isLog), isLog, ticks: 4 };
  return {
    width: WIDTH[layout],
    height,
    right: 12,
    top: 30,
    x: { ...x, label: 'date of publication' },
    y: { ...y, label, format },
  };
}
