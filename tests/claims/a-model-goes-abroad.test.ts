import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PIXELS } from '../../widgets/shared/digits/eight.ts';
import { distributionShift } from '../../widgets/experiments/distribution-shift/widget.ts';
import { TWENTY, each, lesson, mean, over } from './seeds.ts';

/** How many pictures of a set there are, and how many of them the common cut changes. */
function recut(set: string): { all: number; changed: number } {
  const files = [`${set}8.bin`, `${set}8-stretched.bin`].map((name) =>
    readFileSync(`public/data/${name}`),
  );
  const all = (files[0]?.length ?? 0) / (PIXELS + 1);
  const [before = [], after = []] = files.map((bytes) =>
    Array.from({ length: all }, (_, i) => bytes.subarray(i * PIXELS, (i + 1) * PIXELS)),
  );
  return { all, changed: before.filter((one, i) => !after[i]?.equals(one)).length };
}

const TEN = TWENTY.slice(0, 10);
describe('a model goes abroad', () => {
  const text = lesson('02-a-model-goes-abroad');

  test('the same cut closes two thirds of the gap, and more than half of it every time', async () => {
    const runs = await over(distributionShift, TWENTY, {}, { repair: 'preprocess' });
    const [before = [], after = []] = runs.map((all) => {
      const abroad = each(all, 'abroadAccuracy');
      return each(all, 'homeAccuracy').map((home, i) => home - (abroad[i] ?? Number.NaN));
    });
    const closed = before.map((gap, i) => 1 - (after[i] ?? Number.NaN) / gap);
    expect(mean(closed)).toBeCloseTo(2 / 3, 1);
    for (const share of closed) expect(share).toBeGreaterThan(0.5);
    expect(text).toContain(
      'the same cut closed about two thirds of the gap on average, and more than half of it every time.',
    );
  });

  test('the cut changes nearly all pictures that are learned from, and hardly any that are read', () => {
    expect(recut('semeion')).toEqual({ all: 1593, changed: 48 });
    expect(text).toContain('The new cut changed just 48 of its 1,593 pictures');
    expect(recut('mnist')).toEqual({ all: 3334, changed: 3297 });
    expect(text).toContain('3,297 of MNIST’s 3,334');
  });

  test('labels cost something at home, a handful more than hundreds, and a handful buys less abroad', async () => {
    const [none, few, many] = await over(
      distributionShift,
      TEN,
      {},
      { repair: 'labels', foreignLabels: 10 },
      { repair: 'labels', foreignLabels: 200 },
    );
    expect(few).toHaveLength(TEN.length);
    few?.forEach((one, i) => {
      expect(one['homeAccuracy']).toBeLessThan(many?.[i]?.['homeAccuracy'] ?? 0);
      expect(one['abroadAccuracy']).toBeLessThan((many?.[i]?.['abroadAccuracy'] ?? 0) - 0.2);
      expect(many?.[i]?.['homeAccuracy']).toBeLessThan(none?.[i]?.['homeAccuracy'] ?? 0);
    });
    expect(text).toContain('costs more at home than hundreds do, and it buys far less abroad');
  });

  test('what each repair reaches over twenty draws, abroad and at home', async () => {
    const runs = await over(
      distributionShift,
      TWENTY,
      { repair: 'preprocess' },
      { repair: 'labels', foreignLabels: 100 },
    );
    const [cut, labels] = runs.map((all) =>
      ['abroadAccuracy', 'homeAccuracy'].map((name) => {
        const values = each(all, name).map((share) => Math.round(100 * share));
        return `${Math.min(...values)} to ${Math.max(...values)} %`;
      }),
    );
    expect(text).toContain(
      `the same cut, ${cut?.join(' and ')}; the labels, ${labels?.join(' and ')}.`,
    );
  });
});
