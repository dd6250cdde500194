import { describe, expect, it } from 'vitest';
import { check } from '../../../src/tasks/judge/check.ts';
import { contains } from '../../../src/tasks/fields/judge/sorted.ts';
import { check as checkOrder, type OrderKey } from '../../../src/tasks/kinds/order/check.ts';
import { pageData } from '../../../src/tasks/practice/author/page-data.ts';
import { permutations } from '../../../src/tasks/kinds/order/sample.ts';
import { registry } from '../../../src/tasks/practice/author/registry.ts';
import { shuffled } from '../../../src/tasks/fields/judge/shuffle.ts';
import { faultsOf, contextOf, firstOf } from './one-question.ts';

const wrong = (id: string, ...order: string[]) => ({
  id,
  order,
  misconception: `m of ${id}`,
  feedback: `f of ${id}`,
});
const key: OrderKey = {
  kind: 'order',
  order: ['a', 'b', 'c', 'd'],
  wrong: [wrong('backwards', 'd', 'c', 'b', 'a'), wrong('swap', 'c', 'b')],
};

describe('an order', () => {
  it('earns its pairs less those that stand wrong, over every order of four', () => {
    // Orders of four by their number of inversions, 0 to 6: the Mahonian numbers.
    const counts = new Map<number, number>();
    for (const sorted of permutations(key.order)) {
      const { credit, correct } = checkOrder(key, sorted);
      expect(correct).toBe(sorted.join('') === 'abcd');
      const pairs = Math.round(credit * 6);
      counts.set(pairs, (counts.get(pairs) ?? 0) + 1);
    }
    expect([...counts].toSorted(([a], [b]) => b - a)).toEqual([
      [6, 1],
      [4, 3],
      [2, 5],
      [0, 6 + 5 + 3 + 1],
    ]);
  });

  it('with a known mistake in it gets the feedback to the first that fits', () => {
    expect(checkOrder(key, ['d', 'c', 'b', 'a']).about).toEqual(['backwards']);
    expect(checkOrder(key, ['c', 'a', 'd', 'b']).about).toEqual(['swap']);
    expect(checkOrder(key, ['b', 'a', 'c', 'd'])).toMatchObject({ about: [], credit: 4 / 6 });
    expect(checkOrder(key, ['b', 'a', 'c', 'd']).feedback).toContain(
      '5 of the 6 pairs of items are',
    );
  });

  it.each([[[]], [['a', 'b', 'c']], [['a', 'b', 'c', 'c']], [['a', 'b', 'c', 'x']]])(
    'that is not whole (%j) is not judged',
    (answer) => {
      expect(check(key, answer)).toMatchObject({ readable: false, correct: false, credit: 0 });
    },
  );

  it('contains others, whatever stands between', () => {
    expect(contains(['a', 'b', 'c'], ['a', 'c'])).toBe(true);
    expect(contains(['a', 'b', 'c'], ['c', 'a'])).toBe(false);
    expect(contains(['a', 'b', 'c'], ['x'])).toBe(false);
  });
});

describe('the order at the start', () => {
  it('is the same each time, holds every item, earns nothing and betrays nothing', () => {
    for (const id of ['one', 'two', 'three', 'four', 'five']) {
      for (const size of [3, 4, 5, 6, 7]) {
        const order = [...'abcdefg'].slice(0, size);
        const one: OrderKey = { ...key, order, wrong: [wrong('swap', 'c', 'b')] };
        const start = shuffled(id, one);
        expect(start).toEqual(shuffled(id, one));
        expect(start.toSorted()).toEqual(order);
        expect(checkOrder(one, start)).toMatchObject({ credit: 0, about: [] });
      }
    }
  });

  it('is another for another question', () => {
    const order = [...'abcdefg'];
    const starts = ['one', 'two', 'three', 'four'].map((id) => shuffled(id, { ...key, order }));
    expect(new Set(starts.map((start) => start.join(''))).size).toBeGreaterThan(1);
  });

  it('is never right, even where every order that earns nothing is a known mistake', () => {
    const all: OrderKey = {
      kind: 'order',
      order: ['a', 'b', 'c'],
      wrong: [wrong('ba', 'b', 'a'), wrong('cb', 'c', 'b'), wrong('ca', 'c', 'a')],
    };
    expect(checkOrder(all, shuffled('q', all)).credit).toBe(0);
  });
});

const items = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `The item ${id}` }));
const fields = (change: object): object => ({
  ...{ kind: 'order', core: true, solution: 's', items, wrong: key.wrong, ...change },
});
const load = (change: object) => contextOf(fields(change));
const faults = (change: object) => faultsOf(fields(change));

describe('the proof of an order', () => {
  it('holds when all its known mistakes can be met', async () => {
    expect(await faults({})).toBe('');
  });

  it.each([
    ['part of the right order', [wrong('w', 'a', 'c')], /"w" is part of the right one/],
    ['items that do not exist', [wrong('w', 'x', 'a')], /"w" names x; the items are a, b, c, d/],
    ['an item twice', [wrong('w', 'c', 'a', 'c')], /"w" names an item twice/],
    [
      'what another one takes first',
      [wrong('v', 'c', 'a'), wrong('w', 'c', 'b', 'a')],
      /"w" \(.*\) is told what "v" is told/,
    ],
    ['one id twice', [wrong('w', 'b', 'a'), wrong('w', 'c', 'a')], /the same id/],
  ])('refuses a known mistake that names %s', async (_what, known, said) => {
    expect(await faults({ wrong: known })).toMatch(said);
  });

  it('refuses two items with one id', async () => {
    const twice = [...items.slice(1), { id: 'b', text: 'again' }];
    expect(await faults({ items: twice, wrong: [] })).toContain('two items have the same id');
  });

  it('stops the build at two items, and at eight', () => {
    expect(() => load({ items: items.slice(2), wrong: [] })).toThrow(/at least three/);
    const eight = [...'abcdefgh'].map((id) => ({ id, text: id }));
    expect(() => load({ items: eight, wrong: [] })).toThrow(/at most seven/);
  });
});

describe('what leaves the build', () => {
  it('is a registry entry with the misconceptions, and page data without their words', () => {
    const on = load({});
    expect(registry(on.book)[0]).toMatchObject({
      kind: 'order',
      misconceptions: { backwards: 'm of backwards', swap: 'm of swap' },
    });
    const data = pageData(on, firstOf(on));
    expect(data).toMatchObject({ kind: 'order', order: ['a', 'b', 'c', 'd'] });
    expect(JSON.stringify(data)).not.toMatch(/m of|f of|The item/);
  });
});
