/** The model: the logarithm of the hires, linear in hour by kind of day and in the weather, fitted by least squares. */
import { sum } from 'd3-array';
import { solveSymmetric } from '#kit/numbers';
import { CELLS, FACTS, rowsOf, type Bikes, type Day, type Fitted } from './bikes.ts';

/** Keeps levels and weights small, about the mean of the logarithms: of 0.01, 0.03, 0.1 and 0.3 the best on weeks of 2011 held out. */
const RIDGE = 0.01;

/**
 * Fits it to days: ridge regression (Hoerl and Kennard 1970) on the logarithm of 1 + hires about its mean. An hour has just one
 * of the 48 levels, so these are eliminated first, and five equations are left for the weather.
 */
export function fitLinear(bikes: Bikes, days: readonly Day[]): Fitted {
  const counts = new Float64Array(CELLS);
  const sums = new Float64Array(CELLS);
  const met = new Float64Array(CELLS * FACTS);
  const square = new Float64Array(FACTS * FACTS);
  const right = new Float64Array(FACTS);
  const { cells, facts, logs } = rowsOf(bikes, days);
  const add = (to: Float64Array, at: number, by: number): void => {
    to[at] = (to[at] as number) + by;
  };
  for (let row = 0; row < cells.length; row += 1) {
    const [cell, y] = [cells[row] as number, logs[row] as number];
    add(counts, cell, 1);
    add(sums, cell, y);
    for (let j = 0; j < FACTS; j += 1) {
      const x = facts[row * FACTS + j] as number;
      // Clouds and rain are mostly none, and would add nothing.
      if (x === 0) continue;
      add(met, cell * FACTS + j, x);
      add(right, j, x * y);
      for (let k = 0; k <= j; k += 1)
        add(square, j * FACTS + k, x * (facts[row * FACTS + k] as number));
    }
  }
  const mean = sum(sums) / sum(counts);
  // Of each level what its rows have beyond the mean of all.
  const beyond = sums.map((all, cell) => all - mean * (counts[cell] as number));
  for (let cell = 0; cell < CELLS; cell += 1) {
    const held = (counts[cell] as number) + RIDGE;
    for (let j = 0; j < FACTS; j += 1) {
      const x = met[cell * FACTS + j] as number;
      right[j] = (right[j] as number) - mean * x - (x * (beyond[cell] as number)) / held;
      for (let k = 0; k <= j; k += 1)
        add(square, j * FACTS + k, -(x * (met[cell * FACTS + k] as number)) / held);
    }
  }
  for (let j = 0; j < FACTS; j += 1) add(square, j * FACTS + j, RIDGE);
  const weights = solveSymmetric(square, right);
  const levels = beyond.map((rest, cell) => {
    let about = rest;
    for (let j = 0; j < FACTS; j += 1)
      about -= (met[cell * FACTS + j] as number) * (weights[j] as number);
    return mean + about / ((counts[cell] as number) + RIDGE);
  });
  return (cell, facts) => {
    let log = levels[cell] as number;
    for (let j = 0; j < FACTS; j += 1) log += (facts[j] as number) * (weights[j] as number);
    return log;
  };
}
