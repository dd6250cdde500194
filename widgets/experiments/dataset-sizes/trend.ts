/** The line through a span as places on a chart: sizes by years, while they have room, and the outline of its band. */
import { ascending, range } from 'd3-array';
import type { Line } from '#kit/numbers';
import { boundsAt, heightAt } from '#kit/numbers';

type Places = readonly (readonly [year: number, size: number])[];

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
