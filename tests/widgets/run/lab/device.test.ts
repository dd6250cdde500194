import { expect, test } from 'vitest';
import type { DeviceTimes } from '../../../../widgets/kit/device/fit.ts';
import * as tf from '../../../../widgets/engine/tf.ts';
import { timeDevice } from '../../../../widgets/run/lab/device.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';

test('timing this machine shows a share after each round, and leaves no tensor behind', async () => {
  const env = await nodeEnv('wasm');
  const before = tf.memory().numTensors;
  const shown: [DeviceTimes, number][] = [];
  const show = (times: unknown, share: number): Promise<void> => {
    shown.push([structuredClone(times) as DeviceTimes, share]);
    return Promise.resolve();
  };
  await timeDevice({} as never, show as never, env);
  expect(tf.memory().numTensors).toBe(before);
  const [times, share] = shown.at(-1) ?? [];
  expect(share).toBe(1);
  expect(times?.sizes.slice(0, 4)).toEqual([1, 2, 4, 8]);
  expect(times?.rounds.length).toBeGreaterThanOrEqual(5);
  expect(times?.rounds.flat().every((ms) => ms > 0)).toBe(true);
  const shares = shown.map(([, one]) => one);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test('whoever stops it is heard, and nothing is left behind then either', async () => {
  const env = await nodeEnv('wasm');
  const before = tf.memory().numTensors;
  const show = (): Promise<void> => Promise.reject(new Error('stopped'));
  await expect(timeDevice({} as never, show as never, env)).rejects.toThrow('stopped');
  expect(tf.memory().numTensors).toBe(before);
});
