/** Logistic regression with a penalty on the squares of its weights: one optimum, found by Newton's method. */
import { solveSymmetric } from '#kit/numbers';

/** A mail, say: the numbers of the traits that it has, rising. */
export type Bag = Uint16Array | readonly number[];

/** What is learned: the log-odds of a bag are the intercept and the weights of what is in it. */
export interface Logistic {
  readonly weights: Float64Array;
  readonly intercept: number;
}

/** A fit with the steps that led to it, the first of them all zeros. */
export interface Fit {
  readonly model: Logistic;
  readonly path: readonly Logistic[];
}

/** Steps are small enough when no weight moves by more than this. */
const STILL = 1e-9;
const MOST_STEPS = 40;

/** The log-odds that a model gives a bag. */
export function logOdds({ weights, intercept }: Logistic, bag: Bag): number {
  let sum = intercept;
  // By places: a bag of either kind is read in a third of the time that its iterator takes.
  const { length } = bag;
  for (let i = 0; i < length; i += 1) sum += weights[bag[i] as number] as number;
  return sum;
}

/**
 * Minimises the sum of log losses and `penalty` / 2 times the sum of squared weights; the intercept is free. `size` is the number of
 * traits. The penalty must be above 0, so that there is one optimum even where a trait is in no bag.
 */
export function fitRidge(
  bags: readonly Bag[],
  isYes: readonly boolean[],
  { size, penalty }: { readonly size: number; readonly penalty: number },
): Fit {
  const all = size + 1;
  // Lists of one kind are read in half the time of lists of two.
  const lists = bags.map((bag) => Uint16Array.from(bag));
  let at = new Float64Array(all);
  const path = [modelOf(at)];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { gradient, curvature } = slopes(lists, isYes, at, penalty);
    const move = solveSymmetric(curvature, gradient);
    at = at.map((value, i) => value - (move[i] as number));
    path.push(modelOf(at));
    if (move.every((value) => Math.abs(value) < STILL)) break;
  }
  return { model: modelOf(at), path };
}

function modelOf(at: Float64Array): Logistic {
  return { weights: at.slice(0, -1), intercept: at.at(-1) as number };
}

/** The gradient and, in its lower triangle, the matrix of second derivatives; the intercept comes last. */
export function slopes(
  bags: readonly Bag[],
  isYes: readonly boolean[],
  at: Float64Array,
  penalty: number,
): { gradient: Float64Array; curvature: Float64Array } {
  const all = at.length;
  const last = all - 1;
  const model = modelOf(at);
  const gradient = at.map((value, i) => (i < last ? penalty * value : 0));
  const curvature = new Float64Array(all * all);
  for (let i = 0; i < last; i += 1) curvature[i * all + i] = penalty;
  bags.forEach((bag, row) => {
    const chance = 1 / (1 + Math.exp(-logOdds(model, bag)));
    const excess = chance - (isYes[row] ? 1 : 0);
    const bend = chance * (1 - chance);
    const length = bag.length;
    for (let i = 0; i <= length; i += 1) {
      const one = i < length ? (bag[i] as number) : last;
      gradient[one] = (gradient[one] as number) + excess;
      const above = one * all;
      for (let j = 0; j < i; j += 1) {
        const place = above + (bag[j] as number);
        curvature[place] = (curvature[place] as number) + bend;
      }
      curvature[above + one] = (curvature[above + one] as number) + bend;
    }
  });
  return { gradient, curvature };
}
