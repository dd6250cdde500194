import { describe, expect, test } from 'vitest';
import {
  mostLost,
  worstOf,
  type Point,
  type ShrinkOutcome,
} from '../../widgets/experiments/shrink-it/outcome.ts';
import type { ShrinkSettings } from '../../widgets/experiments/shrink-it/params.ts';
import { shrinkIt } from '../../widgets/experiments/shrink-it/widget.ts';
import { bitsOf, valueOf } from '../../src/components/hands/float32.ts';
import { defaults } from '../../widgets/kit/contract/params.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { runOnNode } from '../../widgets/run/node.ts';
import { each, lesson, mean, numbersOver, percent, TWENTY } from './seeds.ts';

const text = lesson('small-enough-to-ship');
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const CHANGES = {
  plain: { bits: 2 },
  least: { range: 'bestError' },
  outlier: { outlier: 8 },
  outlierUnits: { outlier: 8, placing: 'perChannel' },
  outlierLeast: { outlier: 8, range: 'bestError' },
  goal: { width: 16, prune: 0.5, retrain: '1', placing: 'perChannel', range: 'bestError' },
} as const satisfies Readonly<Record<string, Partial<ShrinkSettings>>>;
type Name = keyof typeof CHANGES;
const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
const at = ({ points }: ShrinkOutcome, bits: number): Point =>
  points.find((one) => one.bits === bits) as Point;
const BITS = [1, 2, 3, 4, 8];
const atEach = (
  name: string,
  read: (outcome: ShrinkOutcome, bits: number) => number | null,
): Readonly<Record<string, (outcome: ShrinkOutcome) => number | null>> =>
  Object.fromEntries(BITS.map((bits) => [`${name} ${bits}`, (one) => read(one, bits)]));

/** What is read off a run. */
const NUMBERS = {
  ...atEach('right', (one, bits) => at(one, bits).right / one.tested),
  ...atEach('lost', (one, bits) => ((one.whole?.right ?? 0) - at(one, bits).right) / one.tested),
  ...atEach('level', (one, bits) => at(one, bits).signalToNoise),
  bytes: (one: ShrinkOutcome) => at(one, 4).bytes,
  worst: (one: ShrinkOutcome) => worstOf(at(one, 4)).share,
  'lost most': (one: ShrinkOutcome) => (one.whole ? mostLost(at(one, 4), one.whole).kind : null),
  zeros: ({ weights }: ShrinkOutcome) => {
    const { bins, largest, steps } = weights ?? { bins: [], largest: 1, steps: [] };
    const zero = bins.filter((_, i) => {
      const middle = largest * ((2 * (i + 0.5)) / bins.length - 1);
      return Math.abs(middle) < (steps[0] ?? 0) / 2;
    });
    return sum(zero) / sum(bins);
  },
};
const found = await numbersOver(shrinkIt, TWENTY, NUMBERS, ...Object.values(CHANGES));
const all = (name: Name, number: string): number[] =>
  each(found[Object.keys(CHANGES).indexOf(name)], number);
const shares = (name: Name, bits: number): number[] => all(name, `right ${bits}`);
const lost = (name: Name, bits: number): number[] => all(name, `lost ${bits}`);

