import { beforeAll, describe, expect, test } from 'vitest';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { layOut, type Targets } from '../../../widgets/engine/batches.ts';
import * as nn from '../../../widgets/engine/nn.ts';
import { quickAdam } from '../../../widgets/engine/quick.ts';
import * as tf from '../../../widgets/engine/tf.ts';
import { nodeEnv } from '../../../widgets/run/lab/node.ts';
import { lossByHand, slopesByHand, type Layers, type Lesson } from './by-hand.ts';

beforeAll(async () => {
  await nodeEnv('wasm');
});

const SIZES = [
  ['a network', { features: 7, hidden: 5, classes: 3 }],
  ['a softmax regression', { features: 7, hidden: 0, classes: 3 }],
  ['a logistic regression', { features: 7, hidden: 0, classes: 1 }],
  ['a network that says yes or no', { features: 7, hidden: 5, classes: 1 }],
] as const;
const [MODELS, ROWS] = [3, 40];

/** Models that differ in everything, and a batch for them. */
function example(size: nn.NetworkSize): { layers: Layers[]; lessons: Lesson[] } {
  const random = seeded(1, 'example');
  const normal = (length: number): Float32Array =>
    Float32Array.from({ length }, () => 0.7 * random.normal());
  const { features, hidden, classes } = size;
  const inputs = normal(ROWS * features);
  const order = Int32Array.from({ length: 32 }, (_, i) => (i * 7) % ROWS);
  const targets = Array.from({ length: MODELS }, (_, seed): Targets => ({
    labels: Uint8Array.from({ length: ROWS }, () => random.whole(Math.max(2, classes))),
    weights: Float32Array.from({ length: ROWS }, () => Math.max(0, 3 * random.uniform() - 1)),
    seed,
  }));
  const layers = targets.map((): Layers => {
    const first = normal((hidden || classes) * (features + 1));
    return hidden > 0 ? [first, normal((hidden + 1) * classes)] : [first];
  });
  return { layers, lessons: targets.map((target) => ({ inputs, order, target })) };
}

/** The slopes of every model, layer by layer. */
async function slopesOf(
  size: nn.NetworkSize,
  layers: readonly Layers[],
  lessons: readonly Lesson[],
): Promise<readonly (readonly Float32Array[])[]> {
  const { features, hidden, classes } = size;
  const [{ inputs, order }] = lessons as [Lesson];
  const batch = layOut(size, { inputs, targets: lessons.map(({ target }) => target) }, order);
  const stack = (layer: 0 | 1, shape: [number, number]): tf.Tensor3D =>
    tf.stack(layers.map((one) => tf.tensor2d(one[layer] as Float32Array, shape))) as tf.Tensor3D;
  const weights: nn.Weights =
    hidden > 0
      ? [stack(0, [hidden, features + 1]), stack(1, [hidden + 1, classes])]
      : [stack(0, [classes, features + 1])];
  const found = tf.tidy(() => nn.slopes(weights, batch));
  const values = (await Promise.all(found.map((one) => one.data()))) as Float32Array[];
  return layers.map((_, model) =>
    values.map((all) => {
      const each = all.length / layers.length;
      return all.slice(model * each, (model + 1) * each);
    }),
  );
}

function furthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] as number))));
}

