/** Many models learn at once: the same inputs in the same order, each with its own labels, weights of rows and start. */
import type { Random } from '../kit/numbers/random.ts';
import { StepSizes } from './pure/adam.ts';
import { firstLayer, initialWeights, layOut, secondLayer, softmax } from './pure/targets.ts';
import type { Targets, NetworkSize } from './pure/targets.ts';
import { layer, type Layer } from './layer.ts';
import { read } from './read.ts';
import { hiddenUnits, scores, slopesOf, unitsOf, type Weights } from './networks.ts';
import * as tf from './tf.ts';

/** What is learned, by whom, and how. */
export interface TrainingPlan extends NetworkSize {
  /** rows x features: one copy for all models. */
  readonly inputs: Float32Array;
  readonly epochs: number;
  /** Rows in a batch. */
  readonly batch: number;
  /** Of Adam. */
  readonly learningRate: number;
  /** Draws the order of the rows, anew for each epoch, the same for all models. */
  readonly order: Pick<Random, 'order'>;
  /** One for each model. */
  readonly targets: readonly Targets[];
  /** Awaited between batches, and within a look at many rows; may throw to end it all. */
  readonly pause: () => Promise<void>;
  /** Told before the first epoch (0) and after each. */
  readonly onEpoch: (epoch: number, models: Models) => Promise<void>;
}

/** The models as they are now; each answer comes in the order of the plan's targets. */
export interface Models {
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
export async function trainMany(plan: TrainingPlan): Promise<void> {
  const rows = plan.inputs.length / plan.features;
  const stepSizes = new StepSizes(plan.targets.length, plan.learningRate);
  const layers = start(plan);
  const weights = (): Weights => layers.map((one) => one.weights) as unknown as Weights;
  const models = lookAt(plan, weights);
  try {
    await plan.onEpoch(0, models);
    for (let epoch = 1; epoch <= plan.epochs; epoch += 1) {
      const order = plan.order.order(rows);
      for (let from = 0; from < rows; from += plan.batch) {
        const part = order.subarray(from, Math.min(rows, from + plan.batch));
        const batch = layOut(plan, plan.inputs, plan.targets, part);
        const slopes = tf.tidy(() => [...slopesOf(weights(), batch)]);
        const next = stepSizes.next(batch.idle);
        layers.forEach((one, i) => one.step(slopes[i] as tf.Tensor, next));
        await plan.pause();
      }
      await plan.onEpoch(epoch, models);
    }
  } finally {
    for (const one of layers) one.free();
  }
}

function start(plan: TrainingPlan): Layer[] {
  const { features, hidden, classes, targets } = plan;
  const initial = targets.map(({ seed }) => initialWeights(plan, seed));
  const first = firstLayer(plan, initial);
  const shape = [targets.length, unitsOf(plan), features + 1] as const;
  if (hidden === 0) return [layer(first, shape)];
  const second = secondLayer(plan, initial);
  return [layer(first, shape, 1), layer(second, [targets.length, hidden + 1, classes])];
}

/** The models through the eyes of a learner. Softmax is done here: a GPU could make a plausible probability of a NaN. */
function lookAt(plan: TrainingPlan, weights: () => Weights): Models {
  return {
    probabilities: async (inputs) => {
      const look = (part: tf.Tensor2D): tf.Tensor3D => scores(weights(), part);
      const found = await inStretches(inputs, look, plan.pause);
      return found.map((one) => softmax(one, plan.classes));
    },
    hiddenOf: (inputs) => {
      const look = (part: tf.Tensor2D): tf.Tensor3D =>
        tf.transpose(
          tf.slice(hiddenUnits(weights(), part), [0, 0, 0], [-1, plan.hidden, -1]),
          [0, 2, 1],
        );
      return inStretches(inputs, look, plan.pause);
    },
  };
}

/** Looks at a stretch of rows at a time; each model gets its own rows x columns out of models x rows x columns. */
async function inStretches(
  inputs: tf.Tensor2D,
  look: (turned: tf.Tensor2D) => tf.Tensor3D,
  pause: () => Promise<void>,
): Promise<Float32Array[]> {
  const [rows, features] = inputs.shape;
  const found: Float32Array[] = [];
  for (let from = 0; from < rows; from += LOOK) {
    if (from > 0) await pause();
    const count = Math.min(LOOK, rows - from);
    const stack = tf.tidy(() => {
      const part = tf.transpose(tf.slice2d(inputs, [from, 0], [count, features]));
      return look(tf.concat2d([part, tf.ones([1, count])], 0));
    });
    try {
      const values = await read(stack);
      const [models, , columns] = stack.shape;
      for (let model = 0; model < models; model += 1) {
        const own = (found[model] ??= new Float32Array(rows * columns));
        const at = model * count * columns;
        own.set(values.subarray(at, at + count * columns), from * columns);
      }
    } finally {
      stack.dispose();
    }
  }
  return found;
}
