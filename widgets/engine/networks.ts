/**
 * Many small networks as a few wide products: what they answer to inputs, and their slopes in a batch, by hand. Inputs
 * stand in columns and weights in rows, so that the models lie one after another and nothing need be turned.
 */
import type { Batch, NetworkSize } from './pure/targets.ts';
import { product } from './memory.ts';
import * as tf from './tf.ts';

/**
 * The first layers, models x units x (features + 1); in networks also the second ones, models x (hidden + 1) x classes.
 * The last input and the last unit are always 1: what they are multiplied with are the biases.
 */
export type Weights = readonly [first: tf.Tensor3D, second?: tf.Tensor3D];

/** Units of a model's first layer: in a network one more than `hidden`, always 1. */
export function unitsOf({ hidden, classes }: NetworkSize): number {
  return hidden === 0 ? classes : hidden + 1;
}

/** All first layers as one matrix, (models x units) x (features + 1). */
function asOne(stack: tf.Tensor3D): tf.Tensor2D {
  const [models, units, inputs] = stack.shape;
  return tf.reshape(stack, [models * units, inputs]);
}

/** The sums of every first layer, models x units x rows; `turned`: (features + 1) x rows, ending in a row of ones. */
function sums(first: tf.Tensor3D, turned: tf.Tensor2D): tf.Tensor3D {
  const [models, units] = first.shape;
  return tf.reshape(product(asOne(first), turned), [models, units, turned.shape[1]]);
}

/** The values of the hidden units, models x (hidden + 1) x rows. */
export function hiddenUnits([first]: Weights, turned: tf.Tensor2D): tf.Tensor3D {
  return tf.relu(sums(first, turned));
}

/** The models' scores for the classes, models x rows x classes. */
export function scores(weights: Weights, turned: tf.Tensor2D): tf.Tensor3D {
  const [first, second] = weights;
  if (!second) return tf.transpose(sums(first, turned), [0, 2, 1]);
  return tf.matMul(hiddenUnits(weights, turned), second, true, false);
}

/**
 * The slopes of every model's own loss, the weighted mean of cross-entropy over the batch, in its own weights: the
 * slope in the scores is probability minus answer, and goes back through each layer by the chain rule.
 */
export function slopesOf(weights: Weights, batch: Batch): readonly tf.Tensor[] {
  const { rows, features, classes, idle } = batch;
  const inputs = tf.tensor2d(batch.inputs, [rows, features + 1]);
  const turned = tf.tensor2d(batch.turned, [features + 1, rows]);
  const shape: [number, number, number] = [idle.length, rows, classes];
  const off = (given: tf.Tensor3D): tf.Tensor3D =>
    tf.mul(
      tf.sub(tf.softmax(given), tf.tensor3d(batch.answers, shape)),
      tf.tensor3d(batch.parts, shape),
    );
  const [, second] = weights;
  if (!second) {
    const back = tf.transpose(off(scores(weights, turned)), [0, 2, 1]);
    return [product(asOne(back), inputs)];
  }
  const units = hiddenUnits(weights, turned);
  const given = off(tf.matMul(units, second, true, false));
  const back: tf.Tensor3D = tf.mul(tf.matMul(second, given, false, true), tf.step(units));
  return [product(asOne(back), inputs), tf.matMul(units, given)];
}
