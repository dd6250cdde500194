import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  readApplicants,
  type Applicants,
} from '../../../../widgets/experiments/three-officers/applicants.ts';
import { fitted, slopes } from '../../../../widgets/kit/numbers/logistic.ts';
import {
  pairsWon,
  PROXIES,
  reweighed,
  rowsOf,
} from '../../../../widgets/experiments/three-officers/scores.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

let all: Applicants;
beforeAll(() => {
  all = readApplicants(readFileSync('public/data/hmda.bin'));
});
const factOf = (name: string): Float64Array =>
  all.facts.find((one) => one.name === name)?.values ?? new Float64Array();
/** Solves by elimination with pivots: nothing of the widget's. */
function eliminated(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = right.length;
  for (let j = 0; j < n; j += 1) {
    rows.sort((a, b) => {
      const [x, y] = [a, b].map((row) =>
        rows.indexOf(row) < j ? Infinity : Math.abs(row[j] ?? 0),
      );
      return (y ?? 0) === (x ?? 0) ? 0 : (y ?? 0) - (x ?? 0);
    });
    for (let i = 0; i < n; i += 1) {
      if (i === j) continue;
      const by = (rows[i]?.[j] ?? 0) / (rows[j]?.[j] ?? 1);
      rows[i] = (rows[i] ?? []).map((value, k) => value - by * (rows[j]?.[k] ?? 0));
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1));
}
/** Newton's method on a likelihood of one number a row: its first and second derivative by the linear part. */
function newton(
  rows: readonly number[][],
  labels: readonly number[],
  bend: (linear: number, label: number) => readonly [first: number, second: number],
): number[] {
  let weights = (rows[0] ?? []).map(() => 0);
  for (let step = 0; step < 30; step += 1) {
    const gradient = weights.map(() => 0);
    const matrix = weights.map(() => weights.map(() => 0));
    rows.forEach((row, i) => {
      const linear = row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0);
      const [first, second] = bend(linear, labels[i] ?? 0);
      row.forEach((value, j) => {
        gradient[j] = (gradient[j] ?? 0) + first * value;
        row.forEach((other, k) => {
          (matrix[j] as number[])[k] = (matrix[j]?.[k] ?? 0) - second * value * other;
        });
      });
    });
    const move = eliminated(matrix, gradient);
    weights = weights.map((weight, j) => weight + (move[j] ?? 0));
  }
  return weights;
}
/** The normal distribution, by Simpson's rule from far below. */
function normal(z: number): number {
  const [from, steps] = [-8, 400];
  const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const width = (z - from) / steps;
  let sum = density(from) + density(z);
  for (let i = 1; i < steps; i += 1) sum += (i % 2 === 1 ? 4 : 2) * density(from + i * width);
  return (sum * width) / 3;
}

describe('the rows', () => {
  it('are as many as were published, of each group and decision', () => {
    const count = (black: number, approved: number): number =>
      all.isBlack.filter((one, i) => one === black && all.isApproved[i] === approved).length;
    expect([count(0, 1), count(0, 0), count(1, 1), count(1, 0)]).toEqual([1852, 189, 243, 96]);
    expect(all.count).toBe(2380);
    expect(all.facts.map(({ name }) => name)).toHaveLength(11);
  });

  it('give the three regressions of denial that Stock and Watson print, to three digits', () => {
    const ratio = factOf('payments to income');
    const rows = Array.from(ratio, (value, i) => [1, value, all.isBlack[i] ?? 0]);
    const denied = [...all.isApproved].map((one) => 1 - one);
    const linear = newton(rows, denied, (at, y) => [y - at, -1]);
    const logit = newton(rows, denied, (at, y) => {
      const p = 1 / (1 + Math.exp(-at));
      return [y - p, -p * (1 - p)];
    });
    const probit = newton(rows, denied, (at, y) => {
      const p = normal(at);
      const density = Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI);
      // Fisher's scoring: the expected bend, which leads to the same peak.
      return [((y - p) * density) / (p * (1 - p)), (-density * density) / (p * (1 - p))];
    });
    expect(linear.map((one) => one.toFixed(3))).toEqual(['-0.091', '0.559', '0.177']);
    expect(logit.map((one) => one.toFixed(2))).toEqual(['-4.13', '5.37', '1.27']);
    expect(probit.map((one) => one.toFixed(2))).toEqual(['-2.26', '2.74', '0.71']);
    // And so does the widget's own fit, of approval in place of denial.
    const own = fitted({
      rows: rows.map(([, value, black]) => Float64Array.of(value ?? 0, black ?? 0, 1)),
      labels: all.isApproved,
    });
    expect([...own].map((one) => (-one).toFixed(2))).toEqual(['5.37', '1.27', '-4.13']);
  });
});

