import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ShiftOutcome } from '../../widgets/experiments/distribution-shift/outcome.ts';
import { params } from '../../widgets/experiments/distribution-shift/params.ts';
import { PIXELS } from '../../widgets/shared/digits/eight.ts';
import { distributionShift } from '../../widgets/experiments/distribution-shift/widget.ts';
import { defaults } from '../../widgets/kit/contract/params.ts';
import { keptOutcomes } from '../../widgets/run/kept/kept-outcomes.ts';
import type { Measured } from '../../widgets/kit/contract/widget.ts';
import { ALL } from '../all.ts';
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
/** Measures of twenty draws; ten of them are rows of the matrices that are trained in any case. */
async function twenty(repair: 'none' | 'preprocess'): Promise<readonly Measured[]> {
  const [rows = []] = await over(distributionShift, TEN, { repair, matrix: 'all' });
  const [more = []] = await over(distributionShift, TWENTY.slice(10), { repair });
  return [...rows, ...more];
}

describe('a model goes abroad', () => {
  const text = lesson('02-a-model-goes-abroad');

  test('the same cut closes two thirds of the gap, and more than half of it every time', async () => {
    const [none, cut] = [await twenty('none'), await twenty('preprocess')];
    const [before = [], after = []] = [none, cut].map((all) => {
      const abroad = each(all, 'abroadAccuracy');
      return each(all, 'homeAccuracy').map((home, i) => home - (abroad[i] ?? Number.NaN));
    });
    const closed = before.map((gap, i) => 1 - (after[i] ?? Number.NaN) / gap);
    expect(mean(closed)).toBeCloseTo(2 / 3, 1);
    for (const share of closed) expect(share).toBeGreaterThan(0.5);
    expect(text).toContain(
      'In 20 runs, with seeds 101 to 120, the same cut closed about two thirds of the gap on average, and more than half of it every time',
    );
  });

  test('the cut changes nearly all pictures that are learned from, and hardly any that are read', () => {
    expect(recut('semeion')).toEqual({ all: 1593, changed: 48 });
    expect(text).toContain('the new cut changed just 48 of its 1,593 pictures');
    expect(recut('mnist')).toEqual({ all: 3334, changed: 3297 });
    expect(text).toContain("3,297 of MNIST's 3,334");
  });

  test.each(['none', 'preprocess'])(
    'no model does as well on another collection as on its own (repair: %s)',
    async (repair) => {
      const draws = ALL ? TEN : TEN.slice(0, 3);
      const list = draws.map((seed) => ({ ...defaults(params), matrix: 'all', repair, seed }));
      const runs = (await keptOutcomes(distributionShift, list)) as readonly ShiftOutcome[];
      expect(runs).toHaveLength(draws.length);
      for (const { matrix } of runs) {
        for (const [home, row] of matrix.entries()) {
          const right = row.map((score) => score?.accuracy ?? Number.NaN);
          const elsewhere = Math.max(...right.filter((_, place) => place !== home));
          expect(elsewhere).toBeLessThan(right[home] ?? 0);
        }
      }
      expect(text).toContain('In ten runs, with and without the repair, no model did as well on');
    },
  );

  test('labels cost something at home, a handful more than hundreds, and a handful buys less abroad', async () => {
    const none = await twenty('none');
    const [few, many] = await over(
      distributionShift,
      TEN,
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
});
