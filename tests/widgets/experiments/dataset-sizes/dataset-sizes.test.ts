import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../../scripts/data-hashes.mjs';
import { packed } from '../../../../scripts/pack-lm-sizes.mjs';
import { outcomeOf } from '../../../../widgets/experiments/dataset-sizes/model.ts';
import { params, SETS } from '../../../../widgets/experiments/dataset-sizes/params.ts';
import { great } from '../../../../widgets/experiments/dataset-sizes/say.ts';
import { readSets, yearOf } from '../../../../widgets/experiments/dataset-sizes/sets.ts';
import { datasetSizes } from '../../../../widgets/experiments/dataset-sizes/widget.ts';
import { changed, defaults, type AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { boundsAt, heightAt, lineThrough } from '../../../../widgets/kit/numbers/line.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { studentT } from '../../../../widgets/kit/numbers/student-t.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';

const bytes = readFileSync('public/data/lm-sizes.tsv');
const sets = readSets(bytes);
const start = defaults(params);
const at = (changes: AnySettings): ReturnType<typeof measureAll> =>
  measureAll(datasetSizes, outcomeOf(changed(params, start, changes), sets));

/** Two-sided 95 % points of Student's t for 1 to 22 degrees of freedom, as printed in tables. */
const TABLE = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074,
];

/** Least squares by the sums of a textbook, on days since 2000 and decimal logarithms, read from the file anew. */
function byHand(from: number, to: number): { n: number; slope: number; give: number } {
  const rows = bytes
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const DAY = 86_400_000;
  const pairs = rows.flatMap(([date = '', , size]) => {
    const year = Number(date.slice(0, 4));
    if (year < from || year > to) return [];
    const length = (Date.UTC(year + 1, 0) - Date.UTC(year, 0)) / DAY;
    const x = year - 2000 + (Date.parse(date) - Date.UTC(year, 0)) / DAY / length;
    return [[x, Math.log10(Number(size))] as const];
  });
  const n = pairs.length;
  const sum = (of: (x: number, y: number) => number): number =>
    pairs.reduce((total, [x, y]) => total + of(x, y), 0);
  const [sx, sy] = [sum((x) => x), sum((_, y) => y)];
  const [sxx, sxy, syy] = [sum((x) => x * x), sum((x, y) => x * y), sum((_, y) => y * y)];
  const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
  const left = syy - (sy * sy) / n - slope * (sxy - (sx * sy) / n);
  const give = (TABLE[n - 3] ?? Number.NaN) * Math.sqrt(left / (n - 2) / (sxx - (sx * sx) / n));
  return { n, slope, give };
}

const spans = Array.from({ length: 14 }, (_, i) => 2013 + i).flatMap((from) =>
  Array.from({ length: 2027 - from }, (_, i) => [from, from + i] as const),
);

describe('the trend', () => {
  it('equals least squares by hand, interval included, in every span with three sets or more', () => {
    let compared = 0;
    for (const [from, to] of spans) {
      const hand = byHand(from, to);
      const { measures } = at({ from, to });
      expect(measures['points']).toBe(hand.n);
      if (hand.n < 3) continue;
      compared += 1;
      const ln = (name: string): number => Math.log10(measures[name] ?? Number.NaN);
      expect(ln('growthPerYear')).toBeCloseTo(hand.slope, 7);
      // The table has four figures.
      expect((ln('growthHigh') - ln('growthPerYear')) / hand.give).toBeCloseTo(1, 3);
      expect((ln('growthPerYear') - ln('growthLow')) / hand.give).toBeCloseTo(1, 3);
    }
    expect(compared).toBe(80);
  });

  it('finds a line that it was given, with an interval of no width', () => {
    const line = lineThrough(
      [2000, 2001.5, 2007].map((year) => [year, 3 + (year - 2000) * Math.LN2] as const),
    );
    expect(line?.slope).toBeCloseTo(Math.LN2, 10);
    expect(line?.give).toBeCloseTo(0, 6);
    expect(line && heightAt(line, 2010)).toBeCloseTo(3 + 10 * Math.LN2, 9);
  });

  it('has an interval that holds the true growth in about 95 of 100 made-up worlds', () => {
    const random = seeded(1, 'made-up worlds');
    let slopes = 0;
    let heights = 0;
    for (let world = 0; world < 4000; world += 1) {
      const points = [2018, 2018.4, 2019.9, 2020.3, 2022].map(
        (year) => [year, 0.7 * (year - 2020) + random.normal()] as const,
      );
      const line = lineThrough(points);
      if (line && Math.abs(line.slope - 0.7) < (line.give ?? 0)) slopes += 1;
      const [low = 0, high = 0] = (line && boundsAt(line, 2025)) ?? [];
      if (low < 3.5 && 3.5 < high) heights += 1;
    }
    expect(Math.abs(slopes / 4000 - 0.95)).toBeLessThan(0.012);
    expect(Math.abs(heights / 4000 - 0.95)).toBeLessThan(0.012);
  });

  it('has Student’s t as the tables print it', () => {
    for (const [i, printed] of TABLE.entries()) {
      expect(studentT(0.95, i + 1)).toBeCloseTo(printed, 3);
    }
    expect(studentT(0.99, 5)).toBeCloseTo(4.032, 3);
    expect(studentT(0.95, 1000)).toBeCloseTo(1.962, 3);
  });
});

