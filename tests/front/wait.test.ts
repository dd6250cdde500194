import { expect, test } from 'vitest';
import { comb, lineEnd, spoken, wait } from '../../src/front/pure/wait.ts';
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
