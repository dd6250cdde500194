/** Logistic regression by Newton's method: the likelihood has one peak, and a few steps reach it. */
import { solveSymmetric } from './cholesky.ts';

/** Rows of the same length, the last column 1 for the constant; for each a label of 0 or 1 and how much it counts. */
export interface Sample {
  readonly rows: readonly Float64Array[];
  readonly labels: ArrayLike<number>;
  readonly weights?: ArrayLike<number>;
  /** How strongly weights are held near 0; absent: too little to be seen, only to keep the matrix from being singular. */
  readonly ridge?: number;
}

/** Steps are as good as over when none of them moves a weight by more than this. */
const ENOUGH = 1e-9;
const MOST_STEPS = 40;
const RIDGE = 1e-9;

/** The log-odds of a row. */
export function logOdds(weights: Float64Array, row: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < row.length; j += 1) sum += (weights[j] as number) * (row[j] as number);
  return sum;
}

/** The probability of such log-odds. */
export function chance(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Slope of the log likelihood by each weight; minus its second derivatives, row by row, the lower half of them. */
export function slopes(
  weights: Float64Array,
  { rows, labels, weights: counts, ridge = RIDGE }: Sample,
): readonly [first: Float64Array, second: Float64Array] {
  const size = weights.length;
  const first = weights.map((weight) => -ridge * weight);
  const second = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) second[j * size + j] = ridge;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as Float64Array;
    const count = counts ? (counts[i] as number) : 1;
    const p = chance(logOdds(weights, row));
    const miss = count * ((labels[i] as number) - p);
    const bend = count * p * (1 - p);
    for (let j = 0; j < size; j += 1) {
      const x = row[j] as number;
      first[j] = (first[j] as number) + miss * x;
      for (let k = 0; k <= j; k += 1)
        second[j * size + k] = (second[j * size + k] as number) + bend * x * (row[k] as number);
    }
  }
  return [first, second];
}

/** The weights at the peak, one for each column. */
export function fitted(sample: Sample): Float64Array {
  const weights = new Float64Array(sample.rows[0]?.length ?? 0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const [first, second] = slopes(weights, sample);
    const move = solveSymmetric(second, first);
    for (let j = 0; j < weights.length; j += 1)
      weights[j] = (weights[j] as number) + (move[j] as number);
    if (move.every((by) => Math.abs(by) < ENOUGH)) break;
  }
  return weights;
}
