/** The line through a span: where it is on the chart, its band, and the words beside it. */
import { ascending, range } from 'd3-array';
import type { Box, Extent, Ground, LabelBox, Point } from '#kit/draw';
import { boxAround, firstFree, labelAt } from '#kit/draw';
import type { Line } from '#kit/numbers';
import { boundsAt, heightAt } from '#kit/numbers';
import type { Known } from './model.ts';
import { factor, great } from './say.ts';

const STEPS = 64;
const between = (from: number, to: number): readonly number[] =>
  from > to ? [] : range(STEPS + 1).map((i) => from + ((to - from) * i) / STEPS);
const sizeAt = (line: Line, year: number): number => Math.exp(heightAt(line, year));

/** The line between two years, while its sizes are on the chart. */
export function lineOn(line: Line, [from, to]: Extent, sizes: Extent): readonly Point[] {
  const reached = sizes.map((size) => line.x + (Math.log(size) - line.y) / line.slope);
  const [first = from, last = to] = reached.sort(ascending);
  return between(Math.max(from, first), Math.min(to, last)).map((year) => [
    year,
    sizeAt(line, year),
  ]);
}

/** The outline of its band. */
export function bandOf(line: Line, from: number, to: number): readonly Point[] {
  const edge = (side: 0 | 1): Point[] =>
    between(from, to).map((year) => [year, Math.exp(boundsAt(line, year)?.[side] ?? 0)]);
  return [...edge(0), ...edge(1).toReversed()];
}

/** What the line covers within its span: words keep off it. */
export function lineBoxes(
  { settings: { from, to }, outcome }: Known,
  { x, y }: Ground,
): readonly Box[] {
  const { line } = outcome;
  const points = line ? lineOn(line, [from, to + 1], y.domain) : [];
  return points.map(([year, size]) => boxAround(x(year), y(size ?? 0), 6, 1));
}

/** Where words may stand. */
export function insideOf({ left, right, top, floor }: Ground): Box {
  return { left: left + 2, right: right + 12, top: top - 4, bottom: floor - 3 };
}

/** How fast the line rises, and what it says where it ends; while it `moves`, the first stands in the corner. */
export function wordsOf(run: Known, on: Ground, moves = false): readonly LabelBox[] {
  const { settings, outcome } = run;
  const { line, forecast, shown } = outcome;
  if (!line) return [];
  const { x, y, left, right, top, floor } = on;
  const inside = insideOf(on);
  const first = (places: readonly LabelBox[], taken: readonly Box[]) =>
    firstFree(places, inside, taken);
  const held = (size: number): number => Math.max(top, Math.min(floor, y(size)));
  const marks = shown.map(({ year, size }) => boxAround(x(year), y(size), 5));
  const ends = typeof forecast.value === 'number' ? [forecast.value] : [];
  const end = ends.map((size) => {
    const words = `${settings.until}: ${great(size)}${size > y.domain[1] ? ' ↑' : ''}`;
    // Beside its dot, or else to the left of the sets that crowd round it.
    const places = [8, -12, -32, -52, -72].flatMap((across) =>
      [-10, 22].map((down) => labelAt(words, right + across, held(size) + down, 'end')),
    );
    return first(places, marks) ?? (places[0] as LabelBox);
  });
  // At the first place along the line where the words meet nothing, or else in the corner.
  const words = `${factor(Math.exp(line.slope))} a year`;
  const beside = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9].flatMap((share) => {
    const year = settings.from + share * (settings.to + 1 - settings.from);
    const [across, up] = [x(year), y(sizeAt(line, year))];
    return [labelAt(words, across - 12, up - 12, 'end'), labelAt(words, across + 14, up + 20)];
  });
  const corner = [16, 36, 56].map((down) => labelAt(words, left + 12, top + down));
  const slope =
    (!moves && first(beside, [...end, ...marks, ...lineBoxes(run, on)])) ||
    (first(corner, end) ?? (corner[2] as LabelBox));
  return [...end, slope];
}
