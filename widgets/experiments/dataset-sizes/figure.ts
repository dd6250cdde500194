/** The chart: sizes against dates, on a logarithmic or a straight scale, and the line through a span of them. */
import type { Drawing } from '../../kit/draw/drawing.ts';
import { keptExtent, type Extent } from '../../kit/draw/extent.ts';
import { number } from '../../kit/draw/format.ts';
import { boxAround, labelled, meet } from '../../kit/draw/labels.ts';
import { ghostLine, later, svg, type Markup } from '../../kit/draw/markup.ts';
import { below, drawing, part, WIDTH } from '../../kit/draw/part.ts';
import { plot, scalesOf, type Plot } from '../../kit/draw/plot.ts';
import type { SeenRun, View } from '../../kit/contract/widget.ts';
import { span, spanEnds } from './figure-span.ts';
import { lineOf, trend, wordsOf } from './figure-trend.ts';
import { key, mark, namesOf, points } from './figure-points.ts';
import type { SizesOutcome } from './model.ts';
import { FIRST_YEAR, LAST_YEAR, type SizesSettings } from './params.ts';
import { great } from './say.ts';

/** How the chart is looked at. */
export type Seen = View<SizesSettings, SizesOutcome>;
/** A run as it is drawn. */
export type Known = SeenRun<SizesSettings, SizesOutcome>;
/** A run, and where its chart lies in the drawing. */
export type Chart = ReturnType<typeof chartOf>;

/** The top of the logarithmic scale: a hundred trillion. */
const TOP = 1e14;
/** Room below the axis for what is known of a set. */
const FOOT = 28;

/** Draws the chart for a page or a phone; `then` is what was known at an earlier moment, on the axes of the whole run. */
export function draw(
  settings: SizesSettings,
  outcome: SizesOutcome,
  view: Seen,
  then?: Known,
): Drawing {
  const whole = chartOf(settings, outcome, view);
  const chart = { ...whole, ...then };
  const { x, y, floor, spec } = chart;
  const { shown, count } = chart.outcome;
  const { from, to, scale } = chart.settings;
  const line = trend(chart);
  const behind = ghostLine(view.ghost, (other) => lineOf({ ...chart, ...other }));
  const atLast = wordsOf(whole);
  const words = then ? wordsOf(chart, true) : atLast;
  const names = namesOf(whole, atLast).filter((name) => !words.some((one) => meet(name, one)));
  const told = words.map((one) => labelled(one, 'run'));
  const marks = svg`${span(chart)}${later(clipped(chart, svg`${behind}${line}`), told)}`;
  const { body: axed, width, height } = plot(spec, () => marks);
  // While the years are played, the span is in no hand.
  const ends = !then && spanEnds(chart);
  const body = svg`${axed}${points(chart, names, ends !== false)}${ends}`;
  const how = scale === 'log' ? 'logarithmic' : 'straight';
  const label = `${number(shown.length)} data sets by date and size, on a ${how} scale; the line goes through the ${number(count)} of ${from} to ${Math.floor(to)}. The table lists them all.`;
  const still = svg`${span(chart)}<path class="hair" d="M${x.range[0]} ${floor}H${x.range[1]}"/>${clipped(chart, line)}${shown.map((set) => mark(set, chart))}`;
  const all = below(14, key(whole), part(width, height + FOOT, body));
  const axes = { x: x.domain, [scale]: y.domain };
  return { ...drawing(all, label, { body: still, y: 24, height: 206 }), axes };
}

/** A drawing inside the drawing cuts off what leaves the chart. */
function clipped({ x, y }: Chart, drawn: Markup | false): Markup {
  const [left, top] = [x.range[0], y.range[1]];
  const [width, height] = [x.range[1] - left, y.range[0] - top];
  return svg`<svg x="${left}" y="${top}" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">${drawn}</svg>`;
}

function chartOf(settings: SizesSettings, outcome: SizesOutcome, view: Seen) {
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
