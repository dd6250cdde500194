import { describe, expect, it } from 'vitest';
import {
  cityOf,
  KINDS,
  NEAR,
  RESTAURANTS,
  SHOWN,
  TRAITS,
  type City,
} from '../../../../widgets/experiments/restaurant-ranker/city.ts';
import { frontOf } from '../../../../widgets/experiments/restaurant-ranker/standing.ts';
import {
  SHARES,
  SIZES,
  WEEKS,
  type RankerSettings,
} from '../../../../widgets/experiments/restaurant-ranker/params.ts';
import { meansOf, predicted } from '../../../../widgets/experiments/restaurant-ranker/ranker.ts';
import { restaurantRanker } from '../../../../widgets/experiments/restaurant-ranker/widget.ts';
import { measureAll, type Measured } from '../../../../widgets/kit/contract/widget.ts';
import { ranBy } from '../../../ran.ts';

const ran = ranBy(restaurantRanker);
const measured = async (change: Partial<RankerSettings>): Promise<Measured> =>
  measureAll(restaurantRanker, await ran(change)).measures;
const SEEDS = [1, 2, 3, 4, 5];

/** Fees of 1,000 visits and orders right after a release, worked out list by list with plain arrays. */
function byHand(city: City, appeal: readonly number[], share: number): [number, number] {
  const standard = (list: readonly number[]): number[] => {
    const mean = list.reduce((sum, one) => sum + one) / list.length;
    const spread = Math.sqrt(list.reduce((sum, one) => sum + (one - mean) ** 2, 0) / list.length);
    return list.map((one) => (one - mean) / spread);
  };
  const [liked, paying] = [standard(appeal), standard([...city.fees])];
  const lists = city.near.length / NEAR;
  let [fees, orders] = [0, 0];
  for (let i = 0; i < lists; i += 1) {
    const kind = Math.floor(i / (lists / KINDS));
    const visits = (1000 * (city.shares[kind] ?? 0)) / (lists / KINDS);
    const score = (one: number): number =>
      (1 - share) * (liked[kind * RESTAURANTS + one] ?? 0) + share * (paying[one] ?? 0);
    const shown = [...city.near.slice(i * NEAR, (i + 1) * NEAR)]
      .sort((one, other) => score(other) - score(one))
      .slice(0, SHOWN);
    const pulls = shown.map(
      (one, place) =>
        ([1, 0.85, 0.72, 0.61, 0.52][place] ?? 0) *
        Math.exp((city.appeal[kind * RESTAURANTS + one] ?? 0) - 2.2),
    );
    const all = 1 + pulls.reduce((sum, pull) => sum + pull, 0);
    for (const one of shown) fees += visits * (city.fees[one] ?? 0);
    for (const pull of pulls) orders += (visits * pull) / all;
  }
  return [orders, fees];
}

describe('a city', () => {
  it('is used whole: shares of the kinds make one, no list has a restaurant twice', () => {
    for (const seed of SEEDS) {
      const { shares, near } = cityOf(seed);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      for (let i = 0; i < near.length; i += NEAR) {
        expect(new Set(near.slice(i, i + NEAR)).size).toBe(NEAR);
      }
    }
  });

  it('has tastes that move to where nothing of them was, and as far apart as they were', () => {
    const { appeal, drift } = cityOf(3);
    const dot = (one: Float64Array, other: Float64Array): number =>
      one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
    expect(dot(appeal, drift) / dot(appeal, appeal)).toBeCloseTo(0, 10);
    expect(dot(drift, drift)).toBeCloseTo(dot(appeal, appeal), 8);
  });
});

describe('the ranker', () => {
  it('is the ridge regression that two equations with two unknowns give', () => {
    const city = cityOf(2);
    const means = meansOf(city.logged);
    const x = (i: number, j: number): number => city.traits[i * TRAITS + j] ?? 0;
    const rest = [...city.logged].map((value, i) => value - (means[i % RESTAURANTS] ?? 0));
    const sum = (of: (i: number) => number): number => rest.reduce((all, _, i) => all + of(i), 0);
    const [a, b, d] = [
      sum((i) => x(i, 0) ** 2) + 20,
      sum((i) => x(i, 0) * x(i, 1)),
      sum((i) => x(i, 1) ** 2) + 20,
    ];
    const [p, q] = [sum((i) => x(i, 0) * (rest[i] ?? 0)), sum((i) => x(i, 1) * (rest[i] ?? 0))];
    const [one, two] = [(p * d - q * b) / (a * d - b * b), (q * a - p * b) / (a * d - b * b)];
    predicted(city, 2).forEach((value, i) => {
      expect(value).toBeCloseTo((means[i % RESTAURANTS] ?? 0) + one * x(i, 0) + two * x(i, 1), 10);
    });
  });
});

