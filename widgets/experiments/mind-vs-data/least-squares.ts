/** Least squares: for each kind of digit, a weighted sum of the numbers shown that comes as near as it can to 1 for that kind, and to 0 for all others. */

/** What rows add up to: all that least squares needs to know of them. The last of `inputs` is always 1, for the constant. */
export interface Sums {
  readonly inputs: number;
  readonly outputs: number;
  /** inputs x inputs and inputs x outputs. */
  readonly squares: Float64Array;
  readonly products: Float64Array;
}

/** No rows yet; `features` does not count the constant. */
export function noSums(features: number, outputs: number): Sums {
  const inputs = features + 1;
  return {
    inputs,
    outputs,
    squares: new Float64Array(inputs * inputs),
    products: new Float64Array(inputs * outputs),
  };
}

/** Adds a row and what should come out of it. */
export function addRow(
  { inputs, outputs, squares, products }: Sums,
  row: Float64Array,
  wanted: ArrayLike<number>,
): void {
  for (let i = 0; i < inputs; i += 1) {
    const value = i < row.length ? (row[i] as number) : 1;
    if (value === 0) continue;
    for (let j = 0; j <= i; j += 1) {
      const other = j < row.length ? (row[j] as number) : 1;
      squares[i * inputs + j] = (squares[i * inputs + j] as number) + value * other;
    }
    for (let k = 0; k < outputs; k += 1)
      products[i * outputs + k] =
        (products[i * outputs + k] as number) + value * (wanted[k] as number);
  }
}

/**
 * The weights, inputs x outputs, whose sum of squared errors plus `ridge` times their own squares is least, by Cholesky's method. With
 * fewer rows than inputs a `ridge` above 0 makes them unique.
 */
export function solve({ inputs, outputs, squares, products }: Sums, ridge: number): Float64Array {
  const lower = new Float64Array(inputs * inputs);
  const at = (i: number, j: number): number => lower[i * inputs + j] as number;
  for (let i = 0; i < inputs; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = (squares[i * inputs + j] as number) + (i === j ? ridge : 0);
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      lower[i * inputs + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j);
    }
  }
  const weights = products.slice();
  for (let k = 0; k < outputs; k += 1) {
    for (let i = 0; i < inputs; i += 1) {
      let sum = weights[i * outputs + k] as number;
      for (let j = 0; j < i; j += 1) sum -= at(i, j) * (weights[j * outputs + k] as number);
      weights[i * outputs + k] = sum / at(i, i);
    }
    for (let i = inputs - 1; i >= 0; i -= 1) {
      let sum = weights[i * outputs + k] as number;
      for (let j = i + 1; j < inputs; j += 1)
        sum -= at(j, i) * (weights[j * outputs + k] as number);
      weights[i * outputs + k] = sum / at(i, i);
    }
  }
  return weights;
}

/** The weighted sums of a row. */
export function sumsOf(weights: Float64Array, row: Float64Array, outputs: number): Float64Array {
  const found = weights.slice(row.length * outputs);
  for (let i = 0; i < row.length; i += 1) {
    const value = row[i] as number;
    if (value === 0) continue;
    for (let k = 0; k < outputs; k += 1)
      found[k] = (found[k] as number) + value * (weights[i * outputs + k] as number);
  }
  return found;
}
