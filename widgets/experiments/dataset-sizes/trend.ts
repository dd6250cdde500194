/** The line through a span as places on a chart: sizes by years, while they have room, and the outline of its band. */
import { ascending, max, range } from 'd3-array';
import type { Line } from '#kit/numbers';
import { boundsAt, heightAt } from '#kit/numbers';
import type { Known } from './model.ts';
import type { SizesSettings } from './params.ts';

type Places = readonly (readonly [year: number, size: number])[];

/** The top of the logarithmic scale: a hundred trillion. */
const TOP = 1e14;

/** The sizes that have room: on the logarithmic scale all from the start; the straight one fits what is shown. */
export function sizesOf({ settings, outcome: { shown, forecast } }: Known): [number, number] {
  const carried = typeof forecast.value === 'number' ? forecast.value : 0;
  if (settings.scale === 'log') return [1e8, carried > TOP ? 100 * TOP : TOP];
  const most = max([1e9, ...shown.map(({ size }) => size)]) ?? 0;
  return [0, Math.max(most, Math.min(carried, 2 * most)) * 1.08];
}

export const endOf = ({ to, until }: SizesSettings): number => Math.max(to + 1, until + 0.5);

const STEPS = 64;
const between = (from: number, to: number): readonly number[] =>
  from > to ? [] : range(STEPS + 1).map((i) => from + ((to - from) * i) / STEPS);

/** The line between two dates, while its sizes lie between these. */
export function lineOn(line: Line, from: number, to: number, sizes: readonly number[]): Places {
  const reached = sizes.map((size) => line.x + (Math.log(size) - line.y) / line.slope);
  const [first = from, last = to] = reached.sort(ascending);
  const years = between(Math.max(from, first), Math.min(to, last));
  return years.map((year) => [year, Math.exp(heightAt(line, year))]);
}

/** The outline of its band. */
export function bandOf(line: Line, from: number, to: number): Places {
  const edge = (side: 0 | 1): Places =>
    between(from, to).map((year) => [year, Math.exp(boundsAt(line, year)?.[side] ?? 0)]);
  return [...edge(0), ...edge(1).toReversed()];
}
