/** Trains small models together on one back end and counts tensors, for tests in the browser. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { openBackend } from '../../widgets/run/lab/backends.ts';
import { rowsOf } from '../../widgets/engine/look.ts';
import * as tf from '../../widgets/engine/tf.ts';
import { trainMany } from '../../widgets/engine/train-many.ts';
import { rightOf, trialPlan } from '../../widgets/run/lab/trial.ts';

const RUNS = 5;
const SIZES = [
  { features: 196, hidden: 32 },
  { features: 196, hidden: 0 },
];

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Runs each size so often; tensors after each run, and how right the models ended. */
async function runs(
  times: number,
): Promise<{ tensors: number[]; rights: number[]; sides: number[] }> {
  const plan = { ...trialPlan(), epochs: 1 };
  const tensors: number[] = [];
  const rights: number[] = [];
  // The mean chance of class 1 that each model of a plain descent gives to the rows it learned from.
  const sides: number[] = [];
  for (let i = 0; i < times; i += 1) {
    for (const size of SIZES) {
      const seen = rowsOf(plan.inputs, plan.features);
      await trainMany({
        ...plan,
        ...size,
        pause: () => Promise.resolve(),
        onEpoch: async (epoch, models) => {
          if (epoch > 0) rights.push(rightOf(plan.targets, await models.probabilities(seen)));
        },
      });
      seen.free();
      tensors.push(tf.memory().numTensors);
    }
    const seen = rowsOf(plan.inputs, plan.features);
    await trainMany({
      ...plan,
      hidden: 0,
      classes: 1,
      learningRate: 0.5,
      descent: { decay: 0.001 },
      targets: plan.targets.map((target) => ({
        ...target,
        labels: target.labels.map((l) => l % 2),
      })),
      pause: () => Promise.resolve(),
      onEpoch: async (epoch, models) => {
        if (epoch > 0) sides.push(...(await models.probabilities(seen)).map(mean));
      },
    });
    seen.free();
    tensors.push(tf.memory().numTensors);
  }
  return { tensors, rights, sides };
}

addEventListener('message', ({ data }: MessageEvent<string>) => {
  const machine = { onLoss: () => undefined, clock: () => performance.now() };
  openBackend(data, true, machine)
    .then(async (finding) => {
      // Software takes its time to compile shaders, more than a read may last: so the first run is not waited for.
      await runs(1).catch(() => undefined);
      return finding;
    })
    .then(async (finding) => postMessage({ finding, ...(await runs(RUNS)) }))
    .catch((error: unknown) => postMessage({ finding: { state: String(error) } }));
});