describe('one input, two hidden units, two classes, worked by hand', () => {
  // The input is 2. Sums: 0.5 x 2 + 0 = 1 and -1 x 2 + 1 = -1, so the units say 1 and 0. Scores: 1 x 0 + 0 x 5 = 0 and
  // 1 x ln 3 + 0 x 7 = ln 3, so the classes have 1/4 and 3/4; the first is right.
  const size = { features: 1, hidden: 2, classes: 2 };
  const columns = (): tf.Tensor2D => tf.tensor2d([2, 1], [2, 1]);
  const weights = (): nn.Weights => [
    tf.tensor3d([0.5, 0, -1, 1], [1, 2, 2]),
    tf.tensor3d([0, Math.log(3), 5, 7, 0, 0], [1, 3, 2]),
  ];
  const near = async (found: tf.Tensor, expected: readonly number[]): Promise<void> =>
    expect(furthest(await found.data(), expected)).toBeLessThan(1e-6);

  test('goes forward', async () => {
    await near(nn.hiddenUnits(weights(), columns()), [1, 0]);
    const scores = nn.scores(weights(), columns());
    await near(scores, [0, Math.log(3)]);
    await near(nn.probabilities(scores), [0.25, 0.75]);
  });
  test('has its slopes: probability minus answer, taken back by the chain rule', async () => {
    const target = { labels: Uint8Array.of(0), weights: Float32Array.of(1), seed: 1 };
    const inputs = Float32Array.of(2);
    const batch = layOut(size, { inputs, targets: [target] }, Int32Array.of(0));
    const [first, second] = nn.slopes(weights(), batch) as [tf.Tensor, tf.Tensor];
    // By way of the scores the first unit moves the loss by 0 x -3/4 + ln 3 x 3/4; the second is cut off.
    const back = 0.75 * Math.log(3);
    await near(first, [back * 2, back, 0, 0]);
    await near(second, [-0.75, 0.75, 0, 0, -0.75, 0.75]);
  });
  test('takes a step of Adam: the first is the learning rate, against the slope', async () => {
    const [first] = weights();
    const layer = nn.adam(first, 0.1);
    const next = layer.step(tf.tensor3d([3, -0.01, 0, 2], [1, 2, 2]), [false]);
    expect(furthest(await next.data(), [0.4, 0.1, -1, 0.9])).toBeLessThan(1e-5);
    // Means after slopes 3 and -1: 0.9 x 0.3 - 0.1 = 0.17 of 0.19; squares 0.999 x 0.009 + 0.001 = 0.009991 of 0.001999.
    const again = layer.step(tf.tensor3d([-1, 0, 0, 0], [1, 2, 2]), [false]);
    const moved = (0.1 * (0.17 / 0.19)) / Math.sqrt(0.009991 / 0.001999);
    expect((await again.data())[0]).toBeCloseTo(0.4 - moved, 5);
  });
  test('takes thirty steps of Adam as 64 bits have them, from the first on, in memory and by operations', async () => {
    const slopes = Array.from({ length: 30 }, (_, i) => Math.sin(7 * i) * 10 ** -(i % 5));
    let [weight, mean, square] = [0, 0, 0];
    const layers = [nn.adam, quickAdam].map((one) => one(tf.tensor3d([0], [1, 1, 1]), 0.01));
    for (const [i, slope] of slopes.entries()) {
      mean = 0.9 * mean + 0.1 * slope;
      square = 0.999 * square + 0.001 * slope * slope;
      const pace = Math.sqrt(square / (1 - 0.999 ** (i + 1))) + 1e-7;
      weight -= (0.01 * mean) / (1 - 0.9 ** (i + 1)) / pace;
      for (const layer of layers) {
        const [found = NaN] = await layer.step(tf.tensor3d([slope], [1, 1, 1]), [false]).data();
        // 1 - 0.999 in 32 bits is wrong by 1e-5: the first step by half of that, of 0.01.
        expect(Math.abs(found - weight)).toBeLessThan(2e-8);
      }
    }
  });
  test('takes a plain step: the slope times the rate, and weights, not biases, a little to 0', async () => {
    const [first] = weights();
    const layer = nn.plainDescent(first, 0.5, 0.2);
    await near(layer.step(tf.tensor3d([1, 1, 0, -2], [1, 2, 2]), [false]), [
      0.45 - 0.5,
      -0.5,
      -0.9,
      2,
    ]);
  });
});

describe.each(SIZES)('%s', (_, size) => {
  test('has the slopes of backpropagation by plain loops, to 1e-5', async () => {
    const { layers, lessons } = example(size);
    const found = await slopesOf(size, layers, lessons);
    lessons.forEach((lesson, model) => {
      const hand = slopesByHand(size, layers[model] as Layers, lesson);
      hand.forEach((expected, i) => {
        expect(furthest(expected, found[model]?.[i] ?? [])).toBeLessThan(1e-5);
        expect(Math.max(...expected.map(Math.abs))).toBeGreaterThan(0.01);
      });
    });
  });
  test('has slopes by which the loss grows when a weight does, to 1e-5', async () => {
    const { layers, lessons } = example(size);
    const found = await slopesOf(size, layers, lessons);
    const [own, lesson] = [layers[0] as Layers, lessons[0] as Lesson];
    own.forEach((layer = [], i) => {
      const grows = Array.from(layer, (value, at) => {
        const loss = (by: number): number => {
          const moved = Float64Array.from(layer).with(at, value + by);
          return lossByHand(size, own.with(i, moved) as unknown as Layers, lesson);
        };
        return (loss(1e-5) - loss(-1e-5)) / 2e-5;
      });
      expect(furthest(grows, found[0]?.[i] ?? [])).toBeLessThan(1e-5);
    });
  });
  test('begins with normal weights of variance 2 / inputs from its seed, and biases of 0', async () => {
    const wide = { ...size, features: 600 };
    const weights = nn.network(wide, [1, 2]) as readonly tf.Tensor3D[];
    const first = (await weights[0]?.data()) as Float32Array;
    const units = wide.hidden || wide.classes;
    const rows = Array.from({ length: 2 * units }, (__, i) =>
      first.subarray(i * 601, i * 601 + 601),
    );
    expect(rows.map((row) => row[600])).toEqual(rows.map(() => 0));
    const drawn = rows.flatMap((row) => [...row.subarray(0, 600)]);
    const variance = drawn.reduce((sum, value) => sum + value * value, 0) / drawn.length;
    expect(Math.abs(variance * 300 - 1)).toBeLessThan(4 / Math.sqrt(drawn.length / 2));
    expect(new Set(drawn).size).toBeGreaterThan(0.9 * drawn.length);
    tf.dispose([...weights]);
  });
});
