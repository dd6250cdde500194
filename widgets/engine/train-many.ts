/** Many models learn at once: the same inputs in the same order, each with its own labels, weights of rows and start. */
import { batches, freeBatch, sameBatches, type Material } from './batches.ts';
import { lookAt, type Models } from './look.ts';
import { network, plainDescent, probabilities, slopes } from './nn.ts';
import type { Descent, NetworkSize, Weights } from './nn.ts';
import { quickAdam, quickProbabilities } from './quick.ts';
import * as tf from './tf.ts';

/** How models learn from their material. */
export interface Course extends Material {
  readonly epochs: number;
  readonly learningRate: number;
  /** Plain descent, where each row counts by its part in the whole, and every epoch has the same batches. Absent: Adam. */
  readonly descent?: { readonly decay: number };
  /** Awaited between batches, and within a look at many rows; may throw to end it all. */
  readonly pause: () => Promise<void>;
  /** Told before the first epoch (0) and after each. */
  readonly onEpoch: (epoch: number, models: Models) => Promise<void>;
}

/** What is learned, by whom, and how. */
export interface TrainingPlan extends NetworkSize, Course {
  /** Standard deviation of initial weights, in place of that of He. */
  readonly spread?: number;
}

/** Models, in training or trained; whoever makes some frees them, or leaves them to be kept. */
export class Networks {
  readonly size: NetworkSize;
  weights: Weights;

  constructor(size: NetworkSize, seeds: readonly number[], spread?: number) {
    this.size = size;
    this.weights = network(size, seeds, spread);
  }

  /** The models as they are at the time of each look; `pause` is awaited within a look at many rows. */
  look(pause: () => Promise<void>): Models {
    return lookAt(() => this.weights, pause);
  }

  free(): void {
    tf.dispose(this.weights as unknown as tf.Tensor[]);
  }
}

/**
 * Trains all models of the plan. A batch moves a model along the weighted mean gradient of the rows that it sees in it, and
 * not at all when it sees none; so what a model learns does not depend on who learns beside it (up to the rounding of
 * sums). Every tensor is freed when it settles. Rejects with a BackendFault, or with what `pause` or `onEpoch` threw.
 */
export async function trainMany(plan: TrainingPlan): Promise<void> {
  const seeds = plan.targets.map(({ seed }) => seed);
  const networks = new Networks(plan, seeds, plan.spread);
  (await taught(networks, () => teach(networks, plan))).free();
}

/** Networks that have learned, for whoever keeps or frees them; freed where learning throws. */
export async function taught(networks: Networks, learn: () => Promise<void>): Promise<Networks> {
  try {
    await learn();
    return networks;
  } catch (error) {
    networks.free();
    throw error;
  }
}

/** Takes networks through a course, from where they stand; they keep what they have learned, Adam starts afresh. */
export async function teach(networks: Networks, course: Course): Promise<void> {
  const models = networks.look(course.pause);
  const layers = (networks.weights as readonly tf.Tensor3D[]).map((one) => descentOf(one, course));
  const chances = course.descent ? probabilities : quickProbabilities;
  const same = course.descent && sameBatches(networks.size, course);
  try {
    await course.onEpoch(0, models);
    for (let epoch = 1; epoch <= course.epochs; epoch += 1) {
      for (const batch of same ?? batches(networks.size, course)) {
        const found = tf.tidy(() => slopes(networks.weights, batch, chances));
        const moved = layers.map((one, i) => one.step(found[i] as tf.Tensor3D, batch.idle));
        networks.weights = moved as unknown as Weights;
        await course.pause();
      }
      await course.onEpoch(epoch, models);
    }
  } finally {
    same?.forEach(freeBatch);
    for (const layer of layers) layer.free();
  }
}

const descentOf = (weights: tf.Tensor3D, { descent, learningRate }: Course): Descent =>
  descent ? plainDescent(weights, learningRate, descent.decay) : quickAdam(weights, learningRate);
