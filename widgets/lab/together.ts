/** Many models learn at once: the same inputs in the same order, each with its own labels, weights of rows and start. */
import type { Random } from '../kit/random.ts';
import { moved, Paces, type Moves, type Moving } from './adam.ts';
import { firstLayer, initialWeights, layOut, secondLayer, softmax } from './lay-out.ts';
import type { Lesson, Size } from './lay-out.ts';
import { read } from './read.ts';
import { columnsOf, hiddenUnits, scores, slopesOf, type Weights } from './side-by-side.ts';
import * as tf from './tf.ts';

export type { Lesson, Size } from './lay-out.ts';

/** What is learned, by whom, and how. */
export interface Plan extends Size {
  /** rows x features: one copy for all models. */
  readonly inputs: Float32Array;
  readonly epochs: number;
  /** Rows in a batch. */
  readonly batch: number;
  /** Of Adam. */
  readonly learningRate: number;
  /** Draws the order of the rows, anew for each epoch, the same for all models. */
  readonly order: Random;
  /** One for each model. */
  readonly lessons: readonly Lesson[];
  /** Awaited between batches, and within a look at many rows; may throw to end it all. */
  readonly pause: () => Promise<void>;
  /** Told before the first epoch (0) and after each. */
  readonly onEpoch: (epoch: number, models: Together) => Promise<void>;
}

/** The models as they are now; each answer comes in the order of the plan's lessons. */
export interface Together {
  /** For each model the probabilities of the classes, rows x classes. */
  probabilities(inputs: tf.Tensor2D): Promise<readonly Float32Array[]>;
  /** For each model the values of its hidden units, rows x hidden. */
  hiddenOf(inputs: tf.Tensor2D): Promise<readonly Float32Array[]>;
}

/** Rows that are looked at in one go. */
const LOOK = 512;

/**
 * Trains all models of the plan. A batch moves a model along the weighted mean gradient of the rows that it sees in it, and
 * not at all when it sees none; so what a model learns does not depend on who learns beside it (up to the rounding of
 * sums). Every tensor is freed when it settles. Rejects with a BackendFault, or with what `pause` or `onEpoch` threw.
 */
export async function learnTogether(plan: Plan): Promise<void> {
  const rows = plan.inputs.length / plan.features;
  const paces = new Paces(plan, plan.lessons.length, plan.learningRate);
  let all = start(plan);
  const models: Together = lookAt(plan, () => weightsOf(all), plan.pause);
  try {
    await plan.onEpoch(0, models);
    for (let epoch = 1; epoch <= plan.epochs; epoch += 1) {
      const order = plan.order.order(rows);
      for (let from = 0; from < rows; from += plan.batch) {
        const part = order.subarray(from, Math.min(rows, from + plan.batch));
        const batch = layOut(plan, plan.inputs, plan.lessons, part);
        const before = all;
        all = tf.tidy(() => {
          const slopes = slopesOf(plan, weightsOf(before), batch);
          const moves = paces.next(batch.idle);
          return before.map((one, i) => moved(one, slopes[i] as tf.Tensor, moves[i] as Moves));
        });
        tf.dispose(before);
        await plan.pause();
      }
      await plan.onEpoch(epoch, models);
    }
  } finally {
    tf.dispose(all);
  }
}

function weightsOf(all: readonly Moving[]): Weights {
  return all.map(({ value }) => value) as unknown as Weights;
}

function start(plan: Plan): Moving[] {
  const { features, hidden, classes, lessons } = plan;
  const initial = lessons.map(({ seed }) => initialWeights(plan, seed));
  const still = (value: tf.Tensor): Moving => ({
    value,
    mean: tf.zerosLike(value),
    square: tf.zerosLike(value),
  });
  return tf.tidy(() => {
    const width = lessons.length * columnsOf(plan);
    const first = tf.tensor2d(firstLayer(plan, initial), [features + 1, width]);
    if (hidden === 0) return [still(first)];
    const shape: [number, number, number] = [lessons.length, hidden + 1, classes];
    return [still(first), still(tf.tensor3d(secondLayer(plan, initial), shape))];
  });
}

/** The models through the eyes of a learner. Softmax is done here: a GPU could make a plausible probability of a NaN. */
function lookAt(size: Size, weights: () => Weights, pause: () => Promise<void>): Together {
  /** Reads models x rows x columns, a stretch of rows at a time, and gives each model its own rows x `kept` columns. */
  const look = async (
    inputs: tf.Tensor2D,
    values: (part: tf.Tensor2D) => tf.Tensor3D,
    kept: number,
  ): Promise<Float32Array[]> => {
    const rows = inputs.shape[0];
    let found: Float32Array[] = [];
    for (let from = 0; from < rows; from += LOOK) {
      if (from > 0) await pause();
      const count = Math.min(LOOK, rows - from);
      const stack = tf.tidy(() => {
        const part = tf.slice2d(inputs, [from, 0], [count, size.features]);
        return values(tf.concat2d([part, tf.ones([count, 1])], 1));
      });
      try {
        const read1 = await read(stack);
        const [models, , columns] = stack.shape;
        if (from === 0) found = Array.from({ length: models }, () => new Float32Array(rows * kept));
        found.forEach((one, model) => {
          for (let i = 0; i < count; i += 1) {
            const at = (model * count + i) * columns;
            one.set(read1.subarray(at, at + kept), (from + i) * kept);
          }
        });
      } finally {
        stack.dispose();
      }
    }
    return found;
  };
  return {
    probabilities: async (inputs) => {
      const found = await look(inputs, (part) => scores(size, weights(), part), size.classes);
      return found.map((one) => softmax(one, size.classes));
    },
    hiddenOf: (inputs) =>
      look(
        inputs,
        (part) => {
          const side = hiddenUnits(weights(), part);
          const columns = columnsOf(size);
          return tf.transpose(
            tf.reshape(side, [part.shape[0], side.shape[1] / columns, columns]),
            [1, 0, 2],
          );
        },
        size.hidden,
      ),
  };
}
