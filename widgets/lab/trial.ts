/** How fast a back end is at what the learners do: a few steps of a few networks, one look, right answers or none. */
import type { Finding } from '../kit/fallback.ts';
import { BackendFault, whatItDid } from '../kit/faults.ts';
import { seeded } from '../kit/random.ts';
import * as tf from './tf.ts';
import { learnTogether, type Plan } from './together.ts';

const SIZE = { features: 196, hidden: 32, classes: 10 };
const [MODELS, ROWS, BATCH] = [5, 128, 32];
/** The first epoch warms up: shaders are compiled, loops optimised. */
const EPOCHS = 3;
/** The mean chance that the models then give to the right answers (0.1 before): plain loops in the test come to the same. */
export const RIGHT = 0.122_515;
const TOLERANCE = 2e-4;

/** What the trial trains on; its numbers come from a seed, so that every machine has the same. */
export function trialPlan(): Omit<Plan, 'pause' | 'onEpoch'> {
  const random = seeded(1, 'trial');
  return {
    ...SIZE,
    epochs: EPOCHS,
    batch: BATCH,
    learningRate: 0.005,
    inputs: Float32Array.from({ length: ROWS * SIZE.features }, random.uniform),
    // Rows as they come: they are random already, and a plain loop can do the same.
    order: { ...random, order: (count) => Int32Array.from({ length: count }, (_, i) => i) },
    lessons: Array.from({ length: MODELS }, (_, model) => ({
      labels: Uint8Array.from({ length: ROWS }, () => random.whole(SIZE.classes)),
      weights: new Float32Array(ROWS).fill(1),
      seed: model + 1,
    })),
  };
}

/**
 * Milliseconds that a step of five 196-32-10 networks takes, a look after every fourth step included: a read costs a GPU
 * more than a step does. Rejects with a BackendFault when the models end elsewhere than they must.
 */
export async function trial(clock: () => number): Promise<number> {
  const plan = trialPlan();
  const seen = tf.tensor2d(plan.inputs, [ROWS, SIZE.features]);
  let began = 0;
  let quickest = Infinity;
  let right = 0;
  try {
    await learnTogether({
      ...plan,
      pause: () => Promise.resolve(),
      onEpoch: async (epoch, models) => {
        const chances = await models.probabilities(seen);
        const now = clock();
        if (epoch > 1) quickest = Math.min(quickest, now - began);
        began = now;
        right = rightOf(plan.lessons, chances);
      },
    });
  } finally {
    seen.dispose();
  }
  if (!(Math.abs(right - RIGHT) < TOLERANCE)) {
    throw new BackendFault('failed its trial (a short training came out wrong)');
  }
  return quickest / (ROWS / BATCH);
}

/** What was found, with the time of a step where the back end is ready; one that fails its trial is not. */
export async function timed(finding: Finding, clock: () => number): Promise<Finding> {
  if (finding.state !== 'ready') return finding;
  try {
    return { ...finding, stepMs: await trial(clock) };
  } catch (error) {
    return { state: 'failed', detail: whatItDid(error) };
  }
}

/** The mean chance given to the right answers, over all models and rows. */
export function rightOf(
  lessons: readonly { readonly labels: Uint8Array }[],
  chances: readonly Float32Array[],
): number {
  let sum = 0;
  lessons.forEach(({ labels }, model) => {
    labels.forEach((label, row) => {
      sum += chances[model]?.[row * SIZE.classes + label] as number;
    });
  });
  return sum / (lessons.length * ROWS);
}
