import { range, sum } from 'd3-array';
import { describe, expect, test } from 'vitest';
import { solveSymmetric } from '../../../../widgets/kit/numbers/cholesky.ts';
import {
  addRow,
  leastSquares,
  noSums,
  weighted,
} from '../../../../widgets/kit/numbers/least-squares.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

describe('least squares', () => {
  test.each([
    [20, 1.11],
    [40, 0.345],
    [100, 0.112],
  ])(
    'with ten normal inputs and %d rows has the excess risk d / (n - d - 1), %d',
    (rows, printed) => {
      // Breiman and Freedman 1983, without a constant.
      const [inputs, draws] = [10, 6000];
      const exact = inputs / (rows - inputs - 1);
      expect(exact).toBeCloseTo(printed, 2);
      const random = seeded(1, 'normal inputs');
      const risks = range(draws).map(() => {
        const sums = noSums(inputs);
        for (let i = 0; i < rows; i += 1) {
          const row = Float64Array.from({ length: inputs }, () => random.normal());
          addRow(sums, row, random.normal());
        }
        return sum(leastSquares(sums)[0] ?? [], (weight) => weight * weight);
      });
      expect(sum(risks) / draws / exact).toBeGreaterThan(0.93);
      expect(sum(risks) / draws / exact).toBeLessThan(1.07);
    },
  );
  test('finds weights and constant of what is a weighted sum', () => {
    const random = seeded(2, 'exact');
    const sums = noSums(4, 2);
    for (let i = 0; i < 12; i += 1) {
      const row = Float64Array.from({ length: 3 }, () => random.normal());
      const [a = 0, b = 0, c = 0] = row;
      addRow(sums, row, 2 * a - b + 4, c - 1);
    }
    const found = leastSquares(sums).map((one) => weighted(one, Float64Array.of(1, 2, 3)));
    expect(found[0]).toBeCloseTo(4, 8);
    expect(found[1]).toBeCloseTo(2, 8);
  });
  test('solves a system that is multiplied out by hand, and a second one with it', () => {
    // [[4, 2], [2, 3]] times [1, 2] is [8, 8], times [0, 1] is [2, 3].
    const other = Float64Array.of(2, 3);
    const [x, y] = solveSymmetric(Float64Array.of(4, 0, 2, 3), Float64Array.of(8, 8), other);
    expect([x, y]).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
    expect([...other]).toEqual([expect.closeTo(0, 12), expect.closeTo(1, 12)]);
  });
});
