/** Statistics of items, on classes whose difficulty and discrimination are known, and against computations of another kind. */
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import type { ClassResult } from '../../../src/tasks/grading/pure/grade/class.ts';
import { signed } from '../../../src/tasks/sets/pure/submission/write.ts';
import { drawn, variantOf } from '../../../src/tasks/sets/pure/variants/variant.ts';
import {
  answered,
  begun,
  citing,
  ran,
  submissionOf,
  type Work,
} from '../../../src/tasks/sets/pure/work/work.ts';
import { result as resultOf } from '../grading/class.ts';
import { gradeAll } from './toy-class.ts';
import { BRING, PICK, rightFor, SUM, TOY, toyRun } from './toy.ts';
import { itemStats } from '../../../src/tasks/grading/pure/stats/items.ts';
import { atLeast, correlation, wilson } from '../../../src/tasks/grading/pure/stats/numbers.ts';
import { variantTest, type Sat } from '../../../src/tasks/grading/pure/stats/variants.ts';

/** A class from a table of credits, each item worth a point. */
function classOf(
  credits: readonly (readonly number[])[],
  wrong?: (student: number, item: number) => string | undefined,
): ClassResult {
  const students = credits.map((row, s) => {
    const items = row.map((credit, i) => {
      const given = wrong?.(s, i);
      const state = credit === 1 ? ('right' as const) : ('wrong' as const);
      const verdict = {
        item: `item-${i}`,
        state,
        credit,
        points: credit,
        of: 1,
        variant: 1,
        says: '',
      };
      return { ...verdict, ...(given !== undefined && { wrong: given }) };
    });
    const points = row.reduce((sum, one) => sum + one, 0);
    return resultOf(String(s), '', points, { items, of: row.length });
  });
  return { students, refused: [] };
}

describe('intervals', () => {
  it('of a share are Wilson’s, as in the literature', () => {
    // 15 of 148: Newcombe (1998), table I, method 3: 0.0624 to 0.1605 for 81 of 263 see below.
    const of = (k: number, n: number) => wilson(Array.from({ length: n }, (_, i) => Number(i < k)));
    expect(of(81, 263)?.low).toBeCloseTo(0.2553, 4);
    expect(of(81, 263)?.high).toBeCloseTo(0.3662, 4);
    expect(of(15, 148)?.low).toBeCloseTo(0.0624, 4);
    expect(of(15, 148)?.high).toBeCloseTo(0.1605, 4);
    expect(of(0, 20)).toMatchObject({ value: 0, low: 0 });
    expect(of(0, 20)?.high).toBeCloseTo(0.1611, 4);
    expect(wilson([])).toBeUndefined();
  });

  it('of a correlation are Fisher’s; what does not vary has none', () => {
    const xs = [1, 2, 3, 4, 5, 6, 7, 8];
    const ys = [2, 1, 4, 3, 6, 5, 8, 7];
    const found = correlation(xs, ys);
    // By ranks: 1 - 6 * 8 / (8 * 63).
    expect(found?.value).toBeCloseTo(1 - 48 / 504, 12);
    const z = 0.5 * Math.log((1 + 456 / 504) / (1 - 456 / 504));
    const back = (w: number): number => (Math.exp(2 * w) - 1) / (Math.exp(2 * w) + 1);
    expect(found?.low).toBeCloseTo(back(z - 1.959964 / Math.sqrt(5)), 6);
    expect(found?.high).toBeCloseTo(back(z + 1.959964 / Math.sqrt(5)), 6);
    expect(
      correlation(
        xs,
        xs.map(() => 0.1),
      ),
    ).toBeUndefined();
    expect(correlation([1, 2, 3], [1, 2, 3])).toBeUndefined();
    expect(correlation(xs, xs)).toEqual({ value: 1, low: 1, high: 1 });
  });
});

describe('the chance of so many hits', () => {
  it.each([
    // By hand: 1 less 0.9^10, 10 times 0.1 times 0.9^9, 45 times 0.01 times 0.9^8.
    [3, 10, 0.1, 1 - 0.9 ** 10 - 0.9 ** 9 - 0.45 * 0.9 ** 8],
    [1, 20, 0.05, 1 - 0.95 ** 20],
    [20, 20, 0.5, 0.5 ** 20],
    [0, 5, 0.2, 1],
    [6, 5, 0.2, 0],
    [1, 5, 0, 0],
    [5, 5, 1, 1],
  ])('at least %d of %d at %d', (hits, n, p, chance) => {
    expect(atLeast(hits, n, p)).toBeCloseTo(chance, 12);
  });

  it('holds for many draws, too', () => {
    expect(atLeast(1_000, 2_000, 0.5)).toBeCloseTo(0.5089, 3);
  });
});

describe('variants', () => {
  const sat = (seed: number, hard: number): Sat[] => {
    const random = seeded(seed, 'sat');
    return Array.from({ length: 120 }, () => {
      const variant = random.whole(20);
      const chance = variant === 7 ? hard : 0.6;
      return { variant, credit: Number(random.uniform() < chance) };
    });
  };

  it('that are alike raise an alarm as often as they should', () => {
    const alarms = Array.from(
      { length: 300 },
      (_, i) => variantTest(sat(i + 1, 0.6), i + 1)?.p ?? 1,
    );
    const share = alarms.filter((p) => p <= 0.05).length / alarms.length;
    // 5 % of 300 with three standard deviations on either side.
    expect(share).toBeGreaterThan(0.012);
    expect(share).toBeLessThan(0.088);
  });

  it('of which one is far harder are found out, and it is named', () => {
    const random = seeded(4, 'class');
    const all = Array.from({ length: 300 }, (): Sat => {
      const variant = random.whole(10);
      return { variant, credit: Number(random.uniform() < (variant === 7 ? 0.1 : 0.7)) };
    });
    const found = variantTest(all);
    expect(found?.p).toBe(0.0005);
    expect(found?.hardest.variant).toBe(7);
  });

  it('of which there is one, or in which all did alike, are not compared', () => {
    expect(
      variantTest([
        { variant: 1, credit: 0 },
        { variant: 1, credit: 1 },
      ]),
    ).toBeUndefined();
    expect(
      variantTest([
        { variant: 1, credit: 1 },
        { variant: 2, credit: 1 },
      ]),
    ).toBeUndefined();
    expect(variantTest([])).toBeUndefined();
  });
});

