import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { afterEach, describe, expect, test } from 'vitest';
import { bareNetworks } from '../../../../scripts/bench/bare-networks.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { RIGHTS, rightOf, timed, trial, trialPlan } from '../../../../widgets/run/lab/trial.ts';
import * as tf from '../../../../widgets/engine/tf.ts';

const READY = { state: 'ready', detail: 'the processor' } as const;

/** A clock that moves on by the given times, one for each look at it. */
function clockOf(...steps: number[]): () => number {
  let now = 1000;
  return () => (now += steps.shift() ?? 0);
}

afterEach(async () => {
  await tf.setBackend('cpu');
  if (tf.findBackendFactory('crooked')) tf.removeBackend('crooked');
  for (const { kernelName } of tf.getKernelsForBackend('crooked')) {
    tf.unregisterKernel(kernelName, 'crooked');
  }
});

describe('the trial of a back end', () => {
  test.each(['wasm', 'cpu'] as const)(
    'is passed by %s, and leaves no tensor behind',
    async (name) => {
      await nodeEnv(name);
      await tf.setBackend(name);
      const before = tf.memory().numTensors;
      expect(await timed(READY, clockOf())).toEqual({ ...READY, stepMs: 0 });
      expect(tf.memory().numTensors).toBe(before);
    },
  );

  test('counts the quickest epoch of four steps, and not the one that warms up', async () => {
    await nodeEnv('cpu');
    // The clock is looked at when an epoch ends and when the next one begins.
    const epochs = (...took: number[]): (() => number) => clockOf(...took.flatMap((ms) => [ms, 0]));
    expect(await trial(epochs(0, 1, 12, 8, 4, 12, 8))).toBe(1);
    expect(await trial(epochs(0, 900, 8, 12, 8, 12, 8))).toBe(2);
  });

  test('ends early on a slow back end: one epoch to warm up and one that counts', async () => {
    await nodeEnv('cpu');
    let looks = 0;
    const clock = (): number => (looks += 1) * 80;
    expect(await trial(clock)).toBe(20);
    expect(looks).toBe(5);
  });

  test('expects after each epoch what plain loops come to', () => {
    const plan = trialPlan();
    RIGHTS.forEach((expected, i) => {
      const told = bareNetworks({ ...plan, epochs: i + 1, name: 'trial' });
      expect(Math.abs(rightOf(plan.targets, told) - expected)).toBeLessThan(1e-5);
    });
  });

  test('is failed by a back end whose small errors its self-test does not see', async () => {
    tf.registerBackend('crooked', () => new MathBackendCPU());
    tf.copyRegisteredKernels('cpu', 'crooked');
    tf.unregisterKernel('Sqrt', 'crooked');
    const right = tf.getKernel('Sqrt', 'cpu');
    tf.registerKernel({
      kernelName: 'Sqrt',
      backendName: 'crooked',
      kernelFunc: (args) => {
        const info = right.kernelFunc(args) as tf.TensorInfo;
        const { values } = (args.backend as MathBackendCPU).data.get(info.dataId);
        // One unit in forty is taken for much larger: only many weights show it.
        (values as Float32Array).forEach((value, i, all) => {
          if (i % 40 === 39) all[i] = value * 30;
        });
        return info;
      },
    });
    await tf.setBackend('crooked');
    expect(await timed(READY, clockOf())).toEqual({
      state: 'failed',
      detail: 'failed its trial (a short training came out wrong)',
    });
  });

  test('is not made where nothing can be computed', async () => {
    const absent = { state: 'absent', detail: 'not offered by this browser' } as const;
    expect(await timed(absent, clockOf())).toBe(absent);
  });
});
