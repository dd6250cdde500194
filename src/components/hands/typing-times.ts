/** Times between keys, and which of a model's answers come after the next of them. */

/** How long the model takes until the reader sets it, in milliseconds. */
export const START = 300;
/** A longer time is a rest, and counts for nothing. */
const REST = 2000;
/** As many of the latest times count. */
const MOST = 40;

/** The times with one more; a rest is left out. */
export function withTime(times: readonly number[], time: number): readonly number[] {
  return time > REST ? times : [...times, time].slice(-MOST);
}

/** How many keys come before an answer that takes so long. */
export function lateOf(times: readonly number[], latency: number): number {
  return times.filter((time) => time < latency).length;
}

/** The median. */
export function middleOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] =
    sorted.length % 2 ? [sorted[half], sorted[half]] : sorted.slice(half - 1, half + 1);
  return Math.round((low + high) / 2);
}
