import { expect, test } from 'vitest';
import { tailJar } from '../../widgets/experiments/tail-jar/widget.ts';
import { each, FIVE, lesson, over, questionsOf, TWENTY } from './seeds.ts';

const text = lesson('what-you-measured');
const questions = questionsOf('what-you-measured');
const jars = (seeds: readonly number[], ...calls: readonly number[]) =>
  over(tailJar, seeds, ...calls.map((fanOut) => ({ source: 'queue:arrivals=100', fanOut })));
const within = (values: readonly number[], low: number, high: number): void => {
  expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
  expect(Math.max(...values)).toBeLessThanOrEqual(high);
};

test('calls alone, and ten to a page', async () => {
  const [one, ten] = await jars(TWENTY, 1, 10);
  expect(text).toContain('come within about 22 ms and nine in ten within about 60 ms');
  within(each(one, 'p50'), 19.5, 22.5);
  within(each(one, 'p90'), 54, 61);
  expect(questions).toContain('with ten, within about 70 ms');
  within(each(ten, 'fanOutMedian'), 61, 73);
});

test('four calls are the most with which half of the pages appear within 49 ms', async () => {
  const [four, five] = await jars(FIVE, 4, 5);
  within(each(four, 'fanOutMedian'), 44, 49);
  within(each(five, 'fanOutMedian'), 49.5, 55);
});

test('what ten calls and four have to do with the tail is arithmetic', () => {
  expect(text).toContain('fewer than 7 in 100 of them take longer');
  expect(1 - 0.5 ** (1 / 10)).toBeCloseTo(0.067, 3);
  expect(questions).toContain('Two pages in three meet at least one call');
  expect(1 - 0.9 ** 10).toBeCloseTo(0.65, 2);
  expect(questions).toContain('The fourth root of one half is 84 %');
  expect(0.5 ** (1 / 4)).toBeCloseTo(0.84, 2);
  expect(questions).toContain('fifth root is 87 %');
  expect(0.5 ** (1 / 5)).toBeCloseTo(0.87, 2);
});

test('of the images held back so many are poisoned', () => {
  expect(questionsOf('practise-in-production')).toContain('So 900 of 20,880 are poisoned, 4.3 %');
  const [found, clean] = [1_000_000 * 0.001 * 0.9, 1_000_000 * 0.999 * 0.02];
  expect(found + clean).toBeCloseTo(20_880, 6);
  expect((100 * found) / (found + clean)).toBeCloseTo(4.31, 2);
});
