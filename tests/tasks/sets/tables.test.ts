/** What goes out of a graded class and how it is looked at: pages of a table, memory, runs together. */
import { describe, expect, it } from 'vitest';
import { pageOf, type TableRow } from '../../../src/tasks/grading/pure/out/view.ts';
import { itemStats } from '../../../src/tasks/grading/pure/stats/items.ts';
import { memoryIn, NO_MEMORY, remembered } from '../../../src/tasks/grading/pure/stats/memory.ts';
import { meanOf, quantile, together } from '../../../src/tasks/grading/pure/stats/together.ts';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { gradeAll } from './toy-class.ts';
import { submissionFor, honest, rightFor, TOY } from './toy.ts';

describe('a page of a table', () => {
  const rows: readonly TableRow[] = [
    ['10', 'Émile', { value: 2, says: 'Wrong. Count again.' }],
    ['9', 'Ada', { value: 10, says: 'Right.' }],
    ['100', '', { value: 3, says: 'Partly right.' }],
    ['9a', 'Bo', null],
  ];
  const names = (view: Parameters<typeof pageOf>[1]) =>
    pageOf(rows, view).rows.map(([name]) => name);

  it('is in the order asked for, what is empty last', () => {
    const all = { from: 0, count: 9 };
    expect(names(all)).toEqual(['10', '9', '100', '9a']);
    expect(names({ ...all, by: 0 })).toEqual(['9', '9a', '10', '100']);
    expect(names({ ...all, by: 1 })).toEqual(['9', '9a', '10', '100']);
    expect(names({ ...all, by: 2, isDown: true }).slice(0, 3)).toEqual(['9', '100', '10']);
    expect(names({ ...all, by: 2 })).toEqual(['10', '100', '9', '9a']);
    expect(names({ ...all, by: 1, isDown: true }).at(-1)).toBe('100');
  });

  it('holds what was looked for, in cells and in what is said of them', () => {
    expect(pageOf(rows, { filter: ' RIGHT', from: 0, count: 1 })).toEqual({
      rows: [rows[1]],
      all: 2,
    });
    expect(pageOf(rows, { filter: 'nobody', from: 0, count: 1 })).toEqual({ rows: [], all: 0 });
  });

  it('sorts drawings by how far the last group is above the first, and finds the numbers below them', () => {
    const drawn = (name: string, ...values: readonly number[]): TableRow => [
      name,
      { drawn: 'bars', values, says: values.join(' · ') },
    ];
    const all = [drawn('flat', 0.5, 0.5), drawn('telling', 0.1, 0.9), drawn('odd', 0.9, 0.2)];
    const named = (view: Partial<Parameters<typeof pageOf>[1]>) =>
      pageOf(all, { from: 0, count: 9, ...view }).rows.map(([name]) => name);
    expect(named({ by: 1 })).toEqual(['odd', 'flat', 'telling']);
    expect(named({ filter: '0.9 · 0.2' })).toEqual(['odd']);
    expect(names({ from: 2, count: 2 })).toEqual(['100', '9a']);
  });
});

describe('item memory', () => {
  const submissions = ['1', '2', '3'].map((number) =>
    submissionFor(number, { sum: String(rightFor(number).sum) }),
  );
  const stats = itemStats(gradeAll(submissions));

  it('goes from course to course, and names nobody', () => {
    const first = remembered(NO_MEMORY, 'autumn', TOY, stats);
    const both = remembered(first, 'spring', TOY, stats);
    expect(both.items['toy-sum']?.map(({ course }) => course)).toEqual(['autumn', 'spring']);
    expect(remembered(both, 'spring', TOY, stats)).toEqual(both);
    expect(both.items['toy-sum']?.[0]).toMatchObject({
      students: 3,
      firstTry: { value: 1 },
      minutes: null,
    });
    expect(JSON.stringify(both)).not.toMatch(/Student/);
    expect(memoryIn(JSON.stringify(both))).toEqual(both);
    for (const broken of ['', '[]', '{"kind":"item-memory","format":1,"items":{"a":[{}]}}'])
      expect(memoryIn(broken)).toBeUndefined();
  });
});

describe('a class taken together', () => {
  it('draws each distinct run once, as the grader has found it', () => {
    const numbers = Array.from({ length: 30 }, (_, i) => String(i + 1));
    const submissions = numbers.map((number, i) => submissionFor(number, { x: 10 + (i % 6) }));
    const all = together(TOY, submissions, honest(submissions));
    const height = all.find(({ measure }) => measure === 'height');
    const loads = new Set(
      submissions.map(({ items }) => JSON.stringify(items['toy-bring']?.runs[0]?.settings)),
    );
    expect(height?.count).toBe(loads.size);
    expect(height?.spread[0]).toBe(10);
    expect(height?.spread[4]).toBe(15);
    expect(height?.said).toBeCloseTo(height?.mean.value ?? 0, 10);
    expect(together(TOY, submissions.slice(0, 4), honest(submissions))).toEqual([]);
  });

  it('has an interval that holds the true mean as often as it says', () => {
    const random = seeded(1, 'together');
    for (const size of [5, 30, 300]) {
      let held = 0;
      for (let trial = 0; trial < 1_000; trial += 1) {
        const { low, high } = meanOf(Array.from({ length: size }, () => random.normal()));
        if (low <= 0 && high >= 0) held += 1;
      }
      // Four standard errors of a thousand trials.
      expect(Math.abs(held / 1_000 - 0.95)).toBeLessThan(0.028);
    }
    expect(quantile([1, 2, 4], 0.75)).toBe(3);
  });
});
