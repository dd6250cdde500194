import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesOf, hoursOf as packed } from '../../../../scripts/pack/bike-summer.mjs';
import {
  critical,
  distance,
  RULES,
  type Seen,
} from '../../../../widgets/experiments/all-green/checks.ts';
import { told } from '../../../../widgets/experiments/all-green/faults.ts';
import {
  bikesOf,
  empty,
  fit,
  put,
  scoreOf,
  sumsOf,
} from '../../../../widgets/experiments/all-green/forecast.ts';
import { hoursOf, type Input } from '../../../../widgets/experiments/all-green/hours.ts';
import { placed, ringsOf } from '../../../../widgets/experiments/all-green/watch.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const data = hoursOf(new Uint8Array(readFileSync('public/data/bike-summer.bin')));
const weekOf = (week: number) => data.slice(week * 168, (week + 1) * 168);

describe('the hours', () => {
  it('are those of a table, field by field, and a missing hour is known to be missing', () => {
    const csv =
      'dteday,hr,workingday,weathersit,temp,hum,windspeed,cnt\n2012-04-02,1,1,2,0.54,0.37,0.2985,977\n2012-04-01,1,1,2,0.5,0.3,0,5\n';
    const [one, two] = [hoursOf(bytesOf(packed(csv) as Uint32Array) as Uint8Array), 1];
    expect([one[0]?.hired, one[two]?.hired]).toEqual([-1, 977]);
    expect(one[two]?.input.temp).toBeCloseTo(0.54 * 41, 9);
    expect(one[two]?.input).toMatchObject({ hour: 1, hum: 37, wind: 20, sky: 1, working: 1 });
  });

  it('are 4,366, of which one in eight has no wind, and none has no humidity', () => {
    const known = data.filter(({ hired }) => hired >= 0);
    expect(known).toHaveLength(4366);
    const calm = known.filter(({ input }) => input.wind === 0).length / known.length;
    expect(calm).toBeCloseTo(0.124, 3);
    expect(known.some(({ input }) => input.hum === 0)).toBe(false);
    expect(Math.max(...data.map(({ hired }) => hired))).toBe(977);
  });
});

describe('the model', () => {
  const weeks = Array.from({ length: 26 }, (_, week) => sumsOf(weekOf(week)));
  const sums = [3, 7, 11, 20].reduce((all, week) => put(all, weeks[week] ?? empty()), empty());
  const model = fit(sums);

  it('leaves in each column just what the ridge holds back: the normal equations, with columns written anew', () => {
    const left = new Map<string, number>();
    const weightOf = new Map<string, number>();
    const at = (name: string, place: number): void => {
      weightOf.set(name, model.weights[place] ?? 0);
    };
    for (let hour = 0; hour < 24; hour += 1) {
      at(`off ${hour}`, hour);
      at(`work ${hour}`, 24 + hour);
    }
    ['t', 'tt', 'h', 'w', 'mist', 'rain'].forEach((name, i) => at(name, 48 + i));
    for (const week of [3, 7, 11, 20])
      for (const { input, hired } of weekOf(week)) {
        if (hired < 0) continue;
        const rest = Math.log(hired + 1) - scoreOf(model, input);
        const t = (input.temp - 25) / 6;
        const columns: Record<string, number> = {
          [`${input.working === 1 ? 'work' : 'off'} ${input.hour}`]: 1,
          t,
          tt: t * t,
          h: (input.hum - 60) / 18,
          w: (input.wind - 12) / 8,
          mist: input.sky === 1 ? 1 : 0,
          rain: input.sky === 2 ? 1 : 0,
        };
        for (const [name, x] of Object.entries(columns))
          left.set(name, (left.get(name) ?? 0) + x * rest);
      }
    expect(left.size).toBe(54);
    for (const [name, sum] of left) expect(sum).toBeCloseTo(weightOf.get(name) ?? NaN, 6);
  });

  it('is the same when a week is put in and taken out again', () => {
    const again = fit(put(put(sums, weeks[5] ?? empty()), weeks[5] ?? empty(), -1));
    again.weights.forEach((one, i) => expect(one).toBeCloseTo(model.weights[i] ?? NaN, 8));
  });

  it('says bikes, and never fewer than none', () => {
    expect(bikesOf(Math.log(201))).toBeCloseTo(200, 9);
    expect(bikesOf(-3)).toBe(0);
  });
});

