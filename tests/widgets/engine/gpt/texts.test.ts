/** How a language model reads texts and writes them. */
import { describe, expect, it } from 'vitest';
import { Counting } from '../../../../widgets/engine/gpt/counting.ts';
import { Gpt } from '../../../../widgets/engine/gpt/gpt.ts';
import {
  batches,
  both,
  counterOf,
  drawnPieces,
  piecesOf,
  rateAt,
  readerOf,
  readingOf,
  surprise,
  written,
  type Reader,
} from '../../../../widgets/engine/gpt/texts.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const SIZE = { symbols: 5, width: 16, layers: 1, heads: 2, context: 8 };
const random = seeded(1, 'texts');
const TEXTS = Array.from({ length: 200 }, () =>
  Uint8Array.from({ length: 1 + random.whole(6) }, () => 1 + random.whole(4)),
);

/** A model that has learned from the texts for so many steps. */
function learned(steps: number): Gpt {
  const model = new Gpt(SIZE, 64, 1);
  const all = batches(TEXTS, 64, seeded(1, 'order'));
  for (let step = 0; step < steps; step += 1)
    model.learn(all.next().value, rateAt(step, steps, 0.01));
  return model;
}

describe('texts', () => {
  it('are read one behind the other, each from its 0 on to the next', () => {
    expect(readingOf([Uint8Array.of(3, 1), Uint8Array.of(2)])).toEqual({
      symbols: Uint8Array.of(0, 3, 1, 0, 2),
      next: Uint8Array.of(3, 1, 0, 2, 0),
      starts: [0, 3, 5],
    });
  });

  it('are all read once before one is read again, in batches that are as full as the next text lets them be', () => {
    const all = batches(TEXTS, 64, seeded(1, 'order'));
    const seen: string[] = [];
    while (seen.length < 2 * TEXTS.length - 100) {
      const { symbols, starts } = all.next().value;
      expect(symbols.length).toBeLessThanOrEqual(64);
      expect(symbols.length).toBeGreaterThan(64 - 7);
      for (const [i, start] of starts.slice(0, -1).entries())
        seen.push(symbols.slice(start + 1, starts[i + 1]).join());
    }
    const first = seen.slice(0, TEXTS.length);
    expect(first.toSorted()).toEqual(TEXTS.map((one) => one.join()).toSorted());
    expect(first).not.toEqual(TEXTS.map((one) => one.join()));
    const long = batches([new Uint8Array(64)], 64, seeded(1));
    expect(() => long.next()).toThrow('a text has more than 64 characters');
  });

  it('are cut out of one long text, each with what comes next in it', () => {
    const long = Uint8Array.from({ length: 60 }, (_, i) => i % 5);
    expect(piecesOf(long, [0, 7], 3)).toEqual({
      symbols: Uint8Array.of(0, 1, 2, 2, 3, 4),
      next: Uint8Array.of(1, 2, 3, 3, 4, 0),
      starts: [0, 3, 6],
    });
    const drawn = drawnPieces(long, 4, 3, seeded(1));
    for (let i = 0; i < 200; i += 1) {
      const { symbols, next, starts } = drawn.next().value;
      expect(starts).toEqual([0, 4, 8, 12]);
      expect(next.map((one) => (one + 4) % 5)).toEqual(symbols);
    }
  });

  it('are learned from at a rate that rises, stays, and falls to nothing', () => {
    const rates = [0, 14, 29, 1_199, 2_100, 3_000].map((step) => rateAt(step, 3_000, 0.006));
    for (const [i, rate] of [0.0002, 0.003, 0.006, 0.006, 0.003, 0].entries())
      expect(rates[i]).toBeCloseTo(rate, 12);
  });
});

describe('a reader', () => {
  const model = learned(60);
  const counting = new Counting(
    5,
    3,
    TEXTS.map((one) => {
      const { symbols, next } = readingOf([one]);
      return [symbols, next] as const;
    }),
  );

  it('is as surprised as the model that reads all at once', () => {
    const reading = readingOf(TEXTS.slice(0, 8));
    const sum = surprise(() => readerOf(model), reading);
    expect(sum / reading.next.length).toBeCloseTo(model.loss(reading), 5);
  });

  it('says the mean of two, each of its own chances', () => {
    const mean = both(readerOf(model), counterOf(counting, 8), 0.25);
    const alone = [readerOf(model), counterOf(counting, 8)] as const;
    for (const symbol of [0, 3, 1]) {
      const [own, counted] = [alone[0](symbol), alone[1](symbol)];
      const found = mean(symbol);
      for (let i = 0; i < 5; i += 1)
        expect(found[i]).toBeCloseTo(0.25 * (own[i] as number) + 0.75 * (counted[i] as number), 12);
    }
  });

  it('writes at temperature 0 the same whatever is drawn, and what is likeliest', () => {
    const texts = [1, 2, 3].map((seed) => written(readerOf(model), 8, 0, seeded(seed)).join());
    expect(new Set(texts).size).toBe(1);
  });

  it.each([1, 0.5])('writes at temperature %s as often as the chances say', (temperature) => {
    const chances = [0.1, 0.2, 0.3, 0.15, 0.25];
    const always: Reader = () => chances;
    const draws = seeded(1, 'draws');
    const counts = chances.map(() => 0);
    const COUNT = 40_000;
    for (let i = 0; i < COUNT; i += 1) {
      const [symbol = 0] = written(always, 1, temperature, draws);
      counts[symbol] = (counts[symbol] as number) + 1;
    }
    const powers = chances.map((one) => one ** (1 / temperature));
    const sum = powers.reduce((all, one) => all + one, 0);
    const squares = counts.reduce((all, count, i) => {
      const wanted = (COUNT * (powers[i] as number)) / sum;
      return all + (count - wanted) ** 2 / wanted;
    }, 0);
    // Chi-square with four degrees of freedom: 18.5 is passed once in a thousand times.
    expect(squares).toBeLessThan(18.5);
  });

  it('ends a text where it says so, and at the longest', () => {
    const ends: Reader = (symbol) => (symbol === 2 ? [1, 0, 0] : [0, 0, 1]);
    expect(written(ends, 9, 1, seeded(1))).toEqual(Uint8Array.of(2));
    const never: Reader = () => [0, 1, 0];
    expect(written(never, 4, 1, seeded(1))).toEqual(Uint8Array.of(1, 1, 1, 1));
  });
});