describe('the model', () => {
  it('has the log-odds of a table of two by two as its weights, and counts rows by their weights', () => {
    const rows = [0, 0, 1, 1].map((one) => Float64Array.of(one, 1));
    const [weight, constant] = fitted({ rows, labels: [0, 1, 0, 1], weights: [30, 10, 20, 60] });
    expect(constant).toBeCloseTo(Math.log(10 / 30), 6);
    expect(weight).toBeCloseTo(Math.log(60 / 20) - Math.log(10 / 30), 6);
  });

  it('climbs along the slope that differences give, and ends where there is none', () => {
    const random = seeded(1, 'rows');
    const rows = Array.from({ length: 60 }, () =>
      Float64Array.of(random.normal(), random.normal(), 1),
    );
    const labels = rows.map(([x = 0]) => Number(x + random.normal() > 0));
    const likelihood = (weights: Float64Array): number =>
      rows.reduce((sum, [x = 0, y = 0], i) => {
        const odds = x * (weights[0] ?? 0) + y * (weights[1] ?? 0) + (weights[2] ?? 0);
        return sum - Math.log(1 + Math.exp(labels[i] === 1 ? -odds : odds));
      }, 0);
    const at = Float64Array.of(0.3, -0.2, 0.1);
    const [exact, bend] = slopes(at, { rows, labels });
    [0, 1, 2].forEach((j) => {
      const by = (sign: number): Float64Array =>
        at.map((value, k) => value + (j === k ? sign * 1e-5 : 0));
      expect((likelihood(by(1)) - likelihood(by(-1))) / 2e-5).toBeCloseTo(exact[j] ?? 0, 4);
      [0, 1, 2].slice(0, j + 1).forEach((k) => {
        const [up, down] = [1, -1].map((sign) => slopes(by(sign), { rows, labels })[0][k] ?? 0);
        expect(((down ?? 0) - (up ?? 0)) / 2e-5).toBeCloseTo(bend[3 * j + k] ?? 0, 4);
      });
    });
    const peak = fitted({ rows, labels });
    for (const one of slopes(peak, { rows, labels })[0]) expect(Math.abs(one)).toBeLessThan(1e-8);
  });

  it('leaves out the three facts that weigh most in a guess at who is Black', () => {
    const rows = rowsOf(
      all.facts.map(({ values }) => values),
      all.count,
    );
    const weights = fitted({ rows, labels: all.isBlack });
    const heaviest = all.facts
      .map(({ name }, j) => [name, Math.abs(weights[j] ?? 0)] as const)
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, 3);
    expect(new Set(heaviest.map(([name]) => name))).toEqual(new Set(PROXIES));
  });

  it('is reweighed so that group and decision have nothing to do with each other', () => {
    const everyone = Array.from({ length: all.count }, (_, i) => i);
    const weights = reweighed(all)(everyone);
    const weight = (black: number, approved: number): number =>
      everyone.reduce(
        (sum, i) =>
          sum +
          (all.isBlack[i] === black && all.isApproved[i] === approved ? (weights[i] ?? 0) : 0),
        0,
      );
    expect(weight(0, 1) / weight(0, 0)).toBeCloseTo(weight(1, 1) / weight(1, 0), 9);
    expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(all.count, 6);
  });

  it('counts pairs as one by one', () => {
    const random = seeded(3, 'pairs');
    const values = Float64Array.from({ length: 80 }, () => random.whole(12));
    const labels = Uint8Array.from(values, (value) => Number(value + random.normal() * 4 > 6));
    let [won, pairs] = [0, 0];
    values.forEach((one, i) => {
      values.forEach((other, j) => {
        if (labels[i] !== 1 || labels[j] !== 0) return;
        pairs += 1;
        won += one > other ? 1 : one === other ? 0.5 : 0;
      });
    });
    expect(pairsWon(values, labels)).toBeCloseTo(won / pairs, 12);
  });
});
