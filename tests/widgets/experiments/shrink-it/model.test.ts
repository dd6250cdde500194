import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { taughtOf } from '../../../../widgets/experiments/shrink-it/model.ts';
import { params, type ShrinkSettings } from '../../../../widgets/experiments/shrink-it/params.ts';
import { shrinkIt } from '../../../../widgets/experiments/shrink-it/widget.ts';
import { mindVsData } from '../../../../widgets/experiments/mind-vs-data/widget.ts';
import { defaults, readSettings } from '../../../../widgets/kit/contract/params.ts';
import { measureAll } from '../../../../widgets/kit/contract/widget.ts';
import { imageAt } from '../../../../widgets/shared/digits/digits.ts';
import {
  firstOf,
  materialOf,
  networkOf,
  readImages,
  taskOf,
} from '../../../../widgets/shared/network/task.ts';
import { ranBy } from '../../../ran.ts';

const start = defaults(params);
const ran = ranBy(shrinkIt);
const measured = async (change: Partial<ShrinkSettings>) =>
  measureAll(shrinkIt, await ran(change)).measures;
const bytesOf = (name: string): Promise<Uint8Array> =>
  Promise.resolve(new Uint8Array(readFileSync(`public/data/${name}`)));
const pause = (): Promise<void> => Promise.resolve();

/** A plain reading of every tested digit, by a network as it was trained, rounded to 32 bits. */
async function plainly(settings: ShrinkSettings): Promise<{ right: number; tested: number }> {
  const { labels, ...setup } = taughtOf(settings);
  const digits = await readImages(bytesOf);
  const { order } = materialOf(digits, setup.seed);
  const task = await taskOf({ digits, order }, setup, pause);
  const { hidden, weights } = await networkOf(task, setup, labels, pause);
  const at = (place: number): number => Math.fround(weights[place] as number);
  const rest = [...order.subarray(2500)];
  const right = rest.filter((place) => {
    const image = imageAt(digits, place);
    const units = Array.from({ length: hidden }, (_, unit) => {
      const sum = image.reduce((all, ink, i) => all + ink * at(i * hidden + unit), 0);
      return Math.max(0, sum + at(196 * hidden + unit));
    });
    const second = 197 * hidden;
    const scores = Array.from({ length: 10 }, (_, kind) =>
      units.reduce(
        (all, unit, i) => all + unit * at(second + 10 * i + kind),
        at(second + 10 * hidden + kind),
      ),
    );
    return scores.indexOf(Math.max(...scores)) === digits.labels[place];
  });
  return { right: right.length, tested: rest.length };
}

describe('the model that is shrunk', () => {
  it.each([1, 2])('reads what a plain loop reads, with seed %d', async (seed) => {
    const { right, tested } = await plainly({ ...start, seed });
    const { whole, tested: own } = await ran({ seed });
    expect(own).toBe(tested);
    expect(whole?.right).toBe(right);
  });

  it('is the network of the experiment that lends it, digit for digit', async () => {
    const lent = { labels: 400, width: 16, seed: 3, features: 'strokes' } as const;
    const { measures } = measureAll(mindVsData, await ranBy(mindVsData)(lent));
    const model = 'mind-vs-data?features=strokes&labels=400&width=16&seed=3';
    expect((await measured({ model }))['floatAccuracy']).toBeCloseTo(
      1 - (measures['error'] as number),
      8,
    );
  });

  it('with no hidden units is packed and read, too', async () => {
    const model = 'mind-vs-data?model=logistic&labels=400';
    const { hidden, all } = await ran({ model });
    expect([hidden, all]).toEqual([0, 1960]);
    expect((await measured({ model, bits: 8 }))['bytes']).toBe(1960 + 40 + 4);
  });

  it('learned from the images that it is not tested on', async () => {
    const digits = await readImages(bytesOf);
    const { order } = materialOf(digits, 1);
    expect(new Set(order).size).toBe(digits.count);
    const task = await taskOf({ digits, order }, taughtOf(start), pause);
    expect(firstOf(task.lessons, 2500).labels).toHaveLength(2500);
    expect(task.tested.labels).toHaveLength(digits.count - 2500);
  });

  it('says what may be named as its model', () => {
    const read = (model: string) => readSettings(params, { model });
    expect(read('mind-vs-data?seed=4').settings.model).toBe('mind-vs-data?seed=4');
    expect(read('mind-vs-data?model=neighbour').unreadable[0]?.wanted).toContain('network');
    expect(read('first-look').unreadable[0]?.wanted).toContain('mind-vs-data');
  });
});

describe('what becomes of it', () => {
  it('is the same whichever run has asked before', async () => {
    const fresh = await ran({ bits: 3, seed: 2 });
    await ran({ bits: 3, seed: 2, width: 8 });
    await ran({ bits: 7, seed: 2 });
    expect(await ran({ bits: 3, seed: 2 })).toEqual(fresh);
  });

  it('counts what is left out, and every weight that is there', async () => {
    const { all, leftOut, weights } = await ran({ prune: 0.5 });
    expect(leftOut).toBe(3296);
    expect(all).toBe(6592);
    const { weights: whole } = await ran({});
    expect(whole?.bins.reduce((sum, one) => sum + one, 0)).toBe(196 * 32);
    expect(weights?.bins.reduce((sum, one) => sum + one, 0)).toBeLessThan(196 * 32);
  });

  it('an outlier makes the largest weight eight times as large, and no other', async () => {
    const [before, after] = [await ran({}), await ran({ outlier: 8 })];
    expect((after.weights?.largest ?? 0) / (before.weights?.largest ?? 1)).toBeCloseTo(8, 5);
  });

  it('trained on, it stays as sparse as it was', async () => {
    const { leftOut, points } = await ran({ prune: 0.8, retrain: '1' });
    expect(leftOut).toBe(Math.round(0.8 * 6592));
    const bytes = Math.ceil((6592 - leftOut) * 8 + 6592) / 8 + 168 + 8;
    expect(points.find((one) => one.bits === 8)?.bytes).toBe(Math.ceil(bytes));
  });

  it('training on changes nothing where nothing was left out', async () => {
    expect(await ran({ retrain: '1' })).toEqual(await ran({}));
  });
});
