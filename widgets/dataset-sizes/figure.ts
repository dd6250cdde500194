/** The chart: sizes against dates, on a logarithmic or a straight scale, and the line through a span of them. */
import { axisX, linear, linePath, log, type Scale } from '../kit/axes.ts';
import { number } from '../kit/format.ts';
import { svg, type Markup } from '../kit/markup.ts';
import type { Room } from '../kit/widget.ts';
import { key, points } from './figure-points.ts';
import { fits, placed, placesOf, type Box, type Plot } from './figure-places.ts';
import type { SizesOutcome } from './model.ts';
import { FIRST_YEAR, LAST_YEAR, type SizesSettings } from './params.ts';
import { figures, great } from './say.ts';
import { boundsAt, sizeAt, type Line } from './trend.ts';

const STEPS = 32;
/** The end of what is drawn, so that coordinates stay finite; all but a part of it lies outside the chart. */
const FAR = 1e4;

/** Draws the chart for a page or a phone. */
export function draw(settings: SizesSettings, outcome: SizesOutcome, room: Room): Markup {
  const plot = plotOf(settings, outcome, room);
  const { width, x, y } = plot;
  const floor = y.range[0];
  const taken = placesOf(outcome.shown, plot);
  const end = endOf(settings, outcome, plot, taken);
  const name = outcome.line && nameOf(settings, outcome, outcome.line, plot, taken);
  return svg`<svg viewBox="0 0 ${width} ${floor + 62}" class="figure" role="img" aria-label="${told(settings, outcome)}">
    ${key(plot, outcome)}${spanOf(settings, plot)}${axisX(x, floor, { label: '', format: String })}${axisSize(plot)}
    ${outcome.line && svg`<g class="later">${trend(settings, outcome.line, plot)}</g>`}
    ${points(settings, outcome, plot, taken)}
    ${outcome.line && svg`<g class="later">${name}${end}</g>`}</svg>`;
}

function told({ scale, from, to }: SizesSettings, { shown, count }: SizesOutcome): string {
  const how = scale === 'log' ? 'logarithmic' : 'straight';
  return `${number(shown.length)} data sets by date and size, on a ${how} scale; the line goes through the ${number(count)} of ${from} to ${to}. The table lists them all.`;
}

function plotOf(settings: SizesSettings, outcome: SizesOutcome, room: Room): Plot {
  const wide = room === 'wide';
  const width = wide ? 680 : 320;
  const floor = wide ? 372 : 320;
  const end = Math.max(LAST_YEAR, settings.until) + 1;
  const x = linear([FIRST_YEAR, end], [wide ? 84 : 46, width - 12], wide ? 8 : 4);
  return { room, width, x, y: scaleOf(settings, outcome, [floor, 56]) };
}

/** The logarithmic scale stays the same from run to run; the straight one fits what is shown. */
function scaleOf(
  { scale }: SizesSettings,
  { shown, forecast }: SizesOutcome,
  range: readonly [number, number],
): Scale {
  const carried = typeof forecast === 'number' ? forecast : 0;
  if (scale === 'log') {
    const top = carried > 1e14 ? 1e16 : 1e14;
    return log([1e8, top], range);
  }
  const most = Math.max(1e9, ...shown.map((set) => set.size));
  return linear([0, Math.max(most, Math.min(carried, 2 * most)) * 1.08], range, 4);
}

function axisSize({ room, x, y }: Plot): Markup {
  const [at] = x.range;
  const short = (tick: number): string =>
    great(tick).replace(/ (.)(\w+)/, (_, first: string) => ` ${first.toUpperCase()}`);
  const label =
    room === 'wide'
      ? 'Training data in words or tokens'
      : 'Words or tokens (M, B, T: million, billion, trillion)';
  return svg`<g class="axis">${y.ticks.map(
    (tick) =>
      svg`<path d="M${at} ${y(tick)}h-4"/><text x="${at - 8}" y="${y(tick) + 4}" text-anchor="end">${room === 'wide' ? great(tick) : short(tick)}</text>`,
  )}<text class="axis-label" x="0" y="${y.range[1] - 14}">${label}</text></g>`;
}

