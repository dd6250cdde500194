import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { edit } from '../../../../widgets/experiments/wrong-labels/figure-line-up.ts';
import {
  imagesOf,
  labelsOf,
  misread,
} from '../../../../widgets/experiments/wrong-labels/labels.ts';
import { learnWrongLabels } from '../../../../widgets/experiments/wrong-labels/learner/learner.ts';
import {
  bestOf,
  isSeen,
  type WrongOutcome,
} from '../../../../widgets/experiments/wrong-labels/outcome.ts';
import { params, type WrongSettings } from '../../../../widgets/experiments/wrong-labels/params.ts';
import { IMAGES, SWAPPED } from '../../../../widgets/experiments/wrong-labels/sizes.ts';
import { wrongLabels } from '../../../../widgets/experiments/wrong-labels/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll, type Env } from '../../../../widgets/kit/contract/widget.ts';
import { keptOutcomes } from '../../../../widgets/run/kept/kept-outcomes.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { errorsApart, LABEL_ERRORS } from '../../../../widgets/shared/digits/label-errors.ts';
import { MNIST14 } from '../../../../widgets/shared/digits/mnist14.ts';
import { unpack } from '../../../../widgets/shared/digits/packed.ts';
import { ALL, SEEDS } from '../../../all.ts';
import { drawn } from '../../drawn.ts';

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
const means = (all: readonly WrongOutcome[], name: string): number =>
  all.reduce((sum, one) => sum + (measured(one)[name] ?? NaN), 0) / all.length;

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`public/data/${name}`));
const apart = errorsApart(unpack(MNIST14, bytesOf(MNIST14.name)), bytesOf(LABEL_ERRORS));
let env: Env;
beforeAll(async () => {
  env = await nodeEnv('wasm');
});

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
  it('is near what a prototype found: at 40 % wrong 80 % at best, 62 at the end, 64 memorised', async () => {
    const all = await over({ wrongShare: 0.4 });
    expect(Math.abs(means(all, 'bestAccuracy') - 0.8)).toBeLessThan(0.03);
    expect(Math.abs(means(all, 'accuracy') - 0.62)).toBeLessThan(0.03);
    expect(Math.abs(means(all, 'memorised') - 0.64)).toBeLessThan(0.06);
    for (const one of all) {
      expect(measured(one)['bestAccuracy']).toBeGreaterThan(0.6);
      expect(measured(one)['bestEpoch']).toBeLessThan(12);
    }
  });

  it('is worse with 800 more labels, a fifth of them wrong, after 40 passes; and better after five', async () => {
    const few = await over({ images: 200, trusted: 200, wrongShare: 0.2 });
    const many = await over({ trusted: 200, wrongShare: 0.2 });
    for (const [i, one] of many.entries()) {
      const before = few[i] as WrongOutcome;
      expect(measured(one)['accuracy']).toBeLessThan(measured(before)['accuracy'] as number);
      const five = one.correct[one.passes.indexOf(5)] as number;
      expect(five / one.tested).toBeGreaterThan((measured(before)['accuracy'] as number) - 0.005);
    }
  });

  it('is nothing where labels say nothing: 5 to 20 % right', async () => {
    const readData = async (name: string): Promise<Uint8Array> => {
      const bytes = Uint8Array.from(await env.readData(name));
      if (name !== MNIST14.name) return bytes;
      const labels = bytes.subarray(bytes.length - bytes.length / 99);
      labels.set(labels.map((_, i) => (i * 7919) % 10));
      return bytes;
    };
    const last: WrongOutcome[] = [];
    const show = (outcome: WrongOutcome): Promise<void> => {
      last[0] = outcome;
      return Promise.resolve();
    };
    await learnWrongLabels(having({ wrongShare: 0, epochs: 10 }), show, { ...env, readData });
    const { accuracy } = measured(last[0] as WrongOutcome);
    expect(accuracy).toBeGreaterThan(0.05);
    expect(accuracy).toBeLessThan(0.2);
  });

  it('after some passes is the beginning of what is learned after more', async () => {
    const [five, forty] = [await ran({ epochs: 5 }), await ran()];
    expect(forty.correct.slice(0, 6)).toEqual(five.correct);
    expect(five.passes).toEqual([0, 1, 2, 3, 4, 5]);
    expect(forty.passes).toEqual(
      Array.from({ length: 41 }, (_, pass) => pass).filter((pass) => isSeen(pass, 40)),
    );
  });
});

