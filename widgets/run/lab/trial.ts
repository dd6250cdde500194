/** How fast a back end is at what the learners do: a few steps of a few networks, one look, right answers or none. */
import type { Finding } from '../page/fallback.ts';
import { BackendFault, whatItDid } from '../../kit/contract/faults.ts';
import { seeded } from '../../kit/numbers/random.ts';
import { rowsOf } from '../../engine/look.ts';
import { trainMany, type TrainingPlan } from '../../engine/train-many.ts';
import { LAB } from '#words/widgets/run/lab/words';

const SIZE = { features: 196, hidden: 32, classes: 10 };
const [MODELS, ROWS, BATCH] = [5, 128, 32];
/**
 * The mean chance that the models give to the right answers after each epoch (0.1 before the first): plain loops in the
 * test come to the same. The first epoch warms up: shaders are compiled, loops optimised.
 */
export const RIGHTS: readonly number[] = [
  0.109_135, 0.115_708, 0.122_515, 0.132_246, 0.143_755, 0.156_269,
];
const TOLERANCE = 2e-4;
/** No further epoch begins when the timed ones have taken so long, in milliseconds: the reader waits. */
const ENOUGH = 50;

/** What the trial trains on; its numbers come from a seed, so that every machine has the same. */
export function trialPlan(): Omit<TrainingPlan, 'pause' | 'onEpoch'> {
  const random = seeded(1, 'trial');
  return {
    ...SIZE,
    epochs: RIGHTS.length,
    batch: BATCH,
    learningRate: 0.005,
    inputs: Float32Array.from({ length: ROWS * SIZE.features }, () => random.uniform()),
    // Rows as they come: they are random already, and a plain loop can do the same.
    order: { ...random, order: (count) => Int32Array.from({ length: count }, (_, i) => i) },
    targets: Array.from({ length: MODELS }, (_, model) => ({
      labels: Uint8Array.from({ length: ROWS }, () => random.whole(SIZE.classes)),
      weights: new Float32Array(ROWS).fill(1),
      seed: model + 1,
    })),
  };
}

/**
 * Milliseconds that a step of five 196-32-10 networks takes, a look after every fourth step included: a read costs a GPU
 * more than a step does. The quickest epoch counts, for whatever else the machine does only makes it slower. Rejects with
 * a BackendFault when the models come out elsewhere than they must.
 */
export async function trial(clock: () => number): Promise<number> {
  const plan = trialPlan();
  const seen = rowsOf(plan.inputs, SIZE.features);
  let began = 0;
  let spent = 0;
  let quickest = Infinity;
  const onEpoch: TrainingPlan['onEpoch'] = async (epoch, models) => {
    const chances = await models.probabilities(seen);
    const took = clock() - began;
    if (epoch > 0) check(rightOf(plan.targets, chances), RIGHTS[epoch - 1] as number);
    if (epoch > 1) {
      quickest = Math.min(quickest, took);
      spent += took;
      if (spent > ENOUGH) throw new Enough();
    }
    began = clock();
  };
  try {
    await trainMany({ ...plan, pause: () => Promise.resolve(), onEpoch });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  } finally {
    seen.free();
  }
  return quickest / (ROWS / BATCH);
}

class Enough extends Error {}

function check(right: number, expected: number): void {
  if (Math.abs(right - expected) < TOLERANCE) return;
  throw new BackendFault(LAB.trial);
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
  targets: readonly { readonly labels: Uint8Array }[],
  chances: readonly Float32Array[],
): number {
  let sum = 0;
  targets.forEach(({ labels }, model) => {
    labels.forEach((label, row) => {
      sum += chances[model]?.[row * SIZE.classes + label] as number;
    });
  });
  return sum / (targets.length * ROWS);
}
