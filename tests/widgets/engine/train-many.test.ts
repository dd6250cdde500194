import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { freeBatch, layOut, type Targets } from '../../../widgets/engine/batches.ts';
import { rowsOf, type Models } from '../../../widgets/engine/look.ts';
import { nodeEnv } from '../../../widgets/run/lab/node.ts';
import { slopes, type NetworkSize, type Weights } from '../../../widgets/engine/nn.ts';
import { quickProbabilities } from '../../../widgets/engine/quick.ts';
import {
  Networks,
  teach,
  trainMany,
  type TrainingPlan,
} from '../../../widgets/engine/train-many.ts';
import * as tf from '../../../widgets/engine/tf.ts';
import { slopesByHand, type Layers } from './by-hand.ts';

const ROWS = 90;
const NETWORK: NetworkSize = { features: 7, hidden: 5, classes: 3 };
const REGRESSION: NetworkSize = { features: 7, hidden: 0, classes: 2 };
const SIZES = [
  ['networks', NETWORK],
  ['softmax regressions', REGRESSION],
] as const;
const idle = (): Promise<void> => Promise.resolve();

function inputsFor(size: NetworkSize, seed: number): Float32Array {
  const random = seeded(seed, 'inputs');
  return Float32Array.from({ length: ROWS * size.features }, () => random.normal());
}

/** Models that differ in everything a model may differ in: labels, weights of rows (a third of them 0), start. */
function targetsFor({ classes }: NetworkSize, count: number): Targets[] {
  return Array.from({ length: count }, (_, i) => {
    const random = seeded(i + 1, 'lesson');
    return {
      labels: Uint8Array.from({ length: ROWS }, () => random.whole(classes)),
      weights: Float32Array.from({ length: ROWS }, () => Math.max(0, random.uniform() * 3 - 1)),
      seed: i + 1,
    };
  });
}

function planFor(
  size: NetworkSize,
  targets: readonly Targets[],
  changes: Partial<TrainingPlan> = {},
): TrainingPlan {
  return {
    ...size,
    inputs: inputsFor(size, 1),
    epochs: 4,
    batch: 32,
    learningRate: 0.05,
    order: seeded(1, 'order'),
    targets,
    pause: idle,
    onEpoch: idle,
    ...changes,
  };
}

/** Trains, and answers with what each model then makes of the inputs. */
async function learnt(plan: TrainingPlan): Promise<readonly Float32Array[]> {
  const rows = rowsOf(plan.inputs, plan.features);
  let last: readonly Float32Array[] = [];
  const onEpoch = async (epoch: number, models: Models): Promise<void> => {
    await plan.onEpoch(epoch, models);
    if (epoch === plan.epochs) last = await models.probabilities(rows);
  };
  try {
    await trainMany({ ...plan, onEpoch });
  } finally {
    rows.free();
  }
  return last;
}

function furthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] as number))));
}

