/**
 * Neural networks as the lessons have them, to be read from top to bottom: a network, its forward pass, its slopes, its
 * step. Many models learn at once: they lie one behind the other in each tensor, and none touches another's numbers, so
 * read `models` as 1 and this is the one network of the textbook. The files beside it are plumbing.
 */
import { seeded } from '../kit/numbers/random.ts';
import { ofEach, standing } from './idle.ts';
import { product, withoutLastRow } from './memory.ts';
import * as tf from './tf.ts';

// ── The network ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** `features` inputs, `hidden` units between (0: none, a regression), and a score for each of `classes`; 1: yes or no. */
export interface NetworkSize {
  readonly features: number;
  readonly hidden: number;
  readonly classes: number;
}

/**
 * The weights of all models, layer by layer: models x hidden x (features + 1), then models x (hidden + 1) x classes; in a
 * regression models x classes x (features + 1) alone. The last input of a layer is always 1: its weight is the bias.
 */
export type Weights = readonly [first: tf.Tensor3D, second?: tf.Tensor3D];

/** Weights of one model before it has learned, inputs x units: normal, with variance 2 / inputs (He et al. 2015). */
export function initialWeights(
  { features, hidden, classes }: NetworkSize,
  seed: number,
  spread?: number,
): readonly Float32Array[] {
  const random = seeded(seed, 'weights');
  const layer = (inputs: number, units: number): Float32Array => {
    const deviation = spread ?? Math.sqrt(2 / inputs);
    return Float32Array.from({ length: inputs * units }, () => deviation * random.normal());
  };
  if (hidden === 0) return [layer(features, classes)];
  return [layer(features, hidden), layer(hidden, classes)];
}

/** The models side by side, each from its own seed; biases begin at 0. */
export function network(size: NetworkSize, seeds: readonly number[], spread?: number): Weights {
  const { features, hidden, classes } = size;
  const models = seeds.map((seed) => initialWeights(size, seed, spread));
  const stacked = (layer: number, shape: [number, number]): tf.Tensor3D =>
    tf.stack(models.map((one) => tf.tensor2d(one[layer] as Float32Array, shape))) as tf.Tensor3D;
  return tf.tidy((): [tf.Tensor3D, tf.Tensor3D?] => {
    const turned = tf.transpose(stacked(0, [features, hidden || classes]), [0, 2, 1]);
    const first = withLast(0, turned, 2);
    return hidden === 0 ? [first] : [first, withLast(0, stacked(1, [hidden, classes]), 1)];
  });
}

/** The tensor with one more row (axis 1) or column (axis 2) at its end, filled with a value. */
function withLast(value: number, tensor: tf.Tensor3D, axis: 1 | 2): tf.Tensor3D {
  const shape = tensor.shape.map((length, i) => (i === axis ? 1 : length));
  return tf.concat3d([tensor, tf.fill(shape as [number, number, number], value)], axis);
}

// ── The forward pass ────────────────────────────────────────────────────────────────────────────────────────────────

/** The first layer's weighted sums, models x units x rows. `columns`: (features + 1) x rows, a row of ones at its end. */
function weightedSums(first: tf.Tensor3D, columns: tf.Tensor2D): tf.Tensor3D {
  const [models, units, inputs] = first.shape;
  // All models see the same rows: their layers, one below the other, are one matrix and take one product.
  const sums = product(tf.reshape(first, [models * units, inputs]), columns);
  return tf.reshape(sums, [models, units, columns.shape[1]]);
}

/** What the hidden units say, models x hidden x rows: their weighted sum, or 0 where it is negative (ReLU). */
export function hiddenUnits([first]: Weights, columns: tf.Tensor2D): tf.Tensor3D {
  return tf.relu(weightedSums(first, columns));
}

/** The score of each class, models x rows x classes. */
export function scores(weights: Weights, columns: tf.Tensor2D): tf.Tensor3D {
  const [first, second] = weights;
  if (!second) return tf.transpose(weightedSums(first, columns), [0, 2, 1]);
  const units = withLast(1, hiddenUnits(weights, columns), 1);
  return tf.matMul(units, second, true, false);
}

/** Scores as probabilities: the logistic function for yes or no, softmax for more classes. */
export function probabilities(given: tf.Tensor3D): tf.Tensor3D {
  if (given.shape[2] === 1) return tf.sigmoid(given);
  return tf.exp(tf.sub(given, tf.logSumExp(given, 2, true)));
}

// ── The slopes ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** Rows that are learned from in one step. */
export interface Batch {
  /** rows x (features + 1), the last column 1; and the same turned. */
  readonly rows: tf.Tensor2D;
  readonly columns: tf.Tensor2D;
  /** models x rows x classes: 1 for the right class. */
  readonly answers: tf.Tensor3D;
  /** models x rows x classes: how much the row counts in the model's mean loss. */
  readonly parts: tf.Tensor3D;
  /** Models that see no row of this batch and learn nothing from it. */
  readonly idle: readonly boolean[];
}