/** The years that the line rests on, as a bar on the axis between two hairlines. */
function spanOf({ from, to }: SizesSettings, { x, y }: Plot): Markup | false {
  if (from > to) return false;
  const [left, right] = [x(from), x(to + 1)];
  const [floor, top] = y.range;
  return svg`<path class="hair" d="M${left} ${top}V${floor}M${right} ${top}V${floor}"/>
    <path class="run-line" d="M${left} ${floor}H${right}"/>`;
}

/** The line and its band; a drawing inside the drawing cuts off what leaves the chart. */
function trend(settings: SizesSettings, line: Line, plot: Plot): Markup {
  const { from, to, until } = settings;
  const [left, right] = plot.x.range;
  const [floor, top] = plot.y.range;
  const [width, height] = [right - left, floor - top];
  const end = Math.max(to + 1, until + 0.5);
  const path = (a: number, b: number): string =>
    linePath(along(a, b).map((year) => [plot.x(year), heightOf(sizeAt(line, year), plot)]));
  return svg`<svg x="${left}" y="${top}" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">
    ${line.give !== null && svg`<path class="band" d="${band(line, from, end, plot)}"/>`}
    ${until > to && svg`<path class="run-line carried" d="${path(to + 1, end)}"/>`}
    <path class="run-line" d="${path(from, to + 1)}"/></svg>`;
}

function along(from: number, to: number): readonly number[] {
  return Array.from({ length: STEPS + 1 }, (_, i) => from + ((to - from) * i) / STEPS);
}

/** The height of a size, also of one below or above the scale, where the scale itself would stop. */
function heightOf(size: number, { y }: Plot): number {
  const [low, high] = y.domain;
  const [floor, top] = y.range;
  const share = low > 0 ? Math.log(size / low) / Math.log(high / low) : (size - low) / (high - low);
  return Math.min(FAR, Math.max(-FAR, floor + share * (top - floor)));
}

function band(line: Line, from: number, to: number, plot: Plot): string {
  const years = along(from, to);
  const edge = (side: 0 | 1): (readonly [number, number])[] =>
    years.map((year) => [plot.x(year), heightOf((boundsAt(line, year) ?? [1, 1])[side], plot)]);
  return `${linePath([...edge(0), ...edge(1).reverse()])}Z`;
}

/** How fast the line rises, beside it: at the first place along the line where the words meet nothing. */
function nameOf(
  { from, to }: SizesSettings,
  { growth }: SizesOutcome,
  line: Line,
  plot: Plot,
  taken: Box[],
): Markup {
  const words = `×${figures(typeof growth === 'number' ? growth : 1)} a year`;
  const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].flatMap((share) => {
    const year = from + share * (to + 1 - from);
    const [x, y] = [plot.x(year), heightOf(sizeAt(line, year), plot)];
    return [
      placed(words, x - 12, y - 12, 'end', plot),
      placed(words, x + 14, y + 20, 'start', plot),
    ];
  });
  const place =
    places.find((one) => fits(one.box, taken, plot)) ??
    placed(words, plot.x.range[0] + 12, plot.y.range[1] + 16, 'start', plot);
  taken.push(place.box);
  return svg`<text class="run" x="${place.x}" y="${place.y}" text-anchor="${place.anchor}">${words}</text>`;
}

/** Where the line is carried on to, and what it says there. */
function endOf(
  { until }: SizesSettings,
  { forecast }: SizesOutcome,
  plot: Plot,
  taken: Box[],
): Markup | false {
  if (typeof forecast !== 'number') return false;
  const { x, y, width } = plot;
  const beyond = forecast > y.domain[1];
  const height = beyond ? y.range[1] + 4 : heightOf(forecast, plot);
  const words = `${until}: ${great(forecast)}${beyond ? ' ↑' : ''}`;
  const place = placed(words, width - 4, beyond ? height + 10 : height - 10, 'end', plot);
  taken.push(place.box);
  return svg`<text class="run" x="${place.x}" y="${place.y}" text-anchor="end">${words}</text>${
    !beyond && svg`<circle class="run-fill" cx="${x(until + 0.5)}" cy="${height}" r="4"/>`
  }`;
}
