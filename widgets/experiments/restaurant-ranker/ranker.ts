/** What a ranker learns from the log of orders: how much each restaurant appeals to each kind of visitor. */
import { KINDS, RESTAURANTS, TRAITS, type City } from './city.ts';

/** Keeps weights small; in units of one pairing of the log. */
const RIDGE = 20;

/**
 * Appeal as a ranker of this size sees it, by kind and restaurant: the restaurant's own mean in the log, and weights for
 * the first so many traits, fitted to what the means leave over by ridge regression (Hoerl and Kennard 1970).
 */
export function predicted({ traits, logged }: City, size: number): Float64Array {
  const means = meansOf(logged);
  const rest = logged.map((value, i) => value - (means[i % RESTAURANTS] as number));
  const square = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let i = 0; i < rest.length; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const x = traits[i * TRAITS + j] as number;
      right[j] = (right[j] as number) + x * (rest[i] as number);
      for (let k = 0; k <= j; k += 1)
        square[j * size + k] =
          (square[j * size + k] as number) + x * (traits[i * TRAITS + k] as number);
    }
  }
  for (let j = 0; j < size; j += 1) square[j * size + j] = (square[j * size + j] as number) + RIDGE;
  const weights = solved(square, right, size);
  return rest.map((_, i) => {
    let sum = means[i % RESTAURANTS] as number;
    for (let j = 0; j < size; j += 1)
      sum += (weights[j] as number) * (traits[i * TRAITS + j] as number);
    return sum;
  });
}

/** The mean of each restaurant over all kinds: all that is known of it without traits. */
export function meansOf(logged: Float64Array): Float64Array {
  const means = new Float64Array(RESTAURANTS);
  logged.forEach((value, i) => {
    means[i % RESTAURANTS] = (means[i % RESTAURANTS] as number) + value / KINDS;
  });
  return means;
}

/** Solves a symmetric positive definite system of which the lower half is given (Cholesky); both are overwritten. */
function solved(a: Float64Array, b: Float64Array, n: number): Float64Array {
  for (let j = 0; j < n; j += 1) {
    for (let i = j; i < n; i += 1) {
      let sum = a[i * n + j] as number;
      for (let k = 0; k < j; k += 1) sum -= (a[i * n + k] as number) * (a[j * n + k] as number);
      a[i * n + j] = i === j ? Math.sqrt(sum) : sum / (a[j * n + j] as number);
    }
  }
  for (let i = 0; i < n; i += 1) {
    let sum = b[i] as number;
    for (let k = 0; k < i; k += 1) sum -= (a[i * n + k] as number) * (b[k] as number);
    b[i] = sum / (a[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    let sum = b[i] as number;
    for (let k = i + 1; k < n; k += 1) sum -= (a[k * n + i] as number) * (b[k] as number);
    b[i] = sum / (a[i * n + i] as number);
  }
  return b;
}