describe('faults', () => {
  const right = data.slice(500, 560).map(({ input }) => input);
  const of = (kind: Parameters<typeof told>[1]['kind'], hours = 1): Input[] =>
    told(right, { kind, start: 20, hours }, seeded(1));
  const first = right[20] as Input;

  it('begin at their hour, and what comes after it is all there', () => {
    expect(of('clip')).toHaveLength(40);
  });

  it('change what they say and nothing else', () => {
    expect(of('hour', 0)).toEqual(right.slice(20));
    expect(of('hour', 5)[0]).toEqual({
      ...first,
      hour: (first.hour + 5) % 24,
      working: right[25]?.working,
    });
    expect(of('fahrenheit')[0]).toEqual({ ...first, temp: first.temp * 1.8 + 32 });
    expect(of('swap')[0]?.temp).toBeCloseTo((first.hum / 100) * 41, 9);
    expect(of('swap')[0]?.hum).toBeCloseTo((first.temp / 41) * 100, 9);
    for (const { temp } of of('clip')) expect(temp).toBeLessThan(20);
    const last = right[19] as Input;
    for (const one of of('stale'))
      expect(one).toEqual({ ...last, hour: one.hour, working: one.working });
    expect(of('twice')[0]?.temp).toBeCloseTo((first.temp - 25) / 6, 9);
    const lost = of('zeros').filter(({ hum }) => hum === 0).length;
    expect(lost).toBeGreaterThan(3);
    expect(lost).toBeLessThan(25);
  });
});

describe('the test of Kolmogorov and Smirnov', () => {
  const bins = (values: readonly number[]): Float64Array => {
    const all = new Float64Array(104);
    for (const value of values) all[value] = (all[value] ?? 0) + 1;
    return all;
  };

  it('finds the distance that comparing at every value finds', () => {
    const random = seeded(5);
    for (let round = 0; round < 20; round += 1) {
      const [one, other] = [24, 300].map((n) =>
        Array.from({ length: n }, () => random.whole(50) + (n === 24 ? round : 0)),
      ) as [number[], number[]];
      const below = (list: number[], at: number): number =>
        list.filter((value) => value <= at).length / list.length;
      const most = Math.max(
        ...[...one, ...other].map((at) => Math.abs(below(one, at) - below(other, at))),
      );
      expect(distance(bins(one), bins(other))).toBeCloseTo(most, 12);
    }
  });

  it('rings at 5 % where values are independent, as the textbook says', () => {
    const random = seeded(9);
    // Fine bins, so that ties hardly matter; a sample of 60, for which the limit is nearly reached.
    const draw = (n: number): Float64Array => {
      const all = new Float64Array(5000);
      for (let i = 0; i < n; i += 1) {
        const at = random.whole(5000);
        all[at] = (all[at] ?? 0) + 1;
      }
      return all;
    };
    const rounds = 3000;
    let rung = 0;
    for (let i = 0; i < rounds; i += 1)
      if (distance(draw(60), draw(2000)) > critical(60, 2000)) rung += 1;
    expect(rung / rounds).toBeGreaterThan(0.035);
    expect(rung / rounds).toBeLessThan(0.055);
  });
});

describe('an alarm', () => {
  it('of k independent checks rings with probability 1 - (1 - a)^k', () => {
    const random = seeded(3);
    const rounds = 20_000;
    for (const k of [1, 2, 3]) {
      let rung = 0;
      for (let i = 0; i < rounds; i += 1) {
        const lanes = Array.from({ length: k }, () => ({
          check: 'label' as const,
          far: [random.uniform()],
        }));
        rung += ringsOf(lanes, 0.9).length;
      }
      expect(Math.abs(rung / rounds - (1 - 0.9 ** k))).toBeLessThan(0.01);
    }
  });

  it('is quiet for a week once it has rung', () => {
    const far = Array.from({ length: 20 }, (_, day) => (day >= 2 ? 2 : 0));
    expect(ringsOf([{ check: 'label', far }], 1)).toEqual([2, 9, 16]);
  });

  it('has its threshold from whole weeks: the one farthest from the others stands at 1', () => {
    const weeks = [
      [1, 9],
      [5, 5],
      [2, 8],
    ].map((one) => Float64Array.from(one));
    // Distances by hand: week 1 against (7, 13), week 2 against (3, 17), week 3 against (6, 14).
    expect(placed('ks.temp', weeks).most).toBeCloseTo(
      Math.max(0.35 - 0.1, 0.5 - 0.15, 0.3 - 0.2),
      12,
    );
  });
});

describe('the course of a day', () => {
  const day = (temp: (hour: number) => number): Seen[] =>
    Array.from({ length: 24 }, (_, hour) => ({
      at: hour,
      input: { hour, temp: temp(hour), working: 1, hum: 50, wind: 5, sky: 0 },
      score: 0,
      expected: 0,
      hired: 0,
    }));
  const wave =
    (amplitude: number, shift: number, level: number) =>
    (hour: number): number =>
      level + amplitude * Math.cos((2 * Math.PI * (hour - 15 - shift)) / 24);
  const far = (one: (hour: number) => number, other: (hour: number) => number): number =>
    RULES.profile.far(RULES.profile.sums(day(one)), RULES.profile.sums(day(other)));

  it('is as far from one that is k hours late as the chord of a circle says, and knows no level', () => {
    for (const k of [0, 1, 4, 12])
      expect(far(wave(5, k, 30), wave(5, 0, 20))).toBeCloseTo(
        (5 * 2 * Math.sin((Math.PI * k) / 24)) / Math.SQRT2,
        9,
      );
  });

  it('is as far from none at all as its own spread', () => {
    expect(far(() => 20, wave(5, 0, 25))).toBeCloseTo(5 / Math.SQRT2, 9);
  });
});
