import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { onRows } from '../../../../widgets/engine/look.ts';
import { trainMany } from '../../../../widgets/engine/train-many.ts';
import { imagesOf, labelsOf } from '../../../../widgets/experiments/wrong-labels/labels.ts';
import { params } from '../../../../widgets/experiments/wrong-labels/params.ts';
import { wrongLabels } from '../../../../widgets/experiments/wrong-labels/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { errorsApart, LABEL_ERRORS } from '../../../../widgets/shared/digits/label-errors.ts';
import { MNIST14 } from '../../../../widgets/shared/digits/mnist14.ts';
import { unpack } from '../../../../widgets/shared/digits/packed.ts';
import { ranBy } from '../../../ran.ts';

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`public/data/${name}`));
const apart = errorsApart(unpack(MNIST14, bytesOf(MNIST14.name)), bytesOf(LABEL_ERRORS));
const [FEATURES, KINDS, ROWS] = [196, 10, 1000] as const;

beforeAll(() => nodeEnv('wasm'));

/** What one network makes of some images after so many passes over the training images with these labels. */
async function learned(seed: number, labels: Uint8Array, epochs: number, images: Float32Array) {
  let chances = new Float32Array();
  await onRows(images, FEATURES, (rows) =>
    trainMany({
      ...{ features: FEATURES, hidden: 32, classes: KINDS, batch: 32, learningRate: 0.005, epochs },
      inputs: imagesOf(apart, seed).training.pixels,
      order: seeded(seed, 'order'),
      targets: [{ labels, weights: new Float32Array(ROWS).fill(1), seed }],
      pause: () => Promise.resolve(),
      onEpoch: async (epoch, models) => {
        if (epoch === epochs) chances = (await models.probabilities(rows))[0]!.slice();
      },
    }),
  );
  return chances;
}

// Counted here by hand, with no line of the experiment's own ranking, checking or counting: who is asked, who checks, how many.
it.each([1, 2])(
  'early, checked, 200: what is found, left over and learned anew is what is counted here (seed %i)',
  async (seed) => {
    const { training, heldOut } = imagesOf(apart, seed);
    const settings = { ...defaults(params), wrongShare: 0.2, seed };
    const labels = labelsOf(training.labels, settings);
    const isWrong = (row: number): boolean => labels[row] !== training.labels[row];
    expect([...labels.keys()].filter(isWrong)).toHaveLength(200);

    const early = await learned(seed, labels, 5, training.pixels);
    const chanceOf = (row: number): number => early[row * KINDS + labels[row]!]!;
    const checked = [...labels.keys()].sort((a, b) => chanceOf(a) - chanceOf(b)).slice(0, 200);
    const found = checked.filter(isWrong).length;
    for (const row of checked) labels[row] = training.labels[row]!;
    const late = await learned(seed, labels, 40, heldOut.pixels);
    const right = [...heldOut.labels].filter((digit, i) => {
      const own = [...late.subarray(i * KINDS, (i + 1) * KINDS)];
      return own.indexOf(Math.max(...own)) === digit;
    }).length;

    const asked = { ...settings, suspects: 'early', checks: 200, remedy: 'check' } as const;
    const outcome = await ranBy(wrongLabels)(asked);
    expect(outcome.cleaned).toMatchObject({ dealt: 200, wrong: 200, found });
    expect([outcome.labels, outcome.wrong]).toEqual([ROWS, 200 - found]);
    expect(found).toBeGreaterThan(150);
    // Two of 2,328: the last digits of sums differ with how many learn at once.
    expect(Math.abs((outcome.correct.at(-1) ?? 0) - right)).toBeLessThanOrEqual(2);
  },
);
