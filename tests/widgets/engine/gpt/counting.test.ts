/** Counting against its definition: sets of what was seen, and formulas over them. */
import { describe, expect, it } from 'vitest';
import { Counting } from '../../../../widgets/engine/gpt/counting.ts';
import { seeded } from '#kit/numbers';

const SYMBOLS = 4;
const random = seeded(1, 'texts');
const TEXTS = Array.from({ length: 40 }, (): readonly [Uint8Array, Uint8Array] => {
  const length = 1 + random.whole(7);
  const text = [0, ...Array.from({ length }, () => 1 + random.whole(SYMBOLS - 1))];
  return [Uint8Array.from(text), Uint8Array.from([...text.slice(1), 0])];
});

/** All stretches of the texts that end in what came next, with as many characters before as there are, at most `order` - 1. */
const stretches = (order: number): readonly string[] =>
  TEXTS.flatMap(([text, next]) =>
    [...text].map((_, i) => [...text.slice(Math.max(0, i - order + 2), i + 1), next[i]].join('')),
  );

/** The chances of Kneser and Ney from their definition. */
function defined(order: number, context: string, symbol: number): number {
  const longest = stretches(order);
  // How often each stretch of a length counts: as it is, and for each different character before it.
  const counts = (length: number): Map<string, number> => {
    const found = new Map<string, number>();
    const count = (one: string): unknown => found.set(one, (found.get(one) ?? 0) + 1);
    const isFirst = (one: string): boolean => one.startsWith('0') && one.length <= order;
    for (const one of longest)
      if (one.length === length + 1 && (length === order - 1 || isFirst(one))) count(one);
    if (length < order - 1) for (const one of counts(length + 1).keys()) count(one.slice(1));
    return found;
  };
  const chance = (from: string): number => {
    const own = counts(from.length);
    const times = [...own.values()];
    const [once, twice] = [1, 2].map((n) => times.filter((one) => one === n).length) as [
      number,
      number,
    ];
    const discount = once === 0 ? 0 : once / (once + 2 * twice);
    const shorter = from === '' ? 1 / SYMBOLS : chance(from.slice(1));
    const after = [...own].filter(([one]) => one.slice(0, -1) === from);
    const all = after.reduce((sum, [, n]) => sum + n, 0);
    if (all === 0) return shorter;
    const seen = own.get(`${from}${symbol}`) ?? 0;
    return (Math.max(0, seen - discount) + discount * after.length * shorter) / all;
  };
  return chance(context.slice(Math.max(0, context.length - order + 1)));
}

describe.each([1, 2, 3])('counting %s characters', (order) => {
  const counting = new Counting(SYMBOLS, order, TEXTS);
  const asked = ['0', '01', '012', '0123', '0333', '2', '13'];

  it('has the chances of its definition', () => {
    for (const context of asked) {
      const text = Uint8Array.from(context, Number);
      const chances = counting.chances(text, text.length - 1);
      for (let symbol = 0; symbol < SYMBOLS; symbol += 1)
        expect([context, symbol, chances[symbol]]).toEqual([
          context,
          symbol,
          expect.closeTo(defined(order, context, symbol), 12),
        ]);
    }
  });

  it('has chances that come to 1', () => {
    for (const context of asked) {
      const text = Uint8Array.from(context, Number);
      const sum = counting.chances(text, text.length - 1).reduce((before, one) => before + one, 0);
      expect(sum).toBeCloseTo(1, 12);
    }
  });
});

it('keeps a count of each pair that was seen, and forgets nothing that it was given', () => {
  const text = Uint8Array.from([0, 1, 1, 2]);
  const counting = new Counting(3, 2, [[text, Uint8Array.from([1, 1, 2, 0])]]);
  // 0-1, 1-1, 1-2, 2-0, and the characters alone: 1 after two others, 2 and 0 after one each.
  expect(counting.size).toBe(4 + 3);
});
