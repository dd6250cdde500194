/** The line through a span: its band, the words beside it, and where it is carried on to. */
import { range } from 'd3-array';
import { linePath } from '../../kit/draw/axes.ts';
import {
  boxAround,
  firstFree,
  labelAt,
  labelled,
  type Box,
  type LabelBox,
} from '../../kit/draw/labels.ts';
import { ghost, svg, type Markup } from '../../kit/draw/markup.ts';
import type { Chart, Seen } from './figure.ts';
import { factor, great } from './say.ts';
import { boundsAt, sizeAt, type Line } from './trend.ts';

type Point = readonly [x: number, y: number];

const STEPS = 32;
/** The end of what is drawn, so that coordinates stay finite; all but a part of it lies outside the chart. */
const FAR = 1e4;

/** The line and its band. */
export function trend(line: Line, chart: Chart): Markup {
  const { from, to, until } = chart.settings;
  const end = Math.max(to + 1, until + 0.5);
  const size = (year: number): number => sizeAt(line, year);
  const bound = (side: 0 | 1, year: number): number => (boundsAt(line, year) ?? [1, 1])[side];
  const low = along(chart, from, end, (year) => bound(0, year));
  const high = along(chart, from, end, (year) => bound(1, year));
  const drawn = svg`${line.give !== null && svg`<path class="run-band" d="${linePath([...low, ...high.toReversed()])}Z"/>`}
    ${until > to && svg`<path class="run-line carried" d="${linePath(along(chart, to + 1, end, size))}"/>`}
    <path class="run-line" d="${linePath(along(chart, from, to + 1, size))}"/>`;
  return inside(chart, drawn);
}

/** The line of another run within its own span, on this chart. */
export function trendBehind(other: NonNullable<Seen['ghost']>, chart: Chart): Markup | false {
  const { line } = other.outcome;
  const { from, to } = other.settings;
  const path = (of: Line): string => linePath(along(chart, from, to + 1, (at) => sizeAt(of, at)));
  if (!line) return false;
  const drawn = path(line);
  return ghost(other, (look) => inside(chart, svg`<path class="${look}-line" d="${drawn}"/>`));
}

/** A drawing inside the drawing cuts off what leaves the chart. */
function inside({ x, y }: Chart, drawn: Markup): Markup {
  const [left, right] = x.range;
  const [floor, top] = y.range;
  const [width, height] = [right - left, floor - top];
  return svg`<svg x="${left}" y="${top}" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">${drawn}</svg>`;
}

/** What the line covers within its span: words keep off it. */
export function lineBoxes(line: Line, chart: Chart): readonly Box[] {
  const { from, to } = chart.settings;
  const places = along(chart, from, to + 1, (year) => sizeAt(line, year));
  return places.map(([x, y]) => boxAround(x, y, 6, 1));
}

/** Places on the chart of a size that changes with the years. */
function along(
  chart: Chart,
  from: number,
  to: number,
  size: (year: number) => number,
): readonly Point[] {
  return range(STEPS + 1).map((i) => {
    const year = from + ((to - from) * i) / STEPS;
    return [chart.x(year), heightOf(size(year), chart)];
  });
}

/** The height of a size, also of one below or above the scale, where the scale itself would stop. */
function heightOf(size: number, { y }: Chart): number {
  const [low, high] = y.domain;
  const [floor, top] = y.range;
  const share = low > 0 ? Math.log(size / low) / Math.log(high / low) : (size - low) / (high - low);
  return Math.min(FAR, Math.max(-FAR, floor + share * (top - floor)));
}

/** How fast the line rises, beside it: at the first place along the line where the words meet nothing. */
export function nameOf(line: Line, chart: Chart, taken: readonly Box[]): Markup {
  const { from, to } = chart.settings;
  const { growth } = chart.outcome;
  const words = `${factor(typeof growth === 'number' ? growth : 1)} a year`;
  const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].flatMap((share) => {
    const year = from + share * (to + 1 - from);
    const [x, y] = [chart.x(year), heightOf(sizeAt(line, year), chart)];
    return [labelAt(words, x - 12, y - 12, 'end'), labelAt(words, x + 14, y + 20)];
  });
  const corner = [16, 36, 56].map((down) =>
    labelAt(words, chart.x.range[0] + 12, chart.y.range[1] + down),
  );
  const place =
    firstFree(places, chart.inside, [...chart.marks, ...taken, ...chart.words]) ??
    firstFree(corner, chart.inside, chart.words) ??
    labelAt(words, chart.x.range[0] + 12, chart.y.range[1] + 76);
  chart.words.push(place);
  return labelled(place, 'run');
}

/** Where the line is carried on to, and what it says there. */
export function endOf(chart: Chart): Markup | false {
  const { x, y, width } = chart;
  const { until } = chart.settings;
  const { forecast } = chart.outcome;
  if (typeof forecast !== 'number') return false;
  const beyond = forecast > y.domain[1];
  const height = beyond ? y.range[1] + 4 : heightOf(forecast, chart);
  const words = `${until}: ${great(forecast)}${beyond ? ' ↑' : ''}`;
  const places = [beyond ? 10 : -10, 22].map((down) =>
    labelAt(words, width - 4, height + down, 'end'),
  );
  const place = firstFree(places, chart.inside, chart.words) ?? (places[1] as LabelBox);
  chart.words.push(place);
  return svg`${labelled(place, 'run')}${
    !beyond && svg`<circle class="run-fill" cx="${x(until + 0.5)}" cy="${height}" r="4"/>`
  }`;
}
