import { expect, test } from 'vitest';
import { isBeyond, pulled, typed } from '../../src/front/pure/pull.ts';

const ARRIVALS = { min: 5, max: 99 };
const SERVICE = { min: 2, max: 20 };

test('99 is a short pull to the right of 80, and further on it stays 99', () => {
  const within = (pixels: number): number => pulled(ARRIVALS, 80, pixels);
  expect(within(0)).toBe(80);
  // From 80 to 99 there are 19 stops; a phone has room for so many pixels beside the number.
  expect(within(110)).toBe(99);
  expect(within(5000)).toBe(99);
  expect(within(-5000)).toBe(5);
});

test('the last stops are wide enough for a hand, and no stop is left out', () => {
  const seen = new Map<number, number>();
  for (let pixels = -400; pixels <= 200; pixels += 1) {
    const value = pulled(ARRIVALS, 80, pixels);
    seen.set(value, (seen.get(value) ?? 0) + 1);
  }
  expect([...seen.keys()]).toEqual(Array.from({ length: 95 }, (_, i) => 5 + i));
  expect(seen.get(98)).toBeGreaterThanOrEqual(12);
  expect(seen.get(97)).toBeGreaterThanOrEqual(8);
});

test('a pull back by the same way leads back', () => {
  for (let value = 5; value <= 99; value += 1) expect(pulled(ARRIVALS, value, 0)).toBe(value);
  for (let value = 2; value <= 20; value += 1) expect(pulled(SERVICE, value, 0)).toBe(value);
});

test.each([
  ['97', 97],
  ['150', 99],
  ['0', 5],
  ['42.4', 42],
  ['', undefined],
  ['many', undefined],
])('“%s” is taken as %s', (text, value) => {
  expect(typed(ARRIVALS, text)).toBe(value);
});

test('a number typed beyond an end is known as such', () => {
  const beyond = ['99', '21', '20', '1', '', 'many'].map((text) => isBeyond(SERVICE, text));
  expect(beyond).toEqual([true, true, false, true, false, false]);
});
