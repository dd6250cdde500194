/** The transformer that is trained on the page: its products, its slopes, what it may look at, and what it keeps. */
import { describe, expect, it } from 'vitest';
import {
  cacheBytes,
  Gpt,
  weightsOf,
  type GptSize,
  type Reading,
} from '../../../../widgets/engine/gpt/gpt.ts';
import { productsOver } from '../../../../widgets/engine/gpt/product.ts';
import { seeded, type Random } from '../../../../widgets/kit/numbers/random.ts';
import { plainLoss } from './plain.ts';

const SIZE: GptSize = { symbols: 11, width: 16, layers: 2, heads: 2, context: 6 };
/** Three texts of 6, 1 and 4 characters. */
const READING: Reading = {
  symbols: Uint8Array.from([0, 3, 7, 10, 1, 3, 5, 0, 9, 9, 2]),
  next: Uint8Array.from([3, 7, 10, 1, 3, 0, 0, 9, 9, 2, 0]),
  starts: [0, 6, 7, 11],
};

/** A model whose head has learned something already: at the beginning it is 0, and no slope would get through it. */
function begun(size = SIZE, isPlain = false): Gpt {
  const gpt = new Gpt(size, 16, 1, isPlain);
  const random = seeded(1, 'head');
  for (let row = 0; row < size.width; row += 1)
    for (let x = 0; x < size.symbols; x += 1)
      gpt.weights[weightsAt(size) + row * 8 * Math.ceil(size.symbols / 8) + x] = random.normal();
  return gpt;
}
const weightsAt = ({ symbols, width, layers, context }: GptSize): number =>
  width * (symbols + context + 12 * layers * width);

const fill = (numbers: Float32Array, random: Random): void => {
  for (let i = 0; i < numbers.length; i += 1) numbers[i] = random.normal();
};

describe.each([
  ['own SIMD', false],
  ['typed arrays', true],
] as const)('products in %s', (engine, isPlain) => {
  const products = productsOver(4_000, isPlain);
  const { numbers } = products;
  const sizes = [1, 2, 3, 4, 5, 7, 9].flatMap((m) =>
    [1, 2, 5, 8].flatMap((k) => [8, 16, 24].map((n) => [m, k, n] as const)),
  );

  it('are those of plain sums, for all remainders, as they are and with rows for columns', () => {
    expect(products.engine).toBe(engine);
    const random = seeded(1, 'numbers');
    for (const [m, k, n] of sizes)
      for (const isTurned of [false, true]) {
        fill(numbers, random);
        const [a, b, c] = [8, 408, 1_208];
        const before = numbers.slice();
        const from = { at: a, row: isTurned ? 1 : k, column: isTurned ? m : 1 };
        products.add({ at: c, row: n }, from, { at: b, row: n }, m, k, n);
        for (let i = 0; i < m; i += 1)
          for (let j = 0; j < n; j += 1) {
            let sum = before[c + i * n + j] as number;
            for (let p = 0; p < k; p += 1)
              sum +=
                (before[a + (isTurned ? p * m + i : i * k + p)] as number) *
                (before[b + p * n + j] as number);
            expect(Math.abs((numbers[c + i * n + j] as number) - sum)).toBeLessThan(6e-6);
            before[c + i * n + j] = numbers[c + i * n + j] as number;
          }
        // Nothing else is touched.
        expect(numbers).toEqual(before);
      }
  });
});

describe('the model', () => {
  it('gives every character the same chance at first, and has the weights that are said', () => {
    const gpt = new Gpt(SIZE, 16, 1);
    expect(gpt.loss(READING)).toBeCloseTo(Math.log(11), 7);
    const { symbols, width } = SIZE;
    expect(gpt.weights.length - width * (16 - symbols)).toBe(weightsOf(SIZE));
    expect(() => new Gpt({ ...SIZE, width: 12 }, 16, 1)).toThrow(
      'a width of 12 has no multiple of 8',
    );
    expect(weightsOf({ symbols: 27, width: 32, layers: 2, heads: 4, context: 16 })).toBe(26_816);
  });

  it('has the loss of the same model in plain loops of 64 bits', () => {
    for (const isPlain of [false, true]) {
      const gpt = begun(SIZE, isPlain);
      expect(gpt.loss(READING)).toBeCloseTo(plainLoss(SIZE, [...gpt.weights], READING), 5);
    }
  });

  it('has the slopes of central differences in 64 bits, in every weight', () => {
    const gpt = begun();
    gpt.slopes(READING);
    const weights = [...gpt.weights];
    const all = weights.map((is, i) => {
      const at = (off: number): number => plainLoss(SIZE, weights.with(i, is + off), READING);
      return (at(1e-5) - at(-1e-5)) / 2e-5;
    });
    const largest = Math.max(...all.map(Math.abs));
    for (const [i, slope] of all.entries())
      expect([i, Math.abs((gpt.slope[i] as number) - slope) < 1e-5 * largest]).toEqual([i, true]);
  });

  it('does not look ahead, nor into another text: what comes later changes nothing before, bit by bit', () => {
    const gpt = begun();
    const texts = (symbols: readonly number[]): readonly Float32Array[] =>
      gpt.chances({ symbols: Uint8Array.from(symbols), starts: [0, 1, 2, 4] });
    const [first, second, third] = texts([3, 3, 7, 10]);
    expect(second).toEqual(first);
    const after = texts([3, 3, 7, 1]);
    expect(after.slice(0, 2)).toEqual([first, second]);
    expect(after[2]).not.toEqual(third);
    const inOne = gpt.chances({ symbols: Uint8Array.from([7, 10, 1, 2]), starts: [0, 4] });
    expect(inOne[0]).not.toEqual(third);
  });

  it('says the same with what it keeps as when it reads anew, text by text', () => {
    const gpt = begun();
    const texts = [
      [0, 3, 7, 10, 1, 3],
      [5, 5, 5, 2, 9, 0],
    ];
    const cache = gpt.cache(2);
    for (let length = 1; length <= 6; length += 1) {
      const kept = gpt.next(
        cache,
        Uint8Array.from(texts, (one) => one[length - 1] as number),
      );
      const symbols = texts.flatMap((one) => one.slice(0, length));
      const anew = gpt.chances({
        symbols: Uint8Array.from(symbols),
        starts: [0, length, 2 * length],
      });
      for (const [i, chances] of kept.entries())
        for (const [x, chance] of chances.entries())
          expect(chance).toBeCloseTo(anew[i]?.[x] as number, 5);
    }
    expect(() => gpt.next(cache, Uint8Array.from([1, 1]))).toThrow(
      'a text has 6 characters at most',
    );
    expect(cacheBytes({ ...SIZE, width: 64 }, 256)).toBe(256 * 1024);
  });

  it('learns the same from the same seed, bit by bit, and another thing from another', () => {
    const learned = (seed: number): Float32Array => {
      const gpt = new Gpt(SIZE, 16, seed);
      for (let step = 0; step < 50; step += 1) gpt.learn(READING, 0.01);
      return gpt.weights.slice();
    };
    const first = learned(1);
    expect(learned(1)).toEqual(first);
    expect(learned(2)).not.toEqual(first);
  });

  it('learns a text by heart', () => {
    const gpt = new Gpt(SIZE, 16, 1);
    for (let step = 0; step < 400; step += 1) gpt.learn(READING, 0.01);
    // What follows the 0 with which each of three texts begins cannot be known.
    expect(gpt.loss(READING)).toBeLessThan(0.35);
  });
});
