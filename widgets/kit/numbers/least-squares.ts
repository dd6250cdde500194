/** Least squares: rows are added up, and the weights are found from what they add up to. */
import { range } from 'd3-array';
import { solveSymmetric } from './cholesky.ts';

/** What rows add up to: the products of their inputs, the lower half of inputs x inputs, and of inputs with each output. */
export interface Sums {
  readonly square: Float64Array;
  readonly right: readonly Float64Array[];
}

/** No rows yet. */
export function noSums(inputs: number, outputs = 1): Sums {
  const right = range(outputs).map(() => new Float64Array(inputs));
  return { square: new Float64Array(inputs * inputs), right };
}

/** Adds a row and what should come out of it. In a row that is one shorter than the inputs the last of them, the constant, is 1. */
export function addRow(
  { square, right }: Sums,
  row: Float64Array,
  ...wanted: readonly number[]
): void {
  const inputs = right[0]?.length ?? 0;
  for (let i = 0; i < inputs; i += 1) {
    const value = i < row.length ? (row[i] as number) : 1;
    if (value === 0) continue;
    for (let j = 0; j <= i; j += 1) {
      const other = j < row.length ? (row[j] as number) : 1;
      square[i * inputs + j] = (square[i * inputs + j] as number) + value * other;
    }
    right.forEach((to, k) => {
      to[i] = (to[i] as number) + value * (wanted[k] as number);
    });
  }
}

/**
 * For each output the weights whose sum of squared errors plus `ridge` times their own squares is least. With fewer rows than inputs a
 * `ridge` above 0 makes them unique.
 */
export function leastSquares({ square, right }: Sums, ridge = 0): readonly Float64Array[] {
  const [first = new Float64Array(0), ...more] = right.map((one) => one.slice());
  const a = square.slice();
  for (let at = 0; at < a.length; at += first.length + 1) a[at] = (a[at] as number) + ridge;
  solveSymmetric(a, first, ...more);
  return [first, ...more];
}

/** What weights make of a row; a weight more than it has inputs is the constant. */
export function weighted(weights: Float64Array, row: Float64Array): number {
  let sum = weights[row.length] ?? 0;
  for (let i = 0; i < row.length; i += 1) sum += (row[i] as number) * (weights[i] as number);
  return sum;
}
