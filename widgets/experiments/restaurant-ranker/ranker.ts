/** What a ranker learns from the log of orders: how much each restaurant appeals to each kind of visitor. */
import { addRow, leastSquares, noSums, weighted } from '#kit/numbers';
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
  const sums = noSums(size);
  const known = (i: number) => traits.subarray(i * TRAITS, i * TRAITS + size);
  rest.forEach((wanted, i) => addRow(sums, known(i), wanted));
  const [weights = new Float64Array(size)] = leastSquares(sums, RIDGE);
  return rest.map((_, i) => {
    const mean = means[i % RESTAURANTS] as number;
    return weighted(Float64Array.of(...weights, mean), known(i));
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
