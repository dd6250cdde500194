/** Linear systems that are symmetric and positive definite, such as those of least squares. */

/**
 * Solves one of which the lower half is given, row by row (Cholesky's method); all are overwritten, and `b` becomes the solution, as each
 * of `more` does its own.
 */
export function solveSymmetric(
  a: Float64Array,
  b: Float64Array,
  ...more: readonly Float64Array[]
): Float64Array {
  const n = b.length;
  for (let j = 0; j < n; j += 1) {
    for (let i = j; i < n; i += 1) {
      let sum = a[i * n + j] as number;
      for (let k = 0; k < j; k += 1) sum -= (a[i * n + k] as number) * (a[j * n + k] as number);
      a[i * n + j] = i === j ? Math.sqrt(sum) : sum / (a[j * n + j] as number);
    }
  }
  for (const x of [b, ...more]) {
    for (let i = 0; i < n; i += 1) {
      let sum = x[i] as number;
      for (let k = 0; k < i; k += 1) sum -= (a[i * n + k] as number) * (x[k] as number);
      x[i] = sum / (a[i * n + i] as number);
    }
    for (let i = n - 1; i >= 0; i -= 1) {
      let sum = x[i] as number;
      for (let k = i + 1; k < n; k += 1) sum -= (a[k * n + i] as number) * (x[k] as number);
      x[i] = sum / (a[i * n + i] as number);
    }
  }
  return b;
}
