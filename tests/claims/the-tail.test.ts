import { beforeAll, expect, test } from 'vitest';
import { tailJar } from '../../widgets/experiments/tail-jar/widget.ts';
import type { Measured } from '../../widgets/kit/contract/widget.ts';
import { each, lesson, over, questionsOf, TWENTY } from './seeds.ts';

const text = lesson('06-the-tail');
const questions = questionsOf('06-the-tail');
const source = /source: '(queue:[^']*)'/.exec(text)?.[1] ?? '';
const within = (values: readonly number[], low: number, high: number): void => {
  expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
  expect(Math.max(...values)).toBeLessThanOrEqual(high);
};

let found: readonly (readonly Measured[])[];
beforeAll(async () => {
  const calls = [1, 7, 20].map((fanOut) => ({ source, fanOut }));
  found = await over(tailJar, TWENTY, ...calls);
});

test('single translations, as the prediction tells them', () => {
  expect(questions).toContain('within about 105 ms, nine in ten within about 290, and 99 in 100');
  expect(questions).toContain('within about 520');
  within(each(found[0], 'p50'), 103, 107.5);
  within(each(found[0], 'p90'), 283, 297);
  within(each(found[0], 'p99'), 500, 545);
});

test('half of the pages of twenty, and of seven', () => {
  const pages = each(found[2], 'fanOutMedian').map(Math.round);
  expect(text).toContain(`20 draws: ${Math.min(...pages)} to ${Math.max(...pages)} ms.`);
  each(found[1], 'fanOutMedian').forEach((one, i) =>
    expect(one).toBeGreaterThan(each(found[0], 'p90')[i] as number),
  );
});

test('the sums: seven calls, a hundred, ten steps, fourteen', () => {
  expect(text).toContain('0.9 to the power 7, or 0.48');
  expect(0.9 ** 7).toBeCloseTo(0.478, 3);
  expect(text).toContain('63 % of the pages are slow');
  expect(1 - 0.99 ** 100).toBeCloseTo(0.634, 3);
  expect(text).toContain('right 90 times in 100, and one of a hundred steps in 37');
  expect(0.99 ** 10).toBeCloseTo(0.904, 3);
  expect(0.99 ** 100).toBeCloseTo(0.366, 3);
  expect(questions).toContain('0.513 for 13 steps and 0.488 for 14');
  expect(0.95 ** 13).toBeCloseTo(0.513, 3);
  expect(0.95 ** 14).toBeCloseTo(0.488, 3);
});
