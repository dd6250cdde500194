import { describe, expect, it } from 'vitest';
import { measures } from '../../../../widgets/experiments/two-districts/measures.ts';
import {
  CITIES,
  momentsOf,
  outcomeOf,
  type City,
  type DistrictsOutcome,
} from '../../../../widgets/experiments/two-districts/model.ts';
import {
  params,
  type DistrictSettings,
} from '../../../../widgets/experiments/two-districts/params.ts';
import { twoDistricts } from '../../../../widgets/experiments/two-districts/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { ALL, SEEDS } from '../../../all.ts';

const start = defaults(params);
const ran = (change: Partial<DistrictSettings>): DistrictsOutcome =>
  outcomeOf({ ...start, ...change });
const measured = (change: Partial<DistrictSettings>, name: string): number =>
  measureAll(twoDistricts, ran(change)).measures[name] as number;
/** All cities of some seeds. */
const many = (change: Partial<DistrictSettings>): City[] =>
  SEEDS.flatMap((seed) => ran({ ...change, seed }).cities);
const mean = (list: readonly number[]): number =>
  list.reduce((sum, one) => sum + one, 0) / list.length;
const error = (list: readonly number[]): number => {
  const middle = mean(list);
  return Math.sqrt(mean(list.map((one) => (one - middle) ** 2)) / list.length);
};