describe('items of a simulated class', () => {
  // Each item is right with a known probability, and depends on the student's skill by a known share.
  const ITEMS = 40;
  const STUDENTS = 4_000;
  const easy = (i: number): number => 0.2 + (0.6 * i) / (ITEMS - 1);
  const random = seeded(15, 'class');
  const skills = Array.from({ length: STUDENTS }, () => (random.uniform() < 0.5 ? -1 : 1));
  // Skill moves the probability by +-d: the correlation of item and skill is d / sqrt(p (1 - p)), exactly.
  const SLOPE = 0.15;
  const credits = skills.map((skill) =>
    Array.from({ length: ITEMS }, (_, i) => Number(random.uniform() < easy(i) + SLOPE * skill)),
  );
  const stats = itemStats(classOf(credits));

  it('have the difficulty with which they were made, and intervals that hold it about 19 times in 20', () => {
    const held = stats.filter(
      ({ facility }, i) => facility && facility.low <= easy(i) && easy(i) <= facility.high,
    );
    expect(held.length).toBeGreaterThanOrEqual(34);
    for (const [i, { facility }] of stats.entries())
      expect(facility?.value).toBeCloseTo(easy(i), 1);
  });

  it('discriminate as theory says, within their intervals', () => {
    const held = stats.filter(({ discrimination }, i) => {
      const variance = (at: number): number => easy(at) * (1 - easy(at));
      const others = Array.from({ length: ITEMS }, (_, at) => at).filter((at) => at !== i);
      // The rest is a sum whose covariances are SLOPE squared, pair by pair.
      const rest =
        others.reduce((sum, at) => sum + variance(at), 0) +
        others.length * (others.length - 1) * SLOPE ** 2;
      const true_ = (others.length * SLOPE ** 2) / Math.sqrt(variance(i) * rest);
      return discrimination && discrimination.low <= true_ && true_ <= discrimination.high;
    });
    expect(held.length).toBeGreaterThanOrEqual(34);
  });

  it('rise from group to group of students', () => {
    for (const { groups } of stats) expect(groups[4]).toBeGreaterThan(groups[0] ?? 1);
    const last = stats[ITEMS - 1];
    const sum = (last?.groups ?? []).reduce((all, one) => all + one, 0) / 5;
    expect(sum).toBeCloseTo(last?.facility?.value ?? 0, 10);
  });

  it('that nobody depends on discriminate at nought', () => {
    const noise = Array.from({ length: 2_000 }, () =>
      Array.from({ length: 10 }, () => Number(random.uniform() < 0.5)),
    );
    const held = itemStats(classOf(noise)).filter(
      ({ discrimination }) => discrimination && discrimination.low <= 0 && 0 <= discrimination.high,
    );
    expect(held.length).toBeGreaterThanOrEqual(8);
  });

  it('count each known wrong answer', () => {
    const [first] = itemStats(
      classOf([[0], [0], [0], [1]], (s) => (s < 2 ? 'sign' : s === 2 ? 'unit' : undefined)),
    );
    expect(first?.wrong.map(({ id, count, share }) => [id, count, share.value])).toEqual([
      ['sign', 2, 0.5],
      ['unit', 1, 0.25],
    ]);
    expect(first?.states).toEqual({ wrong: 3, right: 1 });
  });

  it.each(['by-hand', 'withdrawn', 'unverified', 'unreadable'] as const)(
    'leave out what is %s: nobody has judged it by the key, or not yet',
    (state) => {
      const result = classOf([[0], [1], [1]]);
      const students = result.students.map((one, i) =>
        i > 0 ? one : { ...one, items: one.items.map((item) => ({ ...item, state })) },
      );
      expect(itemStats({ ...result, students })[0]).toMatchObject({
        count: 2,
        facility: { value: 1 },
      });
    },
  );

  it('have a right answer that was saved once at its first try, with all that was picked on the way', () => {
    const picked = ['red', 'blue'].map((_, i) => ['red', 'blue'].slice(0, i + 1));
    const of = (number: string): Work => {
      const { sum, x } = rightFor(number);
      const start = { load: drawn(BRING, variantOf(TOY, BRING, number))['load'] ?? 0, seed: 1 };
      const begin = citing(begun(TOY, { name: 'A', number }, 'a'.repeat(16)), BRING, [
        toyRun({ ...start, x: 0 }),
      ]);
      const chosen = picked.reduce((work, one) => answered(work, PICK, one, false), begin);
      const saved = answered(answered(chosen, PICK, ['red', 'blue']), SUM, String(sum));
      return ran(saved, BRING, toyRun({ ...start, x }));
    };
    const all = ['1', '2', '3'].map((number) =>
      signed(submissionOf(of(number), TOY, '2026-11-27T12:00:00.000Z', { salt: number })),
    );
    const stats = itemStats(gradeAll(all));
    expect(stats.map(({ item, firstTry }) => [item, firstTry?.value])).toEqual([
      ['toy-sum', 1],
      ['toy-pick', 1],
      ['toy-bring', 1],
    ]);
  });
});
