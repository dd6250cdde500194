import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import { afterEach, describe, expect, test } from 'vitest';
import { bareNetworks } from '../../../scripts/bench/bare-networks.ts';
import { nodeEnv } from '../../../widgets/lab/node.ts';
import { RIGHT, rightOf, timed, trial, trialPlan } from '../../../widgets/lab/trial.ts';
import * as tf from '../../../widgets/lab/tf.ts';

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

  test('counts the quicker of two epochs of four steps, and not the one that warms up', async () => {
    await nodeEnv('cpu');
    // Looks at the clock: before the first epoch, after it, after the second, after the third.
    expect(await trial(clockOf(0, 900, 80, 48))).toBe(12);
    expect(await trial(clockOf(0, 900, 20, 48))).toBe(5);
  });

  test('expects what plain loops come to', async () => {
    const plan = trialPlan();
    const right = rightOf(plan.lessons, bareNetworks({ ...plan, name: 'trial' }));
    expect(Math.abs(right - RIGHT)).toBeLessThan(1e-5);
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
