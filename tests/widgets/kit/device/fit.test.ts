import { describe, expect, test } from 'vitest';
import {
  fitTimes,
  lineThroughTimes,
  timeOf,
  type Costs,
  type DeviceTimes,
} from '../../../../widgets/kit/device/fit.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { timeBatches } from '../../../../widgets/run/device-times.ts';

/** A device that a test makes up: what it costs, how restless it is, and the step of its clock. */
interface MadeUp {
  readonly time: (size: number) => number;
  readonly seed: number;
  readonly step: number;
  readonly noise?: number;
  /** How often in a pass something else takes the machine, and for how long. */
  readonly pauses?: { readonly share: number; readonly ms: number };
}

/** Times it as the lab does, by a clock that moves in steps. */
async function timesOf({ time, seed, step, noise = 0.02, pauses }: MadeUp): Promise<DeviceTimes> {
  const random = seeded(seed, 'made-up');
  let now = random.uniform();
  const clock = (): number => {
    now += 1e-4;
    return Math.floor(now / step) * step;
  };
  const pass = (size: number): Promise<void> => {
    now += time(size) * Math.max(0.5, 1 + noise * random.normal());
    if (pauses && random.uniform() < pauses.share) now += random.exponential(pauses.ms);
    return Promise.resolve();
  };
  let last: DeviceTimes | undefined;
  await timeBatches(
    pass,
    clock,
    (times, share) => {
      if (share === 1) last = structuredClone(times);
      return Promise.resolve();
    },
    256,
  );
  if (!last) throw new Error('never done');
  return last;
}

const linear =
  (costs: Costs) =>
  (size: number): number =>
    timeOf(costs, size);
const DEVICES = {
  graphics: { fixed: 2, each: 0.004 },
  processor: { fixed: 0.3, each: 0.1 },
  'plain loops': { fixed: 0.05, each: 0.8 },
} as const;
const SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** Least squares of residuals as shares of the times, by the normal equations. */
function leastSquares(sizes: readonly number[], times: readonly number[]): Costs {
  const sum = (of: (size: number, w: number, ms: number) => number): number =>
    sizes.reduce(
      (all, size, i) => all + of(size, (times[i] as number) ** -2, times[i] as number),
      0,
    );
  const [w, wx, wxx] = [sum((_, w) => w), sum((x, w) => w * x), sum((x, w) => w * x * x)];
  const [wy, wxy] = [sum((_, w, y) => w * y), sum((x, w, y) => w * x * y)];
  const each = (w * wxy - wx * wy) / (w * wxx - wx * wx);
  return { fixed: (wy - each * wx) / w, each };
}

describe('the line through the times of a device', () => {
  test.each(Object.entries(DEVICES))('is %s’s own where nothing disturbs it', (_, costs) => {
    const found = lineThroughTimes(SIZES, SIZES.map(linear(costs)));
    expect(found.fixed).toBeCloseTo(costs.fixed, 9);
    expect(found.each).toBeCloseTo(costs.each, 9);
  });

  test('has no smaller sum of shares anywhere near it', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const random = seeded(seed, 'near');
      const times = SIZES.map((size) => (0.3 + 0.1 * size) * (1 + 0.2 * random.uniform()));
      const off = (costs: Costs): number =>
        SIZES.reduce(
          (all, size, i) => all + Math.abs(timeOf(costs, size) / (times[i] as number) - 1),
          0,
        );
      const found = lineThroughTimes(SIZES, times);
      for (let i = 0; i < 500; i += 1) {
        const fixed = Math.max(0, found.fixed * (1 + 0.3 * random.normal()));
        const each = Math.max(0, found.each * (1 + 0.3 * random.normal()));
        expect(off(found)).toBeLessThanOrEqual(off({ fixed, each }) + 1e-12);
      }
    }
  });

  test('never has a cost below 0', () => {
    expect(lineThroughTimes([1, 2, 4, 8], [3, 2.5, 2, 1.5])).toMatchObject({ each: 0 });
    expect(lineThroughTimes([1, 2, 4, 8], [1, 3, 7, 15]).fixed).toBe(0);
  });
});

