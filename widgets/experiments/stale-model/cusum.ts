/** The alarm: a cumulative sum to either side (Page 1954). */
import { range } from 'd3-array';

/** What is forgiven each time, in standard deviations: half of a shift by one. */
const ALLOWANCE = 0.5;

/** How far values have drifted up, and down: the alarm rings where one of them is above its threshold. */
export type Sums = readonly [up: number, down: number];
export const AT_REST: Sums = [0, 0];

/** Adds a value that has mean 0 and standard deviation 1 while nothing changes. */
export function add([up, down]: Sums, value: number): Sums {
  return [Math.max(0, up + value - ALLOWANCE), Math.max(0, down - value - ALLOWANCE)];
}

/** Watches values from rest, and starts again after each alarm: the heights reached, and where the alarm rang. */
export function watch(values: ArrayLike<number>, threshold: number) {
  let sums = AT_REST;
  const heights = Array.from(values, (value) => {
    sums = add(sums, value);
    const reached = Math.max(...sums);
    if (reached > threshold) sums = AT_REST;
    return reached;
  });
  const rings = range(heights.length).filter((at) => (heights[at] as number) > threshold);
  return { heights, rings };
}
