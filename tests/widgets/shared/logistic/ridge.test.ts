import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { fitRidge, logOdds, slopes } from '../../../../widgets/shared/logistic/ridge.ts';

/** Bags of up to five traits whose labels follow weights that nobody tells the fit. */
function made(seed: number): { bags: number[][]; isYes: boolean[] } {
  const random = seeded(seed, 'bags');
  const truth = [2, -1, 0.5, 0, 1];
  const bags = Array.from({ length: 300 }, () =>
    truth.flatMap((_, i) => (random.uniform() < 0.4 ? [i] : [])),
  );
  const isYes = bags.map((bag) => {
    const score = bag.reduce((sum, i) => sum + (truth[i] ?? 0), -0.7);
    return random.uniform() < 1 / (1 + Math.exp(-score));
  });
  return { bags, isYes };
}

/** What is minimised, written down anew. */
function objective(
  bags: readonly (readonly number[])[],
  isYes: readonly boolean[],
  at: readonly number[],
  penalty: number,
): number {
  const [weights, intercept] = [at.slice(0, -1), at.at(-1) ?? 0];
  const losses = bags.map((bag, row) => {
    const score = bag.reduce((sum, i) => sum + (weights[i] ?? 0), intercept);
    return Math.log1p(Math.exp(isYes[row] ? -score : score));
  });
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return losses.reduce((sum, loss) => sum + loss, 0) + (penalty / 2) * squares;
}

describe('ridge-logistic regression', () => {
  it('ends where no direction leads down, for seeds 1 to 5', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { bags, isYes } = made(seed);
      const { model } = fitRidge(bags, isYes, { size: 5, penalty: 1 });
      const at = Float64Array.from([...model.weights, model.intercept]);
      for (const slope of slopes(bags, isYes, at, 1).gradient)
        expect(Math.abs(slope)).toBeLessThan(1e-8);
    }
  });

  it('is where plain descent ends, which knows no second derivatives', () => {
    const { bags, isYes } = made(1);
    const { model } = fitRidge(bags, isYes, { size: 5, penalty: 1 });
    let at = [0, 0, 0, 0, 0, 0];
    const nudge = 1e-5;
    for (let step = 0; step < 4000; step += 1) {
      at = at.map((value, i) => {
        const moved = (by: number): number[] => at.map((one, k) => (k === i ? one + by : one));
        const rise =
          objective(bags, isYes, moved(nudge), 1) - objective(bags, isYes, moved(-nudge), 1);
        return value - 0.005 * (rise / (2 * nudge));
      });
    }
    [...model.weights, model.intercept].forEach((value, i) =>
      expect(value).toBeCloseTo(at[i] ?? Number.NaN, 4),
    );
  });

  it('equals a fit of one trait that is solved by halving', () => {
    // Eight with the trait, six of them yes, and eight without, two of them yes; a penalty of 1.
    const bags = Array.from({ length: 16 }, (_, i) => (i < 8 ? [0] : []));
    const isYes = Array.from({ length: 16 }, (_, i) => i < 6 || (i >= 8 && i < 10));
    const { model } = fitRidge(bags, isYes, { size: 1, penalty: 1 });
    // By symmetry the intercept is minus half of the weight; then the weight w solves 8 s(w/2) - 6 + w = 0.
    let [low, high] = [0, 5];
    for (let i = 0; i < 60; i += 1) {
      const w = (low + high) / 2;
      if (8 / (1 + Math.exp(-w / 2)) - 6 + w > 0) high = w;
      else low = w;
    }
    expect(model.weights[0]).toBeCloseTo(low, 8);
    expect(model.intercept).toBeCloseTo(-low / 2, 8);
    expect(logOdds(model, [0])).toBeCloseTo(low / 2, 8);
  });

  it('leaves a trait that is in no bag at nothing, and starts its path there', () => {
    const { bags, isYes } = made(2);
    const { model, path } = fitRidge(bags, isYes, { size: 7, penalty: 1 });
    expect([model.weights[5], model.weights[6]]).toEqual([0, 0]);
    expect([...(path[0]?.weights ?? [1])]).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(path.at(-1)).toEqual(model);
  });
});
