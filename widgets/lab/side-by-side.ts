/** Many small networks as a few wide products: what they answer to inputs, and their slopes in a batch, by hand. */
import type { Batch, Size } from './lay-out.ts';
import * as tf from './tf.ts';

/** All weights: the first layers side by side; in networks also the second ones, models x (hidden + 1) x classes. */
export type Weights = readonly [first: tf.Tensor2D, second?: tf.Tensor3D];

/** Columns that each model takes in the first layer: one unit more than `hidden` is always 1, for the biases. */
export function columnsOf({ hidden, classes }: Size): number {
  return hidden === 0 ? classes : hidden + 1;
}

/** From rows x (models x columns) to models x rows x columns. */
function byModel(side: tf.Tensor2D, columns: number): tf.Tensor3D {
  const [rows, width] = side.shape;
  return tf.transpose(tf.reshape(side, [rows, width / columns, columns]), [1, 0, 2]);
}

/** Back from models x rows x columns to rows x (models x columns). */
function bySide(stack: tf.Tensor3D): tf.Tensor2D {
  const [models, rows, columns] = stack.shape;
  return tf.reshape(tf.transpose(stack, [1, 0, 2]), [rows, models * columns]);
}

/** The hidden units' values, rows x (models x (hidden + 1)). */
export function hiddenUnits([first]: Weights, inputs: tf.Tensor2D): tf.Tensor2D {
  return tf.relu(tf.matMul(inputs, first));
}

/** The models' scores for each class, models x rows x classes; `inputs` end in a column of ones. */
export function scores(size: Size, weights: Weights, inputs: tf.Tensor2D): tf.Tensor3D {
  const [first, second] = weights;
  if (!second) return byModel(tf.matMul(inputs, first), size.classes);
  return tf.matMul(byModel(hiddenUnits(weights, inputs), columnsOf(size)), second);
}

/**
 * The slopes of every model's own loss, the weighted mean of cross-entropy over the batch, in its own weights: the
 * gradient in the scores is probability minus answer, and goes back through each layer by the chain rule.
 */
export function slopesOf(size: Size, [first, second]: Weights, batch: Batch): tf.Tensor[] {
  const { rows } = batch;
  const wide = size.features + 1;
  const inputs = tf.tensor2d(batch.inputs, [rows, wide]);
  const turned = tf.tensor2d(batch.turned, [wide, rows]);
  const shape: [number, number, number] = [batch.idle.length, rows, size.classes];
  const back = (given: tf.Tensor3D): tf.Tensor3D =>
    tf.mul(
      tf.sub(tf.softmax(given), tf.tensor3d(batch.answers, shape)),
      tf.tensor3d(batch.parts, shape),
    );
  if (!second) {
    const off = back(byModel(tf.matMul(inputs, first), size.classes));
    return [tf.matMul(turned, bySide(off))];
  }
  const side = hiddenUnits([first], inputs);
  const units = byModel(side, columnsOf(size));
  const off = back(tf.matMul(units, second));
  const through = tf.mul(bySide(tf.matMul(off, second, false, true)), tf.step(side));
  return [tf.matMul(turned, through), tf.matMul(units, off, true, false)];
}
