/**
 * Many logistic regressions learn at once by plain gradient descent: the same inputs, each with its own labels and weights
 * of rows. Beside `train-many.ts`, because Adam gives every weight the same pace: with a few dozen examples of the rare class
 * a word seen once then counts like one seen often, and the ranking suffers.
 */
import { seeded } from '../kit/numbers/random.ts';
import type { Targets } from './pure/targets.ts';
import { read } from './read.ts';
import * as tf from './tf.ts';

/** What is learned, by whom, and how. */
export interface DescentPlan {
  /** rows x features: one copy for all models. */
  readonly inputs: Float32Array;
  readonly features: number;
  readonly epochs: number;
  /** Rows in a batch. */
  readonly batch: number;
  readonly learningRate: number;
  /** How strongly weights are pulled to 0 (L2); biases are not. */
  readonly decay: number;
  /** Draws the one order of the rows, the same for all models and epochs. */
  readonly seed: number;
  /** One for each model; its labels are 1 or 0. */
  readonly models: readonly Targets[];
  /** Awaited between batches; may throw to end it all. */
  readonly pause: () => Promise<void>;
  /** Told before the first epoch (0) and after each; `probabilities` reads, for each model, one value a row of `inputs`. */
  readonly onEpoch: (
    epoch: number,
    probabilities: () => Promise<readonly Float32Array[]>,
  ) => Promise<void>;
}

/** A batch on the back end: laid out once, used in every epoch. */
export interface Batch {
  /** rows x (features + 1), the last column 1 for the biases; and the same turned. */
  readonly inputs: tf.Tensor2D;
  readonly turned: tf.Tensor2D;
  /** rows x models. */
  readonly labels: tf.Tensor2D;
  /** rows x models: the row's part in the model's mean, so that the batches of an epoch add up to `batches` times it. */
  readonly parts: tf.Tensor2D;
}

/**
 * Trains all models. What one learns does not depend on who learns beside it. Every tensor is freed when it settles.
 * Rejects with a BackendFault, or with what `pause` or `onEpoch` threw.
 */
export async function descend(plan: DescentPlan): Promise<void> {
  const batches: Batch[] = [];
  const keep = tf.tidy(() => tf.tensor2d(keeping(plan), [plan.features + 1, 1]));
  let weights = tf.tidy(() => initialWeights(plan));
  const order = seeded(plan.seed, 'order').order(rowsOf(plan));
  try {
    for (let from = 0; from < order.length; from += plan.batch) {
      batches.push(layOut(plan, order.subarray(from, from + plan.batch)));
    }
    const look = (): Promise<Float32Array[]> => probabilities(plan, weights, batches, order);
    await plan.onEpoch(0, look);
    for (let epoch = 1; epoch <= plan.epochs; epoch += 1) {
      for (const batch of batches) {
        const before = weights;
        weights = tf.tidy(() => {
          const pulled = tf.mul(before, keep) as tf.Tensor2D;
          return tf.sub(pulled, tf.mul(slopes(batch, before), plan.learningRate));
        });
        before.dispose();
        await plan.pause();
      }
      await plan.onEpoch(epoch, look);
    }
  } finally {
    tf.dispose([weights, keep, ...batches.flatMap((batch) => Object.values(batch))]);
  }
}

function rowsOf({ inputs, features }: DescentPlan): number {
  return inputs.length / features;
}

/** What a step leaves of each weight before its slope is followed: all of a bias, a little less of any other. */
function keeping({ features, learningRate, decay }: DescentPlan): Float32Array {
  const kept = new Float32Array(features + 1).fill(1 - learningRate * decay);
  kept[features] = 1;
  return kept;
}

/** (features + 1) x models: small normal numbers from each model's seed, biases 0. */
function initialWeights({ features, models }: DescentPlan): tf.Tensor2D {
  const values = new Float32Array((features + 1) * models.length);
  models.forEach(({ seed }, model) => {
    const random = seeded(seed, 'weights');
    for (let i = 0; i < features; i += 1)
      values[i * models.length + model] = 0.01 * random.normal();
  });
  return tf.tensor2d(values, [features + 1, models.length]);
}

/** A batch of rows as tensors; whoever asks frees them. */
export function layOut(plan: DescentPlan, order: Int32Array): Batch {
  const { features, models } = plan;
  const [rows, wide] = [order.length, features + 1];
  const inputs = new Float32Array(rows * wide).fill(1);
  const turned = new Float32Array(rows * wide).fill(1);
  order.forEach((row, i) => {
    for (let j = 0; j < features; j += 1) {
      const value = plan.inputs[row * features + j] as number;
      inputs[i * wide + j] = value;
      turned[j * rows + i] = value;
    }
  });
  const labels = new Float32Array(rows * models.length);
  const parts = new Float32Array(rows * models.length);
  const batches = Math.ceil(rowsOf(plan) / plan.batch);
  models.forEach((model, m) => {
    const whole = model.weights.reduce((sum, weight) => sum + weight, 0) || 1;
    order.forEach((row, i) => {
      labels[i * models.length + m] = model.labels[row] as number;
      parts[i * models.length + m] = ((model.weights[row] as number) * batches) / whole;
    });
  });
  return {
    inputs: tf.tensor2d(inputs, [rows, wide]),
    turned: tf.tensor2d(turned, [wide, rows]),
    labels: tf.tensor2d(labels, [rows, models.length]),
    parts: tf.tensor2d(parts, [rows, models.length]),
  };
}

/** The slopes of every model's own loss (weighted cross-entropy) in a batch: probability minus label, by hand. */
export function slopes({ inputs, turned, labels, parts }: Batch, weights: tf.Tensor2D): tf.Tensor {
  const off = tf.sub(tf.sigmoid(tf.matMul(inputs, weights)), labels);
  return tf.matMul(turned, tf.mul(off, parts) as tf.Tensor2D);
}

/** One look at all rows: read as scores, for a GPU could make a plausible probability of a NaN. */
async function probabilities(
  { models }: DescentPlan,
  weights: tf.Tensor2D,
  batches: readonly Batch[],
  order: Int32Array,
): Promise<Float32Array[]> {
  const all = tf.tidy(() => tf.concat(batches.map(({ inputs }) => tf.matMul(inputs, weights))));
  try {
    const scores = await read(all);
    return models.map((_, model) => {
      const found = new Float32Array(order.length);
      order.forEach((row, i) => {
        found[row] = 1 / (1 + Math.exp(-(scores[i * models.length + model] as number)));
      });
      return found;
    });
  } finally {
    all.dispose();
  }
}