describe('what lists bring', () => {
  it('is what a count by hand brings, list by list', async () => {
    for (const seed of SEEDS) {
      const city = cityOf(seed);
      for (const share of [0, 0.3, 1]) {
        const [orders, fees] = byHand(city, [...predicted(city, 8)], share);
        const { now } = await ran({ seed, size: '8', salesShare: share, updateWeeks: '1' });
        expect(now.fees).toBeCloseTo(fees, 8);
        // Tastes have moved by half a week.
        expect(Math.abs(now.ordersAtOnce / orders - 1)).toBeLessThan(0.005);
      }
    }
  });

  it('is the most in fees that any list of five brings, where sales decide alone', async () => {
    const { near, fees, shares } = cityOf(1);
    const each = near.length / NEAR / KINDS;
    let most = 0;
    for (let i = 0; i < near.length / NEAR; i += 1) {
      const paid = [...near.slice(i * NEAR, (i + 1) * NEAR)].map((one) => fees[one] ?? 0);
      const best = paid.toSorted((one, other) => other - one).slice(0, SHOWN);
      const visits = (1000 * (shares[Math.floor(i / each)] ?? 0)) / each;
      most += visits * best.reduce((sum, fee) => sum + fee, 0);
    }
    expect((await ran({ salesShare: 1 })).now.fees).toBeCloseTo(most, 8);
  });

  it('makes a margin that adds up', async () => {
    const { now } = await ran({ salesShare: 0.4, size: '8', updateWeeks: '13', visits: 500 });
    // Four releases at $6,000 on six million visits, and half of the team's pay on half a million.
    const costs = 8 * 0.4 + (4 * 6000) / 6000 + 150_000 / 500;
    expect(now.margin).toBeCloseTo(2 * now.orders + now.fees - costs, 9);
  });
});

/** Every setting as a run of its own, by nothing but what is cited of runs. */
async function everySetting(seed: number): Promise<readonly Measured[]> {
  const list: Measured[] = [];
  for (const size of SIZES) {
    for (const weeks of WEEKS) {
      for (const salesShare of SHARES) {
        const own = { size: String(size), updateWeeks: String(weeks) } as Partial<RankerSettings>;
        list.push(await measured({ seed, salesShare, ...own }));
      }
    }
  }
  return list;
}

describe('all settings', () => {
  it.each(SEEDS)('are held against brute force, seed %i', async (seed) => {
    const list = await everySetting(seed);
    const of = (one: Measured, name: string): number => one[name] ?? Number.NaN;
    const most = (name: string): number => Math.max(...list.map((one) => of(one, name)));
    const [orders, margin] = [most('ordersPerThousand'), most('marginIncome')];
    const feasible = list.filter(
      (one) =>
        of(one, 'ordersPerThousand') >= 0.9 * orders &&
        of(one, 'feesGained') >= 0.3 &&
        of(one, 'latency') <= 100 &&
        of(one, 'updatesPerYear') <= 6 &&
        of(one, 'marginIncome') >= 0.95 * margin,
    );
    const outcome = await ran({ seed });
    expect(outcome.settings).toBe(list.length);
    expect(outcome.feasible).toBe(feasible.length);
    expect(list.filter((one) => of(one, 'requirementsMet') === 5)).toHaveLength(feasible.length);
    expect(outcome.best.orders).toBeCloseTo(orders, 5);
    expect(outcome.best.margin).toBeCloseTo(margin, 5);

    const pairs = outcome.cloud.map(([one, two]) => [one, two] as const);
    const unbeaten = pairs.filter(
      ([o, f]) => !pairs.some(([p, g]) => p >= o && g >= f && (p > o || g > f)),
    );
    expect(new Set(frontOf(pairs).map(String))).toEqual(new Set(unbeaten.map(String)));
  });

  it('names those who could give in alone: somebody whose demand, dropped, leaves a setting', async () => {
    const slack = {
      engineers: { minOrders: 0.5 },
      sales: { minFees: 1 },
      product: { maxLatency: 150 },
      infrastructure: { maxUpdates: 52 },
      manager: { minMargin: 0.5 },
    } as const;
    for (const seed of SEEDS) {
      for (const hard of [{ maxLatency: 50 }, { minOrders: 0.96, minFees: 1.6 }]) {
        const { couldGiveIn, feasible } = await ran({ seed, ...hard });
        expect(feasible).toBe(0);
        for (const [person, change] of Object.entries(slack)) {
          const { feasible: then } = await ran({ seed, ...hard, ...change });
          expect([person, then > 0]).toEqual([person, couldGiveIn.includes(person as never)]);
        }
      }
    }
  });
});
