/** The line through a span: its band, the words beside it, and where it is carried on to. */
import { linePath } from '../../kit/draw/axes.ts';
import { boxAround, firstFree, labelAt, type Box } from '../../kit/draw/labels.ts';
import { svg, type Markup } from '../../kit/draw/markup.ts';
import type { Chart, Taken } from './figure.ts';
import type { SizesOutcome } from './model.ts';
import type { SizesSettings } from './params.ts';
import { factor, great } from './say.ts';
import { boundsAt, sizeAt, type Line } from './trend.ts';

const STEPS = 32;
/** The end of what is drawn, so that coordinates stay finite; all but a part of it lies outside the chart. */
const FAR = 1e4;

/** The line and its band; a drawing inside the drawing cuts off what leaves the chart. */
export function trend({ from, to, until }: SizesSettings, line: Line, chart: Chart): Markup {
  const [left, right] = chart.x.range;
  const [floor, top] = chart.y.range;
  const [width, height] = [right - left, floor - top];
  const end = Math.max(to + 1, until + 0.5);
  const path = (a: number, b: number): string => linePath(along(line, a, b, chart));
  return svg`<svg x="${left}" y="${top}" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">
    ${line.give !== null && svg`<path class="run-band" d="${band(line, from, end, chart)}"/>`}
    ${until > to && svg`<path class="run-line carried" d="${path(to + 1, end)}"/>`}
    <path class="run-line" d="${path(from, to + 1)}"/></svg>`;
}

/** What the line covers within its span: words keep off it. */
export function lineBoxes({ from, to }: SizesSettings, line: Line | null, chart: Chart): Box[] {
  return line ? along(line, from, to + 1, chart).map(([x, y]) => boxAround(x, y, 6, 1)) : [];
}

type Point = readonly [x: number, y: number];

function along(
  line: Line,
  from: number,
  to: number,
  chart: Chart,
  size: (year: number) => number = (year) => sizeAt(line, year),
): readonly Point[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const year = from + ((to - from) * i) / STEPS;
    return [chart.x(year), heightOf(size(year), chart)] as const;
  });
}

/** The height of a size, also of one below or above the scale, where the scale itself would stop. */
function heightOf(size: number, { y }: Chart): number {
  const [low, high] = y.domain;
  const [floor, top] = y.range;
  const share = low > 0 ? Math.log(size / low) / Math.log(high / low) : (size - low) / (high - low);
  return Math.min(FAR, Math.max(-FAR, floor + share * (top - floor)));
}

function band(line: Line, from: number, to: number, chart: Chart): string {
  const edge = (side: 0 | 1): readonly Point[] =>
    along(line, from, to, chart, (year) => (boundsAt(line, year) ?? [1, 1])[side]);
  return `${linePath([...edge(0), ...edge(1).toReversed()])}Z`;
}

/** How fast the line rises, beside it: at the first place along the line where the words meet nothing. */
export function nameOf(
  { from, to }: SizesSettings,
  { growth }: SizesOutcome,
  line: Line,
  chart: Chart,
  taken: Taken,
): Markup {
  const words = `${factor(typeof growth === 'number' ? growth : 1)} a year`;
  const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].flatMap((share) => {
    const year = from + share * (to + 1 - from);
    const [x, y] = [chart.x(year), heightOf(sizeAt(line, year), chart)];
    return [labelAt(words, x - 12, y - 12, 'end'), labelAt(words, x + 14, y + 20)];
  });
  const place =
    firstFree(places, chart.inside, [...taken.marks, ...taken.line, ...taken.words]) ??
    labelAt(words, chart.x.range[0] + 12, chart.y.range[1] + 16);
  taken.words.push(place);
  return svg`<text class="run" x="${place.x}" y="${place.y}" text-anchor="${place.anchor}">${words}</text>`;
}

/** Where the line is carried on to, and what it says there. */
export function endOf(
  { until }: SizesSettings,
  { forecast }: SizesOutcome,
  chart: Chart,
  taken: Taken,
): Markup | false {
  if (typeof forecast !== 'number') return false;
  const { x, y, width } = chart;
  const beyond = forecast > y.domain[1];
  const height = beyond ? y.range[1] + 4 : heightOf(forecast, chart);
  const words = `${until}: ${great(forecast)}${beyond ? ' ↑' : ''}`;
  const place = labelAt(words, width - 4, beyond ? height + 10 : height - 10, 'end');
  taken.words.push(place);
  return svg`<text class="run" x="${place.x}" y="${place.y}" text-anchor="end">${words}</text>${
    !beyond && svg`<circle class="run-fill" cx="${x(until + 0.5)}" cy="${height}" r="4"/>`
  }`;
}