describe('a measure without meaning', () => {
  it('is a line through sets of one date', () => {
    expect(lineThrough([1, 2, 3].map((size) => [2025, size] as const))).toBeNull();
  });
});

describe('the data', () => {
  it('are read whole, in the order of dates, each kind by its own sign', () => {
    expect(sets).toHaveLength(SETS);
    expect([...sets].sort((a, b) => a.year - b.year)).toEqual(sets);
    const kinds = sets.map((set) => set.kind);
    const count = (kind: string): number => kinds.filter((one) => one === kind).length;
    expect(['words', 'tokens', 'estimate', 'mixed'].map(count)).toEqual([3, 17, 2, 2]);
    expect(sets.every((set) => set.size > 1e8 && /^https:\/\//.test(set.source))).toBe(true);
    expect(at({ to: 2026, sets: 'tokens' }).measures['points']).toBe(21);
    expect(at({ to: 2026, sets: 'text' }).measures['points']).toBe(22);
  });

  it('have dates as years with a fraction', () => {
    expect(yearOf('2024-01-01')).toBe(2024);
    expect(yearOf('2024-12-31')).toBeCloseTo(2024 + 365 / 366, 12);
    expect(yearOf('2021-07-02')).toBeCloseTo(2021 + 182 / 365, 12);
  });

  it('are packed from quoted and bare fields, sorted, and nothing that is not ASCII', () => {
    expect(fieldsOf('a,"b, ""c""",,d')).toEqual(['a', 'b, "c"', '', 'd']);
    const head = 'date,model_or_dataset,tokens,unit,modality,certainty,source_url,stored_evidence';
    const rows = [
      '2020-01-02,B,2,tokens,text,"so, so",https://b.example,x',
      '2019-01-01,A,1,t,t,c,s,y',
    ];
    expect(packed([head, ...rows].join('\r\n')).toString()).toBe(
      '2019-01-01\tA\t1\tt\tt\tc\ts\n2020-01-02\tB\t2\ttokens\ttext\tso, so\thttps://b.example\n',
    );
    expect(() => packed(`${head}\n2020-01-02,Ä,2,t,t,c,s,x`)).toThrow('ASCII');
    expect(() => packed('a,b\n1,2')).toThrow('model_or_dataset');
  });
});

describe('what is shown', () => {
  it('writes sizes in three figures and a word', () => {
    const sizes = [
      4360, 800e6, 829250940, 999.7e6, 3.3e9, 10.66e9, 499e9, 1.4e12, 1.399e15, 6.1e20,
    ];
    expect(sizes.map(great)).toEqual([
      'under a million',
      '800 million',
      '829 million',
      '1 billion',
      '3.3 billion',
      '10.7 billion',
      '499 billion',
      '1.4 trillion',
      '1,400 trillion',
      'over a million trillion',
    ]);
  });
});
