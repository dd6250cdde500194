/** A straight line through points, by least squares, and how surely it lies there. */
import { studentT } from './student-t.ts';

/** A line, and half of its 95 % intervals: `null` where two points leave nothing to judge it by. */
export interface Line {
  readonly slope: number;
  /** The point that it turns about: the mean of the points. */
  readonly x: number;
  readonly y: number;
  /** Of the slope. */
  readonly give: number | null;
  /** Of its own height at `x`. */
  readonly lift: number | null;
}

const SURE = 0.95;

/** The line through two points or more; `null` for fewer, or when none lies beside another. */
export function lineThrough(points: readonly (readonly [x: number, y: number])[]): Line | null {
  const count = points.length;
  const sum = (of: (x: number, y: number) => number): number =>
    points.reduce((total, point) => total + of(...point), 0);
  const [x, y] = [sum((x) => x) / count, sum((_, y) => y) / count];
  const spread = sum((one) => (one - x) ** 2);
  if (count < 2 || spread === 0) return null;
  const slope = sum((across, up) => (across - x) * (up - y)) / spread;
  if (count === 2) return { slope, x, y, give: null, lift: null };
  const left = sum((across, up) => (up - y - slope * (across - x)) ** 2);
  const scatter = studentT(SURE, count - 2) * Math.sqrt(left / (count - 2));
  return { slope, x, y, give: scatter / Math.sqrt(spread), lift: scatter / Math.sqrt(count) };
}

/** The height of a line at `x`. */
export function heightAt(line: Line, x: number): number {
  return line.y + line.slope * (x - line.x);
}

/** The 95 % interval of that height; single points scatter more widely about it. */
export function boundsAt(line: Line, x: number): readonly [low: number, high: number] | null {
  if (line.give === null || line.lift === null) return null;
  const half = Math.hypot(line.lift, line.give * (x - line.x));
  return [heightAt(line, x) - half, heightAt(line, x) + half];
}