/** The chance that at least `k` of `n` tosses of such a coin are heads, term by term. */
function atLeast(k: number, n: number, p: number): number {
  let chance = (1 - p) ** n;
  let sum = 0;
  for (let i = 0; i <= n; i += 1) {
    if (i >= k) sum += chance;
    chance *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return sum;
}

/** The distribution function of Beta(a, b) with whole a and b, as a chance of coins. */
const beta = (x: number, a: number, b: number): number => atLeast(a, a + b - 1, x);

/** A Pólya urn that takes so many draws: the exact chances of each count of A's, draw by draw. */
function urn(a: number, b: number, draws: number): number[] {
  let chances = [1];
  for (let n = 0; n < draws; n += 1) {
    const next = Array.from({ length: n + 2 }, () => 0);
    chances.forEach((chance, drawn) => {
      const share = (a + drawn) / (a + b + n);
      next[drawn + 1] = (next[drawn + 1] as number) + chance * share;
      next[drawn] = (next[drawn] as number) + chance * (1 - share);
    });
    chances = next;
  }
  return chances;
}

describe('in proportion to the records, with equal crime', () => {
  it.each([
    [5, 5],
    [2, 3],
    [8, 2],
    [20, 20],
  ])('the share of A tends to Beta(%i, %i)', (firstA, firstB) => {
    const shares = many({ firstA, firstB, days: 3650 }).map(({ records }) => records);
    for (const x of [0.2, 0.35, 0.4, 0.5, 0.6, 0.65, 0.8]) {
      const below = shares.filter((share) => share < x).length / shares.length;
      const expected = beta(x, firstA, firstB);
      const spread = Math.sqrt((expected * (1 - expected)) / shares.length);
      expect(Math.abs(below - expected)).toBeLessThan(3.5 * spread + 0.004);
    }
  });

  it('where every day has a record, the cities are the urn’s, count by count', () => {
    const days = 60;
    const cities = many({ rateA: 1, rateB: 1, days });
    const chances = urn(5, 5, days);
    const counts = cities.map(({ records }) => Math.round(records * (10 + days)) - 5);
    for (const [from, to] of [
      [0, 14],
      [15, 24],
      [25, 35],
      [36, 60],
    ] as const) {
      const inside = counts.filter((count) => count >= from && count <= to).length / counts.length;
      const expected = chances.slice(from, to + 1).reduce((sum, one) => sum + one, 0);
      expect(Math.abs(inside - expected)).toBeLessThan(
        3.5 * Math.sqrt((expected * (1 - expected)) / counts.length),
      );
    }
  });

  it.each([
    [5, 5],
    [8, 2],
  ])('the mean share stays where it began, from %i and %i', (firstA, firstB) => {
    const shares = many({ firstA, firstB, days: 1000 }).map(({ records }) => records);
    expect(Math.abs(mean(shares) - firstA / (firstA + firstB))).toBeLessThan(3.5 * error(shares));
  });
});

describe('where more is on record', () => {
  it.each([
    [0.6, 0.3],
    [1, 0.5],
    [0.2, 0.8],
  ])(
    'B’s first record comes first as often as its share of the crime (%f to %f)',
    (rateA, rateB) => {
      const named = many({ rule: 'most', rateA, rateB }).map(({ records }) =>
        Number(records < 0.5),
      );
      const expected = rateB / (rateA + rateB);
      expect(Math.abs(mean(named) - expected)).toBeLessThan(
        3.5 * Math.sqrt((expected * (1 - expected)) / named.length),
      );
    },
  );

  it('all records after the first come from one district', () => {
    for (const { moments } of SEEDS.map((seed) => ran({ rule: 'most', seed }))) {
      const [a, b] = moments.at(-1)?.records ?? [0, 0];
      expect(Math.min(a, b)).toBe(5);
    }
  });
});

describe('records less what patrols should have seen', () => {
  const RULES = ['most', 'proportional', 'corrected', 'random'] as const;
  it.each(RULES)('are nothing on average, whatever the rule (%s)', (rule) => {
    const change = { rule, rateA: 0.6, rateB: 0.3, explore: 0.2, days: 60 };
    const left = Array.from({ length: ALL ? 400 : 120 }, (_, i) => {
      const last = ran({ ...change, seed: 1000 + i }).moments.at(-1);
      const [records = 0, patrols = 0] = [last?.records[0], last?.patrols[0]];
      return records - 5 - 0.6 * (patrols - 10);
    });
    expect(Math.abs(mean(left))).toBeLessThan(3.5 * error(left));
  });

  it('divided by the patrols they are right on average by any rule that looks at both', () => {
    for (const [rule, explore] of [
      ['proportional', 0],
      ['corrected', 0],
      ['random', 0],
      ['most', 0.3],
    ] as const) {
      const shares = many({ rule, explore, rateA: 0.6, rateB: 0.3, days: 3650 });
      const found = shares.map(({ perPatrol }) => perPatrol);
      expect(Math.abs(mean(found) - 2 / 3)).toBeLessThan(0.005);
      const equal = many({ rule, explore, days: 3650 }).map(({ perPatrol }) => perPatrol);
      expect(Math.abs(mean(equal) - 0.5)).toBeLessThan(3.5 * error(equal));
    }
  });

  it('the corrected rule sends patrols where crime is, and its records are the square of it', () => {
    const cities = many({ rule: 'corrected', rateA: 0.6, rateB: 0.3, days: 3650 });
    expect(Math.abs(mean(cities.map(({ patrols }) => patrols)) - 2 / 3)).toBeLessThan(0.01);
    const squares = 0.36 / (0.36 + 0.09);
    expect(Math.abs(mean(cities.map(({ records }) => records)) - squares)).toBeLessThan(0.01);
  });
});

describe('what does not follow the records', () => {
  it('a coin gives A binomially many patrols', () => {
    const days = 400;
    const shares = many({ rule: 'random', days }).map(({ patrols }) => patrols);
    expect(Math.abs(mean(shares) - 0.5)).toBeLessThan(3.5 * error(shares));
    const variance = mean(shares.map((share) => (share - 0.5) ** 2));
    expect(Math.abs(variance / (0.25 / days) - 1)).toBeLessThan(0.12);
  });

  it('exploring on all days is the coin, whatever the rule says', () => {
    const { cities } = ran({ rule: 'random' });
    for (const rule of ['most', 'proportional', 'corrected'] as const)
      expect(ran({ rule, explore: 1 }).cities).toEqual(cities);
  });

  it('where residents report everything, A has what is its share, whatever patrols do', () => {
    for (const rule of ['most', 'proportional'] as const) {
      const cities = many({ rule, reports: 1, rateA: 0.6, rateB: 0.3, days: 2000 });
      const shares = cities.map(({ records }) => records);
      // Five first records on each side, and 1,200 to 600 since.
      expect(Math.abs(mean(shares) - 1205 / 1810)).toBeLessThan(0.002);
    }
  });
});

describe('a run', () => {
  it('goes on as the same cities when it is longer', () => {
    const [short, long] = [ran({ days: 300 }), ran({ days: 3000 })];
    const at = (run: DistrictsOutcome, day: number) => run.moments.find((one) => one.day === day);
    for (const day of [0, 1, 5, 10]) expect(at(short, day)).toEqual(at(long, day));
    expect(short.outside.slice(0, 11)).toEqual(long.outside.slice(0, 11));
  });

  it.each([30, 31, 365, 10_950])(
    'of %i days has its moments in order, the last day among them',
    (days) => {
      const all = momentsOf(days);
      expect(all.at(-1)).toBe(days);
      expect(all).toEqual([...all].sort((a, b) => a - b));
      const { moments, heaps, outside } = ran({ days });
      expect(moments.map(({ day }) => day)).toEqual(all);
      for (const heap of heaps) expect(heap.reduce((sum, one) => sum + one, 0)).toBe(CITIES);
      expect(outside).toHaveLength(all.length);
    },
  );

  it('counts as many patrols as days, and first records among the others', () => {
    const { moments } = ran({ firstA: 7, firstB: 2 });
    for (const { day, patrols, records } of moments) {
      expect(patrols[0] + patrols[1]).toBe(day + 18);
      expect(records[0] + records[1]).toBeLessThanOrEqual(day + 9);
    }
    expect(moments[0]?.records).toEqual([7, 2]);
  });
});

describe('the measures', () => {
  it('speak of the district that leads the records', () => {
    for (const seed of SEEDS) {
      const change = { rule: 'most', rateA: 0.6, rateB: 0.3, seed } as const;
      const wrong = measured(change, 'citiesMisnamed');
      expect(measured(change, 'trueShare')).toBeCloseTo((2 / 3) * (1 - wrong) + wrong / 3, 8);
      expect(measured(change, 'recordShare')).toBeGreaterThan(0.96);
      expect(measured(change, 'patrolShare')).toBeGreaterThan(0.99);
    }
    expect(measures['citiesMisnamed']?.of(ran({}))).toEqual({ why: 'crime is equal in both' });
  });
});
