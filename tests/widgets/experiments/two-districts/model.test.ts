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
});

describe('what does not follow the records', () => {
  it('exploring on all days is the coin, whatever the rule says', () => {
    const { cities } = ran({ rule: 'random' });
    for (const rule of ['most', 'proportional', 'corrected'] as const)
      expect(ran({ rule, explore: 1 }).cities).toEqual(cities);
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