/** One model as `tf.train.adam` and automatic slopes train it, batch by batch on its own copy of what it sees. */
async function byTape(plan: TrainingPlan, target: Targets): Promise<Float32Array> {
  const { features, classes, hidden } = plan;
  const random = seeded(target.seed, 'weights');
  const layer = (rows: number, columns: number): tf.Variable =>
    tf.variable(
      tf.tensor2d(
        Array.from({ length: rows * columns }, () => Math.sqrt(2 / rows) * random.normal()),
        [rows, columns],
      ),
    );
  const flat = (columns: number): tf.Variable => tf.variable(tf.zeros([columns]));
  const layers =
    hidden === 0
      ? [[features, classes]]
      : [
          [features, hidden],
          [hidden, classes],
        ];
  const weights = layers.flatMap(([rows = 0, columns = 0]) => [
    layer(rows, columns),
    flat(columns),
  ]);
  const answer = (x: tf.Tensor): tf.Tensor2D =>
    layers.reduce((at: tf.Tensor, _, i) => {
      const sum = tf.add(
        tf.matMul(i > 0 ? tf.relu(at) : at, weights[2 * i] as tf.Tensor),
        weights[2 * i + 1] as tf.Tensor,
      );
      return sum;
    }, x) as tf.Tensor2D;
  const adam = tf.train.adam(plan.learningRate);
  const order = seeded(1, 'order');
  for (let epoch = 0; epoch < plan.epochs; epoch += 1) {
    const rows = [...order.order(ROWS)];
    while (rows.length > 0) {
      const batch = rows.splice(0, plan.batch).filter((row) => (target.weights[row] as number) > 0);
      if (batch.length === 0) continue;
      tf.tidy(() => {
        const x = tf.tensor2d(
          batch.map((row) => [...plan.inputs.subarray(row * features, (row + 1) * features)]),
        );
        const y = tf.tensor2d(
          batch.map((row) =>
            Array.from({ length: classes }, (__, k) => (k === target.labels[row] ? 1 : 0)),
          ),
        );
        const w = tf.tensor1d(batch.map((row) => target.weights[row] as number));
        adam.minimize(
          () =>
            tf.div(
              tf.sum(
                tf.mul(
                  tf.losses.softmaxCrossEntropy(
                    y,
                    answer(x),
                    undefined,
                    undefined,
                    tf.Reduction.NONE,
                  ),
                  w,
                ),
              ),
              tf.sum(w),
            ) as tf.Scalar,
          false,
          weights,
        );
      });
    }
  }
  const all = tf.tidy(() => answer(tf.tensor2d(plan.inputs, [ROWS, features])));
  const scores = await all.data();
  all.dispose();
  adam.dispose();
  tf.dispose(weights);
  return Float32Array.from(scores, (score, at) => {
    const row = scores.subarray(at - (at % classes), at - (at % classes) + classes);
    const highest = Math.max(...row);
    const sum = [...row].reduce((total, one) => total + Math.exp(one - highest), 0);
    return Math.exp(score - highest) / sum;
  });
}