/**
 * How much the loss, the models' mean cross-entropy, grows with each weight: backpropagation. `chances` turns scores into
 * probabilities.
 */
export function slopes(weights: Weights, batch: Batch, chances = probabilities): tf.Tensor3D[] {
  const [, second] = weights;
  // In a score, the slope of cross-entropy is probability minus answer.
  const inScores = (given: tf.Tensor3D): tf.Tensor3D =>
    tf.mul(tf.sub(chances(given), batch.answers), batch.parts);
  if (!second) {
    const off = inScores(scores(weights, batch.columns));
    return [inFirstLayer(tf.transpose(off, [0, 2, 1]), batch.rows)];
  }
  const units = hiddenUnits(weights, batch.columns);
  const inputs = withLast(1, units, 1);
  const off = inScores(tf.matMul(inputs, second, true, false));
  // The chain rule: a unit moves the loss by way of every score; one that was cut to 0 stays there and moves nothing.
  const inUnits: tf.Tensor3D = tf.matMul(withoutLastRow(second), off, false, true);
  const inSums = tf.mul<tf.Tensor3D>(inUnits, tf.step(units));
  return [inFirstLayer(inSums, batch.rows), tf.matMul(inputs, off)];
}

/** The slopes in the first layer's weights: for each the input that it multiplies times the slope in its sum, over all rows. */
function inFirstLayer(inSums: tf.Tensor3D, rows: tf.Tensor2D): tf.Tensor3D {
  const [models, units, count] = inSums.shape;
  const all = product(tf.reshape(inSums, [models * units, count]), rows);
  return tf.reshape(all, [models, units, rows.shape[1]]);
}

// ── The step ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** One layer on its way: `step` goes against its slopes and answers with the weights there; it frees what it leaves. */
export interface Descent {
  step(slopes: tf.Tensor3D, idle: readonly boolean[]): tf.Tensor3D;
  /** Frees all but the weights. */
  free(): void;
}

/** The plain step: the slope times the learning rate, down. Weights, not biases, are also drawn to 0 by `decay` (L2). */
export function plainDescent(start: tf.Tensor3D, learningRate: number, decay: number): Descent {
  const inputs = start.shape[2];
  const kept = Array.from({ length: inputs }, (_, i) =>
    i < inputs - 1 ? 1 - learningRate * decay : 1,
  );
  const keep = tf.tensor3d(kept, [1, 1, inputs]);
  let weights = start;
  return {
    step: (slope) => {
      const before = weights;
      weights = tf.tidy(() => tf.sub(tf.mul(before, keep), tf.mul(slope, learningRate)));
      tf.dispose([before, slope]);
      return weights;
    },
    free: () => keep.dispose(),
  };
}

/** How much of both running means Adam keeps at a step, and what keeps it from dividing by 0 (as TF.js has them). */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;

/**
 * Adam's step (Kingma and Ba 2015): it follows a running mean of the slopes, in each weight at a pace of its own, slower
 * where slopes have been large. Models count their own steps; an idle one stands still.
 */
export function adam(start: tf.Tensor3D, learningRate: number): Descent {
  const { beta1, beta2, epsilon } = ADAM;
  const steps = new Uint32Array(start.shape[0]);
  let state = { weights: start, mean: tf.zerosLike(start), square: tf.zerosLike(start) };
  return {
    step: (slope, idle) => {
      idle.forEach((rests, model) => {
        if (!rests) steps[model] = (steps[model] as number) + 1;
      });
      // Means begin at 0, and so much of them is no longer that 0: in 64 bits, for in 32 its first values are wrong by 1e-5.
      const whole = (beta: number) => ofEach(steps, (count) => 1 - beta ** count);
      const before = state;
      state = tf.tidy(() => {
        const mean: tf.Tensor3D = tf.add(tf.mul(before.mean, beta1), tf.mul(slope, 1 - beta1));
        const square: tf.Tensor3D = tf.add(
          tf.mul(before.square, beta2),
          tf.mul(tf.square(slope), 1 - beta2),
        );
        const pace = tf.add(tf.sqrt(tf.div(square, whole(beta2))), epsilon);
        const moved = tf.mul(tf.div(tf.div(mean, whole(beta1)), pace), -learningRate);
        return standing(idle, before, { weights: tf.add(moved, before.weights), mean, square });
      });
      tf.dispose([before, slope]);
      return state.weights;
    },
    free: () => tf.dispose([state.mean, state.square]),
  };
}
