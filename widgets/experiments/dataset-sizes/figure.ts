/** The chart: sizes against dates, on a logarithmic or a straight scale, and the line through a span of them. */
import { axisX, axisY, linear, log, roomY } from '../../kit/draw/axes.ts';
import type { Drawing } from '../../kit/draw/drawing.ts';
import { keptExtent, type Extent } from '../../kit/draw/extent.ts';
import { number } from '../../kit/draw/format.ts';
import { boxAround, type Box } from '../../kit/draw/labels.ts';
import { later, svg, type Markup } from '../../kit/draw/markup.ts';
import { below, drawing, part, WIDTH } from '../../kit/draw/part.ts';
import type { View } from '../../kit/contract/widget.ts';
import { endOf, lineBoxes, nameOf, trend, trendBehind } from './figure-trend.ts';
import { key, marksOf, points } from './figure-points.ts';
import type { SizesOutcome } from './model.ts';
import { FIRST_YEAR, LAST_YEAR, type SizesSettings } from './params.ts';
import { great } from './say.ts';

/** How the chart is looked at. */
export type Seen = View<SizesSettings, SizesOutcome>;

/** A run, and where its chart lies in the drawing. */
export type Chart = ReturnType<typeof chartOf>;

/** The top of the logarithmic scale: a hundred trillion. */
const TOP = 1e14;

/** Draws the chart for a page or a phone. */
export function draw(settings: SizesSettings, outcome: SizesOutcome, view: Seen): Drawing {
  const chart = chartOf(settings, outcome, view);
  const { width, x, y } = chart;
  const { line, shown, count } = outcome;
  const floor = y.range[0];
  const taken = line ? lineBoxes(line, chart) : [];
  const end = endOf(chart);
  const name = line && nameOf(line, chart, taken);
  const span = spanOf(chart);
  const rising = line && trend(line, chart);
  const behind = view.ghost && trendBehind(view.ghost, chart);
  const axes = svg`${axisX(x, floor, { label: 'date of publication', format: String, beyond: 12 })}${axisY(y, x.range[0], sizeLook(chart))}`;
  const body = svg`${span}${axes}${behind && later(behind)}${rising && later(rising)}${points(chart, taken)}${line && later(name, end)}`;
  const how = settings.scale === 'log' ? 'logarithmic' : 'straight';
  const label = `${number(shown.length)} data sets by date and size, on a ${how} scale; the line goes through the ${number(count)} of ${settings.from} to ${settings.to}. The table lists them all.`;
  const still = svg`${span}<path class="hair" d="M${x.range[0]} ${floor}H${x.range[1]}"/>${rising}${marksOf(chart)}`;
  const whole = below(14, key(chart), part(width, floor + 68, body));
  const figure = drawing(whole, label, { body: still, y: 24, height: 206 });
  return { ...figure, axes: { x: x.domain, [settings.scale]: y.domain } };
}

function chartOf(settings: SizesSettings, outcome: SizesOutcome, { layout, axes }: Seen) {
  const isWide = layout === 'wide';
  const { shown, forecast } = outcome;
  const [width, floor, top] = [WIDTH[layout], isWide ? 346 : 264, 30];
  const isLog = settings.scale === 'log';
  const carried = typeof forecast === 'number' ? forecast : 0;
  const most = Math.max(1e9, ...shown.map(({ size }) => size));
  // The logarithmic scale holds all sets from the start; the straight one fits what is shown.
  const fresh: Extent = isLog
    ? [1e8, carried > TOP ? 100 * TOP : TOP]
    : [0, Math.max(most, Math.min(carried, 2 * most)) * 1.08];
  const sizes = keptExtent(fresh, fresh, axes?.[settings.scale], isLog);
  const y = isLog ? log(sizes, [floor, top]) : linear(sizes, [floor, top], 4);
  const left = Math.max(isWide ? 84 : 46, roomY(y, formatOf(isWide)));
  const years: Extent = [FIRST_YEAR, Math.max(LAST_YEAR, settings.until) + 1];
  const x = linear(keptExtent(years, years, axes?.['x']), [left, width - 12], isWide ? 8 : 4);
  // Where words may stand; what the marks of the sets take, and words so far.
  const inside = { left: left + 2, right: width, top: top - 4, bottom: floor - 3 };
  const marks = shown.map(({ year, size }) => boxAround(x(year), y(size), 5));
  // The words over the vertical axis.
  const words: Box[] = [{ left: 0, right: isWide ? 300 : width, top: 0, bottom: top - 9 }];
  return { settings, outcome, isWide, width, x, y, inside, marks, words };
}

function sizeLook({ isWide }: Chart): { label: string; format: (size: number) => string } {
  return {
    label: isWide
      ? 'Training data in words or tokens'
      : 'Words or tokens (M, B, T: million, billion, trillion)',
    format: formatOf(isWide),
  };
}

function formatOf(isWide: boolean): (size: number) => string {
  const initial = (_: string, first: string): string => ` ${first.toUpperCase()}`;
  return (size) => {
    if (size === 0) return '0';
    return isWide ? great(size) : great(size).replace(/ (.)\w+$/, initial);
  };
}

/** The years that the line rests on, as a bar on the axis between two hairlines. */
function spanOf({ settings: { from, to }, x, y }: Chart): Markup | false {
  const [left, right] = [x(from), x(to + 1)];
  const [floor, top] = y.range;
  return (
    from <= to &&
    svg`<path class="hair" d="M${left} ${top}V${floor}M${right} ${top}V${floor}"/>
    <path class="run-line" d="M${left} ${floor}H${right}"/>`
  );
}
