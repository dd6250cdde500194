/** What the models of a training are taught, and how rows are laid out for them. */
import type { Random } from '../kit/numbers/random.ts';
import type { Batch, NetworkSize } from './nn.ts';
import * as tf from './tf.ts';

/** One model: what it is taught. */
export interface Targets {
  /** The class of each row, from 0; of one class: 1 for yes. */
  readonly labels: Uint8Array;
  /** How much each row counts for this model; 0: it does not see the row. */
  readonly weights: Float32Array;
  /** Of its initial weights. */
  readonly seed: number;
}

/** What a course teaches: rows x features, one copy for all models, in batches of so many rows. */
export interface Material {
  readonly inputs: Float32Array;
  readonly batch: number;
  /** Draws the order of the rows, anew for each epoch, the same for all models. */
  readonly order: Pick<Random, 'order'>;
  /** One for each model. */
  readonly targets: readonly Targets[];
}

/** Some rows as a network reads them, rows x (features + 1) and turned: a product is fast only with what lies as it is. */
export function layOutInputs(
  inputs: Float32Array,
  features: number,
  order: Int32Array,
): { readonly rows: tf.Tensor2D; readonly columns: tf.Tensor2D } {
  const [count, wide] = [order.length, features + 1];
  const rows = new Float32Array(count * wide).fill(1);
  const columns = new Float32Array(count * wide).fill(1);
  for (let i = 0; i < count; i += 1) {
    const from = (order[i] as number) * features;
    for (let j = 0; j < features; j += 1) {
      const value = inputs[from + j] as number;
      rows[i * wide + j] = value;
      columns[j * count + i] = value;
    }
  }
  return { rows: tf.tensor2d(rows, [count, wide]), columns: tf.tensor2d(columns, [wide, count]) };
}

/**
 * The rows that `order` names as a batch; whoever asks frees it. Each counts by its weight among those of the batch or,
 * given a `share` of the whole for each model, among all: then the batches of an epoch add up to one pass over the whole.
 */
export function layOut(
  { features, classes }: NetworkSize,
  { inputs, targets }: Pick<Material, 'inputs' | 'targets'>,
  order: Int32Array,
  share?: readonly number[],
): Batch {
  const count = order.length;
  const answers = new Float32Array(targets.length * count * classes);
  const parts = new Float32Array(answers.length);
  const idle = targets.map(({ labels, weights }, model) => {
    const sum = order.reduce((total, row) => total + (weights[row] as number), 0);
    const whole = share?.[model] ?? sum;
    order.forEach((row, i) => {
      const at = (model * count + i) * classes;
      const label = labels[row] as number;
      if (classes === 1) answers[at] = label;
      else answers[at + label] = 1;
      if (sum > 0) parts.fill((weights[row] as number) / whole, at, at + classes);
    });
    return !(sum > 0);
  });
  const shape: [number, number, number] = [targets.length, count, classes];
  return {
    ...layOutInputs(inputs, features, order),
    answers: tf.tensor3d(answers, shape),
    parts: tf.tensor3d(parts, shape),
    idle,
  };
}

/** The batches of one epoch in a fresh order, each freed when the next is asked for. */
export function* batches(size: NetworkSize, material: Material): Generator<Batch> {
  for (const part of cut(size, material)) {
    const batch = layOut(size, material, part);
    try {
      yield batch;
    } finally {
      freeBatch(batch);
    }
  }
}

/** Batches for every epoch of a course, whose rows count by their share of the whole; whoever asks frees them. */
export function sameBatches(size: NetworkSize, material: Material): Batch[] {
  const parts = cut(size, material);
  const share = material.targets.map(
    ({ weights }) => weights.reduce((sum, weight) => sum + weight, 0) / parts.length,
  );
  return parts.map((part) => layOut(size, material, part, share));
}

/** Gives back what a batch takes up. */
export function freeBatch({ rows, columns, answers, parts }: Batch): void {
  tf.dispose([rows, columns, answers, parts]);
}

function cut({ features }: NetworkSize, { inputs, batch, order }: Material): Int32Array[] {
  const rows = order.order(inputs.length / features);
  const count = Math.ceil(rows.length / batch);
  return Array.from({ length: count }, (_, i) => rows.subarray(i * batch, (i + 1) * batch));
}