describe.each([0.005, 0.1, 1])('a made-up device by a clock in steps of %d ms', (step) => {
  test.each(Object.entries(DEVICES))('is found out: %s', async (_, costs) => {
    const missed: string[] = [];
    for (let seed = 1; seed <= 5; seed += 1) {
      const times = await timesOf({ time: linear(costs), seed, step });
      const fit = fitTimes(times);
      const middles = fit.points.map(({ ms }) => ms);
      const squares = leastSquares(times.sizes, middles);
      for (const cost of ['fixed', 'each'] as const) {
        const said = `seed ${seed}, ${cost}`;
        if (fit.low[cost] > costs[cost] || fit.high[cost] < costs[cost]) missed.push(said);
        const room = fit.high[cost] - fit.low[cost];
        expect(Math.abs(fit.costs[cost] - costs[cost]), said).toBeLessThan(
          room + 1e-3 * costs[cost],
        );
        // Nothing lies far off here, so squares come to about the same.
        expect(Math.abs(squares[cost] - fit.costs[cost]), said).toBeLessThan(room);
      }
      expect(Math.abs(fit.worst.off), `seed ${seed}`).toBeLessThan(0.1);
      expect(fit.isCoarse || fit.isBusy, `seed ${seed}`).toBe(false);
    }
    // Nine rounds miss a cost once in 256; two of ten would be no chance.
    expect(missed.length, missed.join('; ')).toBeLessThan(2);
  });

  test('is found out though something else takes the machine now and then', async () => {
    const costs = DEVICES.processor;
    for (let seed = 1; seed <= 5; seed += 1) {
      // One pass in two hundred is held up for thirty times as long as it takes.
      const pauses = { share: 0.005, ms: 12 };
      const fit = fitTimes(await timesOf({ time: linear(costs), seed, step, pauses }));
      expect(Math.abs(fit.costs.fixed / costs.fixed - 1), `seed ${seed}`).toBeLessThan(0.25);
      expect(Math.abs(fit.costs.each / costs.each - 1), `seed ${seed}`).toBeLessThan(0.1);
    }
  });

  test('that is no line is told as what it is', async () => {
    const time = (size: number): number => 2 + Math.max(0, size - 32) * 0.1;
    const fit = fitTimes(await timesOf({ time, seed: 1, step }));
    expect(fit.flatTo).toBe(32);
    expect(Math.abs(fit.worst.off)).toBeGreaterThan(0.2);
  });

  test('that is never left alone is told as busy', async () => {
    const noise = 0.9;
    const time = (size: number): number => 40 + 4 * size;
    const fit = fitTimes(await timesOf({ time, seed: 1, step, noise }));
    expect(fit.isBusy).toBe(true);
  });
});

test('the true costs lie between those of nine rounds nearly always', async () => {
  let misses = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const costs = DEVICES.processor;
    const { low, high } = fitTimes(
      await timesOf({ time: linear(costs), seed, step: 0.1, noise: 0.1 }),
    );
    for (const cost of ['fixed', 'each'] as const) {
      if (low[cost] > costs[cost] || high[cost] < costs[cost]) misses += 1;
    }
  }
  // 1 in 256 of 400.
  expect(misses).toBeLessThan(8);
});

test('a clock that hardly moves is called too coarse, and time is not wasted on it', async () => {
  const times = await timesOf({ time: linear(DEVICES.processor), seed: 1, step: 100 });
  expect(times.rounds.length).toBeLessThan(9);
  expect(fitTimes(times).isCoarse).toBe(true);
});

test('a slow device is asked for no larger batches than it can do in time', async () => {
  const { sizes, rounds } = await timesOf({ time: (size) => 100 * size, seed: 1, step: 0.1 });
  expect(sizes).toEqual([1, 2, 4, 8]);
  expect(rounds.length).toBeGreaterThanOrEqual(5);
});
