import { describe, expect, it } from 'vitest';
import { levelOf, outermost, stepFor } from '../../../../widgets/experiments/shrink-it/levels.ts';
import {
  layersOf,
  pack,
  unpack,
  type Coding,
} from '../../../../widgets/experiments/shrink-it/pack.ts';
import { keptOf, pruned } from '../../../../widgets/experiments/shrink-it/prune.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { untrained, type Network } from '../../../../widgets/shared/network/network.ts';

const BITS = [1, 2, 3, 4, 5, 8, 12, 31, 32];
const network = (features: number, hidden: number): Network => {
  const { weights, ...shape } = untrained(features, hidden, seeded(7, 'weights'));
  const random = seeded(7, 'biases');
  return { ...shape, weights: weights.map((one) => Math.fround(one || random.normal())) };
};
const codings = (bits: number): Coding[] =>
  (['perLayer', 'perChannel'] as const).flatMap((placing) =>
    (['largest', 'bestError'] as const).map((range) => ({ bits, placing, range })),
  );
const even = Float64Array.from({ length: 20_000 }, (_, i) => (i + 0.5) / 10_000 - 1);
const meanSquare = (weights: Float64Array, bits: number): { error: number; step: number } => {
  const step = stepFor(weights, { bits, range: 'largest' });
  const sum = weights.reduce((all, one) => all + (one - levelOf(one, step, bits) * step) ** 2, 0);
  return { error: sum / weights.length, step };
};

describe('levels', () => {
  it.each([3, 4, 5, 6, 8])(
    'evenly spread weights are off by a twelfth of the step squared with %d bits',
    (bits) => {
      const { error, step } = meanSquare(even, bits);
      expect(error / (step ** 2 / 12)).toBeCloseTo(1, 2);
    },
  );

  it('each bit brings 6.02 dB, once there are many levels', () => {
    const level = (bits: number): number => -10 * Math.log10(meanSquare(even, bits).error);
    expect((level(12) - level(8)) / 4).toBeCloseTo(20 * Math.log10(2), 1);
  });

  it('there are 2 to the power of the bits, less one, and zero is one of them; with one bit there are two', () => {
    for (const bits of [2, 3, 4, 5, 6]) {
      const step = stepFor(even, { bits, range: 'largest' });
      const found = new Set([...even].map((one) => levelOf(one, step, bits)));
      expect(found.size).toBe(2 ** bits - 1);
      expect(found).toContain(0);
      expect(Math.max(...found)).toBe(outermost(bits));
    }
    expect(new Set([...even].map((one) => levelOf(one, 0.5, 1)))).toEqual(new Set([-1, 1]));
  });

  it('the range of the least error is never worse than that of the largest weight, and as good as any step', () => {
    const random = seeded(3, 'bell');
    const weights = Float64Array.from({ length: 3000 }, () => random.normal());
    for (const bits of [1, 2, 3, 4]) {
      const errorOf = (step: number): number =>
        weights.reduce((all, one) => all + (one - levelOf(one, step, bits) * step) ** 2, 0);
      const best = errorOf(stepFor(weights, { bits, range: 'bestError' }));
      expect(best).toBeLessThanOrEqual(errorOf(stepFor(weights, { bits, range: 'largest' })));
      for (let step = 0.02; step < 2; step += 0.02)
        expect(errorOf(step)).toBeGreaterThan(0.97 * best);
    }
  });

  it('an outlier of eight costs three bits: the others keep the step they had', () => {
    const withOutlier = Float64Array.from(even);
    withOutlier[0] = -8;
    const step = (weights: Float64Array, bits: number): number =>
      stepFor(weights, { bits, range: 'largest' });
    expect(step(withOutlier, 12) / step(even, 9)).toBeCloseTo(1, 1);
    expect(20 * Math.log10(8)).toBeCloseTo(18.06, 2);
  });
});

