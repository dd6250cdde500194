import { expect, test } from 'vitest';
import { comb, lineEnd, longestOf, spoken, tick, wait } from '../../src/front/pure/wait.ts';
import { seeded } from '../../widgets/kit/numbers/random.ts';

/** The same queue, one request after another (Lindley's recursion): an answer that shares nothing with the closed form. */
function simulated(service: number, arrivals: number, seed: number): Float64Array {
  const random = seeded(seed, 'front page');
  const times = new Float64Array(400_000);
  let queue = 0;
  for (let i = 0; i < times.length; i += 1) {
    const work = random.exponential(service);
    times[i] = queue + work;
    queue = Math.max(0, queue + work - random.exponential(1000 / arrivals));
  }
  return times.sort();
}

test.each([
  [10, 50],
  [10, 80],
  [5, 100],
])(
  'a server that needs %d ms, asked %d times a second, agrees with its simulation',
  (service, arrivals) => {
    const now = wait(service, arrivals);
    const times = simulated(service, arrivals, 1);
    for (const [share, tolerance] of [
      [0.5, 0.03],
      [0.99, 0.06],
    ] as const) {
      const seen = times[Math.ceil(share * times.length) - 1] ?? 0;
      expect(Math.abs(seen / now.within(share) - 1)).toBeLessThan(tolerance);
    }
  },
);

test('the sentence’s first numbers are 35 and 230 ms', () => {
  const now = wait(10, 80);
  expect([spoken(now.within(0.5)), spoken(now.within(0.99))]).toEqual(['35 ms', '230 ms']);
});

test('a server that is asked as often as it can answer never catches up', () => {
  expect(wait(10, 100)).toMatchObject({ keepsUp: false, growth: 0 });
  expect(wait(10, 120).growth).toBeCloseTo(20, 9);
  expect(wait(10, 120).within(0.5)).toBe(Number.POSITIVE_INFINITY);
});

test('the comb has a hundred lines, longer and longer, and none outside the paper by more than its edge', () => {
  const scale = { width: 400, longest: 400 };
  const ends = [...comb(wait(10, 95), scale, () => true).matchAll(/H([\d.]+)/g)].map((end) =>
    Number(end[1]),
  );
  expect(ends).toHaveLength(100);
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
  expect(ends.at(-1)).toBe(420);
});

test('an answer that never comes still ends at the edge', () => {
  expect(lineEnd(Number.POSITIVE_INFINITY, { width: 400, longest: 400 })).toBe(420);
});

test.each([
  [2.34, '2.3 ms'],
  [34.66, '35 ms'],
  [999.6, '1.0 s'],
  [Number.POSITIVE_INFINITY, 'never'],
])('%d milliseconds are said as “%s”', (value, words) => {
  expect(spoken(value)).toBe(words);
});

test('the axis holds from the start to the last stop, where both marks lie on it, and grows only beyond', () => {
  const axes = Array.from({ length: 95 }, (_, i) => longestOf(wait(10, 5 + i)));
  expect(new Set(axes)).toEqual(new Set([5000]));
  expect(wait(10, 99).within(0.5)).toBeCloseTo(693.1, 1);
  expect(wait(10, 99).within(0.99)).toBeCloseTo(4605.2, 1);
  expect(longestOf(wait(12, 83))).toBe(15_000);
  expect(wait(12, 83).within(0.99)).toBeLessThan(15_000);
});

test('no server of the sentence that keeps up leaves the longer axis', () => {
  for (let service = 2; service <= 20; service += 1) {
    for (let arrivals = 5; arrivals <= 99; arrivals += 1) {
      const now = wait(service, arrivals);
      if (now.keepsUp) expect(now.within(0.99)).toBeLessThan(15_000);
    }
  }
});

test('the axis is divided into whole seconds', () => {
  expect([0, 0.2, 1].map((share) => tick(5000, share))).toEqual(['0', '1 s', '5 s']);
  expect(tick(15_000, 0.2)).toBe('3 s');
});