describe('suspects', () => {
  it('are wrong labels more often early than late, and at random as often as any', async () => {
    const ways = ['early', 'late', 'crossValidated', 'neighbours', 'random'] as const;
    const found = await Promise.all(
      ways.map(async (suspects) =>
        means(await over({ wrongShare: 0.1, suspects, checks: 0 }), 'precisionAtK'),
      ),
    );
    const wanted = [0.84, 0.59, 0.84, 0.83, 0.1];
    found.forEach((one, i) => expect(Math.abs(one - (wanted[i] as number))).toBeLessThan(0.05));
  });

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

describe('the real errors', () => {
  it('are found among ordinary images, and hardly among odd ones: 9 and 0.6 of 15 in a prototype', async () => {
    const real = await over({ wrongShare: 0, hidden: 'real' });
    const odd = await over({ wrongShare: 0, hidden: 'odd' });
    expect(Math.abs(means(real, 'realFound') - 9)).toBeLessThan(1.5);
    expect(means(odd, 'realFound')).toBeLessThan(1.2);
    for (const { hidden } of real) {
      expect(hidden?.shown).toHaveLength(40);
      expect(hidden?.shown.filter(({ check }) => check)).toHaveLength(15);
      expect(new Set(hidden?.ranks).size).toBe(40);
    }
  });

  it('are told when the reader has marked fifteen, and not before; no more can be marked', async () => {
    const outcome = await ran({ wrongShare: 0, hidden: 'real' });
    const settings = having({ wrongShare: 0, hidden: 'real', marks: 'a1b1' });
    expect(wrongLabels.say(settings, outcome)).toContain('You have marked 2 of the forty.');
    expect(wrongLabels.tabulate(settings, outcome).rows).toHaveLength(0);
    const row = (at: number) => [...'abcdefgh'].map((column) => `${column}${at}`).join('');
    const marks = `${row(1)}${row(2)}`.replace('h2', '');
    const told = { ...settings, marks };
    const found = outcome.hidden?.shown.slice(0, 15).filter(({ check }) => check).length;
    expect(wrongLabels.say(told, outcome)).toContain(`Of the forty, your 15 hold ${found}, and`);
    expect(wrongLabels.tabulate(told, outcome).rows).toHaveLength(15);
    const press = (one: WrongSettings, handle = '3') =>
      edit.move(one, handle, { x: 0, y: Infinity }, { layout: 'wide', outcome });
    expect(press(settings)).toBe('a1b1d1');
    expect(press({ ...settings, marks: 'd1' })).toBe('');
    expect(press(told, '30')).toBeUndefined();
    expect(press(told, '14')).toBe(marks.replace('g2', ''));
  });
});

describe('a run', () => {
  it('begins with something to see and ends with all of the work done', async () => {
    const shown: [number, number][] = [];
    const settings = having({ suspects: 'crossValidated', epochs: 8, hidden: 'odd' });
    const show = (outcome: WrongOutcome, share: number): Promise<void> => {
      shown.push([outcome.epochs.done, share]);
      for (const layout of ['wide', 'narrow'] as const)
        expect(drawn(wrongLabels, settings, outcome, layout)).not.toMatch(/NaN|Infinity|undefined/);
      return Promise.resolve();
    };
    await learnWrongLabels(settings, show, env);
    expect(shown[0]).toEqual([0, 0]);
    expect(shown.at(-1)).toEqual([16, 1]);
    const shares = shown.map(([, share]) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('says, tabulates and measures the same', async () => {
    const outcome = await ran();
    const { accuracy, bestAccuracy, memorised } = measured(outcome) as Record<string, number>;
    const [now, best, heart] = [accuracy, bestAccuracy, memorised].map((one) =>
      Math.round(100 * (one as number)),
    );
    expect(wrongLabels.say(start, outcome)).toBe(
      `With 1,000 labels, 400 of them wrong, the network reads ${now} of 100 new digits right. After ${bestOf(outcome)?.epoch} passes it read ${best}; by now it has learned ${heart} of 100 wrong labels by heart.`,
    );
    const { rows } = wrongLabels.tabulate(start, outcome);
    expect(rows.map(([pass]) => pass)).toEqual([1, 2, 5, bestOf(outcome)?.epoch, 10, 20, 30, 40]);
    expect(rows.at(-1)?.[1]).toBe(`${(100 * (accuracy as number)).toFixed(1)} %`);
  });
});