describe('Small enough to ship', () => {
  test('eight bits lose next to nothing', () => {
    expect(100 * Math.max(...lost('plain', 8))).toBeLessThanOrEqual(0.2);
    expect(text).toContain('with 8 bits the loss was never more than 0.2 points');
  });

  test('the weight whose bits are flipped is the largest of the first layer, and what is said of its bits is so', async () => {
    const { weights } = (await runOnNode(shrinkIt, defaults(shrinkIt.params))) as ShrinkOutcome;
    const { largest, bins } = weights ?? { largest: 0, bins: [] };
    expect(text).toContain(`<Bits weight={${-largest}} largest={${largest}} />`);
    // At the lower end of its layer there is one, at the upper none.
    expect([bins[0], bins.at(-1)]).toEqual([1, 0]);
    const bits = bitsOf(-largest);
    const moves = bits.map((_, place) => {
      const flipped = valueOf(bits.map((bit, i) => (i === place ? 1 - bit : bit)));
      return Math.abs(flipped + largest);
    });
    const halfStep = largest / 127 / 2;
    expect(moves.map((by) => by < halfStep).lastIndexOf(false)).toBe(15);
    expect(text).toContain(
      'Each of the last sixteen moves it by less than half a step of the 255 levels',
    );
    const exponents = moves.slice(1, 9);
    expect(Math.max(...exponents)).toBeGreaterThan(6592 * largest);
    expect(exponents.some((by) => Math.abs(by / largest - 1) < 1e-9)).toBe(true);
  });

  test('one bit beats two', () => {
    const twos = shares('plain', 2);
    const wins = shares('plain', 1).filter((share, i) => share > (twos[i] ?? 1));
    expect(wins.length).toBe(20);
    expect(text).toContain('one bit beat two in all of them');
  });

  test('with two bits almost all weights become zero', () => {
    expect(mean(all('plain', 'zeros'))).toBeGreaterThan(0.9);
    expect(text).toContain('Almost every weight is nearer to zero');
  });

  test('the law of even errors holds from 8 bits to 3, and fails below', () => {
    const level = (bits: number): number => mean(all('plain', `level ${bits}`));
    // A step is the largest weight over 127, 7, 3 or 1.
    const evenly = (bits: number): number =>
      level(8) - 20 * Math.log10(127 / (2 ** (bits - 1) - 1));
    expect((level(8) - level(4)) / 4).toBeCloseTo(6.3, 1);
    expect(Math.abs(level(4) - evenly(4))).toBeLessThan(0.3);
    expect(Math.abs(level(3) - evenly(3))).toBeLessThan(0.5);
    expect(level(2) - evenly(2)).toBeGreaterThan(1.5);
  });

  test('an outlier breaks 4 bits, and both ways out mend it', async () => {
    expect(Math.min(...lost('outlier', 4))).toBeGreaterThan(0.4);
    const points = percent(mean(lost('outlier', 4)));
    expect(text).toContain(
      `the outlier cost ${points} points on average, and in each more than in the run on this page.`,
    );
    const page = { ...defaults(shrinkIt.params), outlier: 8 } as const;
    const here = (await runOnNode(shrinkIt, page)) as ShrinkOutcome;
    const loss = ((here.whole?.right ?? NaN) - at(here, 4).right) / here.tested;
    expect(loss).toBeLessThan(Math.min(...lost('outlier', 4)));
    expect(Math.max(...lost('outlierUnits', 4))).toBeLessThan(0.04);
    expect(Math.max(...lost('outlierLeast', 4))).toBeLessThan(0.04);
  });

  test('where the error is least, two bits read far better', () => {
    const before = shares('plain', 2);
    shares('least', 2).forEach((share, i) => expect(share).toBeGreaterThan((before[i] ?? 1) + 0.2));
  });

  test('at four bits the mean loses little, and other digits most from one model to the next', () => {
    const points = number(100 * mean(lost('plain', 4)), 1);
    expect(text).toContain(`the loss at 4 bits is ${points} points on average`);
    const kinds = all('plain', 'lost most');
    const word = WORDS[new Set(kinds).size - 1] ?? '';
    expect(text).toContain(`the digit that lost most varied among ${word}`);
  });

  test('the goal is met on seeds that nobody looked at', () => {
    expect(Math.max(...all('goal', 'bytes'))).toBeLessThanOrEqual(1600);
    expect(Math.min(...shares('goal', 4))).toBeGreaterThan(0.87);
    expect(Math.min(...all('goal', 'worst'))).toBeGreaterThan(0.7);
  });

  test('the least of ten equally good digits comes out as the text says', () => {
    // The chance of at most so many of 250, added up term by term; the least of ten from that.
    const chances = Array.from({ length: 251 }, () => 0);
    let term = 0.09 ** 250;
    for (let right = 0; right <= 250; right += 1) {
      chances[right] = (chances[right - 1] ?? 0) + term;
      term *= ((250 - right) / (right + 1)) * (0.91 / 0.09);
    }
    const least = chances.reduce(
      (sum, at, right) => sum + right * ((1 - (chances[right - 1] ?? 0)) ** 10 - (1 - at) ** 10),
      0,
    );
    expect(text).toContain(`at about ${percent(least / 250)} %`);
  });

  test('sizes are as they are written', () => {
    expect(text).toContain('6,592 weights and 42 biases');
    expect(196 * 32 + 32 * 10).toBe(6592);
    expect(4 * (6592 + 42)).toBe(26536);
  });
});
