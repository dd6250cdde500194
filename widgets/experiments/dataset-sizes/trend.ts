/** A straight line through the logarithms of sizes: growth by a factor a year, and how sure it is. */
import { studentT } from '../../kit/numbers/student-t.ts';

/** A size (words or tokens) at a point in time (years, with their fraction). */
export interface Sized {
  readonly year: number;
  readonly size: number;
}

/** The line of least squares through year and natural logarithm of size. */
export interface Line {
  readonly count: number;
  /** Growth of the logarithm in a year. */
  readonly slope: number;
  /** The point that the line turns about: mean year, mean logarithm. */
  readonly year: number;
  readonly level: number;
  /** Half of the slope's 95 % interval; `null` where two points leave nothing to judge it by. */
  readonly give: number | null;
  /** Half of the 95 % interval of the line's own height at its mean year, likewise. */
  readonly lift: number | null;
}

const SURE = 0.95;

/** The line through two points or more; `null` for fewer, or when all have the same date. */
export function lineThrough(points: readonly Sized[]): Line | null {
  const count = points.length;
  const mean = (of: (point: Sized) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / count;
  const year = mean((point) => point.year);
  const level = mean((point) => Math.log(point.size));
  const spread = count * mean((point) => (point.year - year) ** 2);
  if (count < 2 || spread === 0) return null;
  const slope =
    (count * mean((point) => (point.year - year) * (Math.log(point.size) - level))) / spread;
  const line = { count, slope, year, level };
  if (count === 2) return { ...line, give: null, lift: null };
  const left =
    count * mean((point) => (Math.log(point.size) - level - slope * (point.year - year)) ** 2);
  const scatter = studentT(SURE, count - 2) * Math.sqrt(left / (count - 2));
  return { ...line, give: scatter / Math.sqrt(spread), lift: scatter / Math.sqrt(count) };
}

/** The size on the line at a point in time. */
export function sizeAt(line: Line, year: number): number {
  return Math.exp(line.level + line.slope * (year - line.year));
}

/** The 95 % interval of the line itself at a point in time; single sets scatter more widely about it. */
export function boundsAt(line: Line, year: number): readonly [number, number] | null {
  if (line.give === null || line.lift === null) return null;
  const half = Math.hypot(line.lift, line.give * (year - line.year));
  const size = sizeAt(line, year);
  return [size * Math.exp(-half), size * Math.exp(half)];
}

/** Months until a size has doubled, at so much growth of its logarithm a year. */
export function doubling(slope: number): number {
  return (12 * Math.LN2) / slope;
}
