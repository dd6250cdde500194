import { expect, test } from 'vitest';
import { lateOf, middleOf, withTime } from '../../src/components/hands/typing-times.ts';

test('a rest between two words counts for nothing', () => {
  expect(withTime([120], 150)).toEqual([120, 150]);
  expect(withTime([120], 2500)).toEqual([120]);
});

test('of very many keys the latest count', () => {
  const times = Array.from({ length: 100 }, (_, i) => i).reduce<readonly number[]>(withTime, []);
  expect(times).toHaveLength(40);
  expect(times.at(-1)).toBe(99);
});

test('an answer is late where the next key came before it', () => {
  expect(lateOf([100, 200, 300], 200)).toBe(1);
  expect(lateOf([100, 200, 300], 301)).toBe(3);
  expect(lateOf([], 50)).toBe(0);
});

test('the middle of the times is their median', () => {
  expect(middleOf([300, 100, 120])).toBe(120);
  expect(middleOf([100, 130])).toBe(115);
  expect(middleOf([90])).toBe(90);
});