describe('packing', () => {
  it.each(BITS)('with %d bits gives back levels no further off than half a step', (bits) => {
    const before = network(12, 5);
    const all = new Uint8Array(before.weights.length).fill(1);
    for (const coding of codings(bits)) {
      const after = unpack(pack(before, all, coding));
      const largest = Math.max(...before.weights.map(Math.abs));
      const most = bits === 32 ? 0 : largest / outermost(bits);
      after.weights.forEach((one, i) => {
        const off = Math.abs(one - (before.weights[i] as number));
        const isOuter = coding.range === 'bestError' || bits === 1;
        expect(off).toBeLessThanOrEqual(isOuter ? largest + 1e-6 : most / 2 + 1e-6);
      });
    }
  });

  it('is done with: what was unpacked is packed into the same bytes again', () => {
    const before = network(12, 5);
    const all = new Uint8Array(before.weights.length).fill(1);
    for (const bits of [4, 8, 32]) {
      const coding = { bits, placing: 'perChannel', range: 'largest' } as const;
      const once = pack(before, all, coding);
      const again = pack(unpack(once), all, coding);
      expect(again.bytes).toEqual(once.bytes);
    }
  });

  it('keeps biases as they are, to the last bit', () => {
    const before = network(12, 5);
    const all = new Uint8Array(before.weights.length).fill(1);
    const { weights } = unpack(
      pack(before, all, { bits: 1, placing: 'perLayer', range: 'largest' }),
    );
    for (const { from, inputs, outputs } of layersOf(before))
      for (let i = from + inputs * outputs; i < from + (inputs + 1) * outputs; i += 1)
        expect(weights[i]).toBe(before.weights[i]);
  });

  it.each([
    // 196 x 32 + 32 x 10 weights, 42 biases; two steps, or 42.
    [32, 'perLayer', 0, 4 * 6592 + 4 * 42],
    [8, 'perLayer', 0, 6592 + 4 * 42 + 4 * 2],
    [4, 'perLayer', 0, 3296 + 168 + 8],
    [4, 'perChannel', 0, 3296 + 168 + 168],
    [1, 'perLayer', 0, 824 + 168 + 8],
    // Half of them left out: a bit each says which.
    [4, 'perLayer', 0.5, 1648 + 824 + 168 + 8],
    [32, 'perLayer', 0.5, 4 * 3296 + 824 + 168],
    // A tenth left out of 4 bits each: the bits that say so would take more than they save.
    [4, 'perLayer', 0.1, 3296 + 168 + 8],
    // Two levels leave no room for zero, so there it has to be said.
    [1, 'perLayer', 0.5, 412 + 824 + 168 + 8],
  ] as const)(
    'at %d bits, %s, with a share of %d left out takes the bytes counted by hand',
    (bits, placing, share, bytes) => {
      const whole = network(196, 32);
      const isKept = keptOf(whole, share);
      const packed = pack(pruned(whole, isKept), isKept, { bits, placing, range: 'largest' });
      expect(packed.bytes.length).toBe(bytes);
      const back = unpack(packed).weights;
      isKept.forEach((one, i) => {
        if (one === 0) expect(Math.abs(back[i] as number)).toBe(0);
      });
    },
  );

  it('leaves out the smallest weights of all layers together, and no bias', () => {
    const whole = network(20, 8);
    const isKept = keptOf(whole, 0.7);
    const weights = layersOf(whole).flatMap(({ from, inputs, outputs }) =>
      Array.from({ length: inputs * outputs }, (_, i) => from + i),
    );
    const sizes = (kept: number): number[] =>
      weights.filter((i) => isKept[i] === kept).map((i) => Math.abs(whole.weights[i] as number));
    expect(sizes(0)).toHaveLength(Math.round(0.7 * weights.length));
    expect(Math.max(...sizes(0))).toBeLessThanOrEqual(Math.min(...sizes(1)));
    expect(isKept.filter((one) => one === 0)).toHaveLength(sizes(0).length);
  });

  it('takes a network without hidden units, too', () => {
    const plain = {
      features: 6,
      hidden: 0,
      weights: Float64Array.from({ length: 70 }, (_, i) => Math.fround(Math.sin(i))),
    };
    const all = new Uint8Array(70).fill(1);
    const packed = pack(plain, all, { bits: 32, placing: 'perLayer', range: 'largest' });
    expect(packed.bytes.length).toBe(4 * 70);
    expect([...unpack(packed).weights]).toEqual([...plain.weights]);
  });
});
