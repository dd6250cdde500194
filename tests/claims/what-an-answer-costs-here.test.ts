/** What the lesson says of its machines: counted work, the book’s own times, and what the simulation makes of them. */
import { mean } from 'd3-array';
import { beforeAll, describe, expect, test } from 'vitest';
import { kvCache } from '../../widgets/experiments/kv-cache/widget.ts';
import { tokenServing } from '../../widgets/experiments/token-serving/widget.ts';
import { weightsOf } from '../../widgets/engine/gpt/gpt.ts';
import type { Measured } from '../../widgets/kit/contract/widget.ts';
import { fitTimes } from '../../widgets/kit/device/fit.ts';
import { SERVED } from '../../widgets/kit/device/machines.ts';
import { BOOK_TIMES } from '../../widgets/server/book-times.ts';
import { lesson, over, questionsOf, TWENTY } from './seeds.ts';

const text = lesson('what-an-answer-costs-here');
const questions = questionsOf('what-an-answer-costs-here');

/** Cost of a step and of a text in it, in ms, as the lesson’s table has them. */
const MACHINES = {
  small: { stepCost: 0, writeCost: 0.06, readCost: 0.06 },
  operations: { stepCost: 0.64, writeCost: 0.04, readCost: 0.04 },
  large: { stepCost: 7.2, writeCost: 1.3, readCost: 1.3 },
  assistant: { stepCost: 20, writeCost: 0.2, readCost: 0.1 },
} as const;
type Machine = keyof typeof MACHINES;
const names = Object.keys(MACHINES) as Machine[];
const FREE = { policy: 'continuous', rate: 10 } as const;

let gains: Record<Machine, readonly number[]>;
let alone: Record<Machine, readonly Measured[]>;
let cached: Measured;
beforeAll(async () => {
  const cases = names.flatMap((name) =>
    [1, 16].map((slots) => ({ ...FREE, slots, ...MACHINES[name] })),
  );
  const found = await over(tokenServing, TWENTY, ...cases);
  const capacity = (at: number, i: number): number => found[at]?.[i]?.['capacity'] as number;
  const gain = (at: number): number[] =>
    TWENTY.map((_, i) => capacity(2 * at + 1, i) / capacity(2 * at, i));
  const [small = [], operations = [], large = [], assistant = []] = names.map((_, at) => gain(at));
  gains = { small, operations, large, assistant };
  const [lone = [], two = [], three = [], four = []] = names.map((_, at) => found[2 * at]);
  alone = { small: lone, operations: two, large: three, assistant: four };
  const [[one = {}] = []] = await over(kvCache, [1], { length: 256 });
  cached = one;
});

describe('what an answer costs here', () => {
  test('the work and the memory are those of the small model', () => {
    const size = { ...SERVED, context: 256 };
    expect(text).toContain(`with ${weightsOf(size).toLocaleString('en')} weights`);
    expect(text).toContain('Each character leaves 1,024 bytes');
    expect(cached['cacheBytes']).toBe(256 * 1024);
    expect(text).toContain('the cache holds half as much as the model itself');
    expect(cached['cacheShare']).toBeCloseTo(0.53, 2);
    expect(text).toContain('For sixteen it is eight models’ worth');
    expect(16 * (cached['cacheShare'] as number)).toBeCloseTo(8.5, 1);
    expect(cached['workTimes']).toBeCloseTo(200.1, 1);
    expect(text).toContain('That is a fifth less than 256 times');
    expect(1 - (cached['workTimes'] as number) / 256).toBeCloseTo(0.22, 2);
    expect(text).toContain('two fifths of the work by character 256');
    const { work } = cached as { work: number };
    expect((256 * 2 * size.width * size.layers) / work).toBeCloseTo(0.39, 2);
  });

  test('the table has the costs that were measured for this book', () => {
    for (const name of ['small', 'operations', 'large'] as const) {
      const { fixed, each } = fitTimes(BOOK_TIMES[name]).costs;
      const { stepCost, writeCost } = MACHINES[name];
      expect(text).toContain(`| ${stepCost} | ${writeCost} |`);
      expect(Math.abs(fixed - stepCost)).toBeLessThan(0.03 + 0.02 * stepCost);
      expect(Math.abs(each / writeCost - 1)).toBeLessThan(0.05);
    }
    expect(text).toContain('fetching its weights took as long as the sums of five texts');
  });

  test('sixteen places bring nothing where a step costs nothing besides its texts, and more the more it does', () => {
    expect(text).toContain('as many as with one');
    for (const gain of gains.small) expect(Math.abs(gain - 1)).toBeLessThan(0.02);
    for (const i of TWENTY.keys()) {
      const of = (name: Machine): number => gains[name][i] as number;
      expect(of('large')).toBeGreaterThan(1.5);
      expect(of('operations')).toBeGreaterThan(of('large') + 0.5);
      expect(of('assistant')).toBeGreaterThan(of('operations') + 4);
    }
    expect(text).toContain('it is busy with a request for 86 ms on average');
    expect(questions).toContain('busy with a request for 86 ms on average');
    for (const one of alone.small)
      expect(Math.abs(1000 / (one['capacity'] as number) - 86)).toBeLessThan(3);
  });

  test('some 4.6 tokens are read for each that is written, as the instruments have it', () => {
    expect([...text.matchAll(/reads=\{([\d.]+)\}/g)].map(([, n]) => n)).toEqual([
      '4.6',
      '4.6',
      '4.6',
    ]);
    // Of requests that are served one by one: 0.06 (read + written), and 0.04 (read + written) + 0.64 written.
    const ratios = alone.small.map((one, i) => {
      const [small, operations] = [one, alone.operations[i]].map(
        (of) => 1000 / (of?.['capacity'] as number),
      ) as [number, number];
      const written = (operations - (0.04 / 0.06) * small) / 0.64;
      return (small / 0.06 - written) / written;
    });
    expect(Math.abs((mean(ratios) ?? 0) - 4.6)).toBeLessThan(0.1);
  });

  test('the formula: fourteenfold where a is a hundred times b', () => {
    expect(text).toContain('the gain is nearly fourteenfold');
    expect((16 * 101) / (100 + 16)).toBeCloseTo(13.9, 1);
  });
});
