/** The line through a span: its band, the words beside it, and where it is carried on to. */
import { range } from 'd3-array';
import type { Box, LabelBox, Markup } from '#kit/draw';
import { boxAround, firstFree, labelAt, linePath, svg } from '#kit/draw';
import type { Line } from '#kit/numbers';
import { boundsAt, heightAt } from '#kit/numbers';
import type { Chart } from './figure-chart.ts';
import { factor, great } from './say.ts';

type Point = readonly [x: number, y: number];

const STEPS = 32;
/** The end of what is drawn, so that coordinates stay finite; all but a part of it lies outside the chart. */
const FAR = 1e4;

/** The line of a run, its band, and its end where it is carried on. */
export function trend(chart: Chart): Markup | false {
  const { line, forecast } = chart.outcome;
  const { to, until } = chart.settings;
  if (!line) return false;
  const edge = (side: 0 | 1): Point[] => along(chart, (year) => boundsAt(line, year)?.[side] ?? 0);
  const band = linePath([...edge(0), ...edge(1).toReversed()]);
  const end =
    typeof forecast.value === 'number' &&
    svg`<path class="run-line carried" d="${lineOf(chart)}"/>
    <circle class="run-fill" cx="${chart.x(until + 0.5)}" cy="${placeOf(Math.log(forecast.value), chart)}" r="4"/>`;
  return svg`${line.give !== null && svg`<path class="run-band" d="${band}Z"/>`}${end}
    <path class="run-line" d="${lineOf(chart, to + 1)}"/>`;
}

/** The path of a run's line, to the end of its span or to the middle of the year that it is carried on to. */
export function lineOf(chart: Chart, end?: number): string {
  return linePath(onLine(chart, end));
}

function onLine(chart: Chart, end?: number): Point[] {
  const { line } = chart.outcome;
  return line ? along(chart, (year) => heightAt(line, year), end) : [];
}

/** Places on the chart of the logarithm of a size that changes with the years of a run. */
function along(chart: Chart, level: (year: number) => number, end?: number): Point[] {
  const { from, to, until } = chart.settings;
  const last = end ?? Math.max(to + 1, until + 0.5);
  const years = range(STEPS + 1).map((i) => from + ((last - from) * i) / STEPS);
  return years.map((year) => [chart.x(year), placeOf(level(year), chart)]);
}

/** Where the size with this logarithm lies, also below or above the scale, where the scale itself would stop. */
function placeOf(level: number, { y }: Chart): number {
  const [low, high] = y.domain;
  const [floor, top] = y.range;
  const share =
    low > 0
      ? (level - Math.log(low)) / Math.log(high / low)
      : (Math.exp(level) - low) / (high - low);
  return Math.min(FAR, Math.max(-FAR, floor + share * (top - floor)));
}

/** What the line covers within its span: words keep off it. */
export function lineBoxes(chart: Chart): readonly Box[] {
  return onLine(chart, chart.settings.to + 1).map(([x, y]) => boxAround(x, y, 6, 1));
}

/** How fast the line rises, and what it says where it ends; while it `moves`, the first stands in the corner. */
export function wordsOf(chart: Chart, moves = false): readonly LabelBox[] {
  const { line, forecast } = chart.outcome;
  if (!line) return [];
  const end = typeof forecast.value === 'number' ? [endWords(chart, forecast.value)] : [];
  return [...end, slopeWords(chart, line, end, moves)];
}

function endWords(chart: Chart, size: number): LabelBox {
  const { settings, x, y, inside } = chart;
  const isBeyond = size > y.domain[1];
  const height = Math.min(y.range[0], Math.max(y.range[1], placeOf(Math.log(size), chart)));
  const words = `${settings.until}: ${great(size)}${isBeyond ? ' ↑' : ''}`;
  const places = [-10, 22].map((down) => labelAt(words, x.range[1] + 8, height + down, 'end'));
  return firstFree(places, inside, []) ?? (places[1] as LabelBox);
}

/** At the first place along the line where the words meet nothing, or else in the corner. */
function slopeWords(chart: Chart, line: Line, end: readonly Box[], moves: boolean): LabelBox {
  const { settings, x, y, inside, marks } = chart;
  const { from, to } = settings;
  const words = `${factor(Math.exp(line.slope))} a year`;
  const beside = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].flatMap((share) => {
    const year = from + share * (to + 1 - from);
    const [across, up] = [x(year), placeOf(heightAt(line, year), chart)];
    return [labelAt(words, across - 12, up - 12, 'end'), labelAt(words, across + 14, up + 20)];
  });
  const corner = [16, 36, 56].map((down) => labelAt(words, x.range[0] + 12, y.range[1] + down));
  const taken = [...end, ...marks, ...lineBoxes(chart)];
  return (
    (moves ? undefined : firstFree(beside, inside, taken)) ??
    firstFree(corner, inside, end) ??
    (corner[2] as LabelBox)
  );
}
