import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  imagesOf,
  labelsOf,
  misread,
} from '../../../../widgets/experiments/wrong-labels/labels.ts';
import type { WrongOutcome } from '../../../../widgets/experiments/wrong-labels/outcome.ts';
import { params, type WrongSettings } from '../../../../widgets/experiments/wrong-labels/params.ts';
import { IMAGES, SWAPPED } from '../../../../widgets/experiments/wrong-labels/sizes.ts';
import { wrongLabels } from '../../../../widgets/experiments/wrong-labels/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { keptOutcomes } from '../../../../widgets/run/kept/kept-outcomes.ts';
import { errorsApart, LABEL_ERRORS } from '../../../../widgets/shared/digits/label-errors.ts';
import { MNIST14 } from '../../../../widgets/shared/digits/mnist14.ts';
import { unpack } from '../../../../widgets/shared/digits/packed.ts';
import { ALL, SEEDS } from '../../../all.ts';

const FIVE = [1, 2, 3, 4, 5];
const start = defaults(params);
const having = (change: Partial<WrongSettings>): WrongSettings => ({ ...start, ...change });
const over = async (
  change: Partial<WrongSettings>,
  seeds: readonly number[] = SEEDS,
): Promise<readonly WrongOutcome[]> =>
  (await keptOutcomes(
    wrongLabels,
    seeds.map((seed) => having({ ...change, seed })),
  )) as readonly WrongOutcome[];
const ran = async (change: Partial<WrongSettings> = {}): Promise<WrongOutcome> =>
  (await over(change, [change.seed ?? 1]))[0] as WrongOutcome;
const measured = (outcome: WrongOutcome) => measureAll(wrongLabels, outcome).measures;

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`public/data/${name}`));
const apart = errorsApart(unpack(MNIST14, bytesOf(MNIST14.name)), bytesOf(LABEL_ERRORS));

describe('labels', () => {
  const known = FIVE.map((seed) => imagesOf(apart, seed).training.labels);
  const right = (seed: number): Uint8Array => known[seed - 1] as Uint8Array;
  const wrong = (seed: number, change: Partial<WrongSettings>): number[] => {
    const labels = labelsOf(right(seed), having({ ...change, seed }));
    return [...labels.keys()].filter((row) => labels[row] !== right(seed)[row]);
  };

  it('are wrong in an exact count, none among those that are known to be right or not in use', () => {
    for (const seed of FIVE) {
      expect(wrong(seed, { wrongShare: 0.4 })).toHaveLength(400);
      const rows = wrong(seed, { wrongShare: 0.2, trusted: 200 });
      expect(rows).toHaveLength(160);
      expect(Math.min(...rows)).toBeGreaterThanOrEqual(200);
      const few = wrong(seed, { wrongShare: 0.2, images: 500 });
      expect(few).toHaveLength(100);
      expect(Math.max(...few)).toBeLessThan(500);
    }
  });

  it('become each of the nine other digits about equally often: chi-square under its 99.9 % point', () => {
    for (const seed of FIVE) {
      const labels = labelsOf(right(seed), having({ wrongShare: 0.8, seed }));
      const counts = new Array<number>(10).fill(0);
      labels.forEach((label, row) => {
        const step = (label - (right(seed)[row] as number) + 10) % 10;
        counts[step] = (counts[step] as number) + 1;
      });
      const expected = 800 / 9;
      const square = counts
        .slice(1)
        .reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect(square).toBeLessThan(26.12);
    }
  });

  it('that are outdated have the names of two digits swapped, in the last rows', () => {
    const rows = wrong(1, { wrongShare: 0, outdated: 0.5 });
    const all = [...right(1).keys()].filter(
      (row) => row >= 500 && SWAPPED.includes(right(1)[row] as 2 | 7),
    );
    expect(rows).toEqual(all);
    const labels = labelsOf(right(1), having({ wrongShare: 0, outdated: 0.5 }));
    for (const row of rows) expect(labels[row]! + right(1)[row]!).toBe(9);
  });

  it('keep the digits that are learned, tested and hidden apart', () => {
    const { training, heldOut } = imagesOf(apart, 1);
    expect([training.count, heldOut.count]).toEqual([IMAGES, 2328]);
    expect(training.count + heldOut.count).toBe(apart.rest.count);
  });
});

describe('what a test reads whose labels are wrong', () => {
  // a (1 - e) + (1 - a) e / 9: the network right and the label right, or both wrong in the same way.
  const formula = (a: number, e: number): number => a * (1 - e) + ((1 - a) * e) / 9;

  it('is a(1-e) + (1-a)e/9, within three standard errors, over seeds', async () => {
    expect(formula(0.92, 0.1)).toBeCloseTo(0.829, 3);
    expect(formula(0.92, 0.4)).toBeCloseTo(0.556, 3);
    for (const wrongShare of ALL ? [0.1, 0.2, 0.4, 0.6] : [0.1, 0.4])
      for (const outcome of await over({ wrongShare })) {
        const { accuracy, readAccuracy } = measured(outcome) as Record<string, number>;
        const [a, e] = [accuracy as number, wrongShare];
        const error = Math.sqrt((e * (1 - e)) / outcome.tested);
        expect(Math.abs((readAccuracy as number) - formula(a, e))).toBeLessThan(3 * error);
      }
  });

  it('is what is right where no label is wrong, and has an exact count of wrong ones', async () => {
    const { accuracy, readAccuracy } = measured(await ran({ wrongShare: 0 }));
    expect(readAccuracy).toBe(accuracy);
    const { heldOut } = imagesOf(apart, 3);
    const labels = misread(heldOut.labels, 0.4, 3);
    const wrong = labels.filter((label, i) => label !== heldOut.labels[i]).length;
    expect(wrong).toBe(Math.round(0.4 * heldOut.count));
  });
});

describe('what is learned', () => {
  it('after some passes is the beginning of what is learned after more', async () => {
    const [five, forty] = [await ran({ epochs: 5 }), await ran()];
    expect(forty.correct.slice(0, 6)).toEqual(five.correct);
    expect(five.passes).toEqual([0, 1, 2, 3, 4, 5]);
    expect(forty.passes).toEqual(Array.from({ length: 41 }, (_, pass) => pass));
  });
});

describe('suspects', () => {
  it('that are checked leave as many wrong labels as were not found; dropped ones leave fewer labels', async () => {
    const checked = await ran({ wrongShare: 0.2, suspects: 'early' });
    expect(checked.labels).toBe(1000);
    expect(checked.wrong).toBe(200 - (checked.cleaned?.found ?? NaN));
    const dropped = await ran({ wrongShare: 0.2, suspects: 'early', remedy: 'drop' });
    expect(dropped.labels).toBe(800);
    expect(dropped.wrong).toBe(checked.wrong);
    expect(dropped.cleaned?.before).toEqual(checked.cleaned?.before);
    expect(measured(dropped)['checksUsed']).toBe(200);
  });

  it('all checked give the network that right labels give', async () => {
    const all = await ran({ wrongShare: 0.2, images: 500, suspects: 'random', checks: 500 });
    const right = await ran({ wrongShare: 0, images: 500 });
    expect(all.correct).toEqual(right.correct);
    expect(measured(all)).toMatchObject({ foundShare: 1, wrongLabels: 0 });
  });
});