// The third computes as cpu does, but as a stranger whose memory is out of reach: the way of the GPUs.
describe.each(['wasm', 'cpu', 'stranger'])('models that learn together, on %s', (backend) => {
  beforeAll(async () => {
    await nodeEnv(backend === 'wasm' ? 'wasm' : 'cpu');
    if (backend !== 'stranger') return;
    tf.registerBackend(backend, () => new MathBackendCPU());
    tf.copyRegisteredKernels('cpu', backend);
    await tf.setBackend(backend);
  });

  test.each(SIZES)('%s have the slopes of a hand calculation, to 1e-5', async (_, size) => {
    const targets = targetsFor(size, 3);
    const inputs = inputsFor(size, 2);
    const order = Int32Array.from({ length: 32 }, (__, i) => (i * 7) % ROWS);
    const batch = layOut(size, { inputs, targets }, order);
    const random = seeded(3, 'weights');
    const { features, hidden, classes } = size;
    const [units, wide] = [hidden || classes, features + 1];
    const layers = targets.map((): Layers => {
      const normal = (length: number): Float32Array =>
        Float32Array.from({ length }, () => random.normal() * 0.5);
      return hidden > 0
        ? [normal(units * wide), normal((hidden + 1) * classes)]
        : [normal(units * wide)];
    });
    const stack = (layer: 0 | 1, shape: [number, number]): tf.Tensor3D =>
      tf.stack(layers.map((one) => tf.tensor2d(one[layer] as Float32Array, shape))) as tf.Tensor3D;
    const weights: Weights =
      hidden > 0
        ? [stack(0, [units, wide]), stack(1, [hidden + 1, classes])]
        : [stack(0, [units, wide])];
    const found = slopes(weights, batch, quickProbabilities);
    const values = await Promise.all(found.map((one) => one.data()));
    targets.forEach((target, model) => {
      const hand = slopesByHand(size, layers[model] as Layers, { inputs, order, target });
      hand.forEach((expected, i) => {
        const own = values[i]?.subarray(model * expected.length, (model + 1) * expected.length);
        expect(furthest(expected, own ?? [])).toBeLessThan(1e-5);
        expect(Math.max(...expected.map(Math.abs))).toBeGreaterThan(0.01);
      });
    });
    freeBatch(batch);
    tf.dispose([[...found], weights as unknown as tf.Tensor[]]);
  });

  test.each(SIZES)('%s come out as if each had learned alone', async (_, size) => {
    const targets = targetsFor(size, 5);
    const all = await learnt(planFor(size, targets));
    for (const [i, target] of targets.entries()) {
      const [alone] = await learnt(planFor(size, [target]));
      expect(furthest(alone as Float32Array, all[i] as Float32Array)).toBeLessThan(1e-4);
    }
    expect(furthest(all[0] as Float32Array, all[1] as Float32Array)).toBeGreaterThan(0.1);
  });

  test.each(SIZES)(
    '%s come out as automatic slopes and TF.js’s Adam train them',
    async (_, size) => {
      const targets = targetsFor(size, 2);
      const plan = planFor(size, targets);
      const all = await learnt(plan);
      for (const [i, target] of targets.entries()) {
        expect(furthest(await byTape(plan, target), all[i] as Float32Array)).toBeLessThan(1e-3);
      }
    },
  );

  test.each(SIZES)('%s stand still in batches of which they see no row', async (_, size) => {
    const [busy, rare] = targetsFor(size, 2) as [Targets, Targets];
    const weights = rare.weights.map((weight, i) => (i === 4 ? 1 : 0 * weight));
    const targets = [busy, { ...rare, weights }];
    const plan = planFor(size, targets);
    const all = await learnt(plan);
    for (const [i, target] of targets.entries()) {
      expect(furthest(await byTape(plan, target), all[i] as Float32Array)).toBeLessThan(1e-3);
    }
  });

  test('a row of weight 2 teaches as much as the row twice in its batch', async () => {
    const size = NETWORK;
    const [target] = targetsFor(size, 1) as [Targets];
    const inputs = inputsFor(size, 1);
    const weights = new Float32Array(ROWS).fill(1);
    const heavy = weights.map((weight, i) => (i === 3 ? 2 : weight));
    const slopesIn = async (given: Float32Array, order: number[]): Promise<Float32Array> => {
      const targets = [{ ...target, weights: given }];
      const batch = layOut(size, { inputs, targets }, Int32Array.from(order));
      const layers = [tf.ones([1, 5, 8]), tf.ones([1, 6, 3])] as unknown as Weights;
      const [found, second] = slopes(layers, batch) as [tf.Tensor, tf.Tensor];
      const values = await second.data();
      freeBatch(batch);
      tf.dispose([found, second, layers as unknown as tf.Tensor[]]);
      return values as Float32Array;
    };
    expect(
      furthest(await slopesIn(heavy, [1, 2, 3]), await slopesIn(weights, [1, 2, 3, 3])),
    ).toBeLessThan(1e-6);
  });

  test('their scores and hidden units are those of the formula, in the order of the targets', async () => {
    const targets = targetsFor(NETWORK, 2);
    const plan = planFor(NETWORK, targets, { epochs: 0 });
    const rows = rowsOf(plan.inputs, NETWORK.features);
    let units: readonly Float32Array[] = [];
    await trainMany({
      ...plan,
      onEpoch: async (__, models) => void (units = await models.hiddenOf(rows)),
    });
    rows.free();
    const random = seeded(2, 'weights');
    const start = Array.from({ length: 35 }, () => Math.sqrt(2 / 7) * random.normal());
    const expected = Array.from({ length: ROWS * 5 }, (__, at) => {
      const [row, unit] = [Math.floor(at / 5), at % 5];
      const terms = Array.from(
        { length: 7 },
        (___, j) => (plan.inputs[row * 7 + j] as number) * (start[j * 5 + unit] as number),
      );
      return Math.max(
        0,
        terms.reduce((a, b) => a + b, 0),
      );
    });
    expect(furthest(expected, units[1] as Float32Array)).toBeLessThan(1e-5);
  });

  test('many rows are looked at in stretches, with a pause between', async () => {
    const plan = planFor(NETWORK, targetsFor(NETWORK, 2), { epochs: 0 });
    const inputs = inputsFor(NETWORK, 3);
    const few = rowsOf(inputs, 7);
    const many = rowsOf(Float32Array.from(Array.from({ length: 12 }, () => [...inputs]).flat()), 7);
    let pauses = 0;
    let found: (readonly Float32Array[])[] = [];
    await trainMany({
      ...plan,
      pause: async () => void (pauses += 1),
      onEpoch: async (__, models) => {
        found = [await models.probabilities(few), await models.probabilities(many)];
      },
    });
    few.free();
    many.free();
    expect(pauses).toBe(2);
    const [once, twelve] = found.map(([, second]) => second as Float32Array);
    for (let i = 0; i < 12; i += 1) {
      const part = (twelve as Float32Array).subarray(i * ROWS * 3, (i + 1) * ROWS * 3);
      expect(furthest(part, once as Float32Array)).toBeLessThan(1e-6);
    }
  });

  test('go on in a second course from where the first has left them', async () => {
    const targets = targetsFor(NETWORK, 2);
    const rows = rowsOf(inputsFor(NETWORK, 2), 7);
    const before = tf.memory().numTensors;
    const networks = new Networks(NETWORK, [1, 2]);
    const found: Float32Array[] = [];
    for (let course = 0; course < 2; course += 1) {
      const onEpoch = async (__: number, models: Models): Promise<void> =>
        void found.push((await models.probabilities(rows))[1] as Float32Array);
      await teach(networks, planFor(NETWORK, targets, { epochs: 1, onEpoch }));
    }
    networks.free();
    expect(tf.memory().numTensors).toBe(before);
    rows.free();
    const [start, first, second, last] = found as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    expect(second).toEqual(first);
    expect(furthest(first, start)).toBeGreaterThan(0.01);
    expect(furthest(last, second)).toBeGreaterThan(0.01);
  });

  test('leave no tensor behind over 50 runs, whether they end or are stopped', async () => {
    const targets = targetsFor(NETWORK, 3);
    const before = tf.memory().numTensors;
    for (let i = 0; i < 50; i += 1) {
      let left = i % 2 === 0 ? Infinity : i % 6;
      const pause = (): Promise<void> => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('unwanted')) : Promise.resolve();
      };
      const plan = planFor(i % 3 === 0 ? REGRESSION : NETWORK, targets, { epochs: 2, pause });
      const run = learnt(i % 3 === 0 ? { ...plan, classes: 3 } : plan);
      await (left === Infinity ? run : expect(run).rejects.toThrow('unwanted'));
      expect(tf.memory().numTensors).toBe(before);
    }
  });

  test('refuse to answer when a weight has become no number', async () => {
    const [target] = targetsFor(NETWORK, 1) as [Targets];
    const inputs = inputsFor(NETWORK, 1);
    inputs[17] = Number.NaN;
    const before = tf.memory().numTensors;
    const sound = rowsOf(inputsFor(NETWORK, 2), 7);
    const run = trainMany({
      ...planFor(NETWORK, [target], { inputs, epochs: 1 }),
      onEpoch: async (epoch, models) => void (epoch > 0 && (await models.probabilities(sound))),
    });
    await expect(run).rejects.toMatchObject({
      name: 'BackendFault',
      message: 'gave a value that is no number',
    });
    sound.free();
    expect(tf.memory().numTensors).toBe(before);
  });
});
