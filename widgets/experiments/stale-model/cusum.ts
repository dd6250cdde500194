/** The alarm: a cumulative sum to either side (Page 1954). */

/** What is forgiven each time, in standard deviations: half of a shift by one. */
const ALLOWANCE = 0.5;

/** Its state after a value. */
export interface Sums {
  readonly up: number;
  readonly down: number;
}

export const AT_REST: Sums = { up: 0, down: 0 };

/** Adds a value that has mean 0 and standard deviation 1 while nothing changes. */
export function add({ up, down }: Sums, value: number): Sums {
  return {
    up: Math.max(0, up + value - ALLOWANCE),
    down: Math.max(0, down - value - ALLOWANCE),
  };
}

/** How far it has come: the alarm rings above its threshold. */
export function height({ up, down }: Sums): number {
  return Math.max(up, down);
}

/** Watches values from rest, and starts again after each alarm: the heights reached, and where the alarm rang. */
export function watch(values: Iterable<number>, threshold: number) {
  let sums = AT_REST;
  const heights: number[] = [];
  const rings: number[] = [];
  for (const value of values) {
    sums = add(sums, value);
    const reached = height(sums);
    if (reached > threshold) {
      rings.push(heights.length);
      sums = AT_REST;
    }
    heights.push(reached);
  }
  return { heights, rings };
}
