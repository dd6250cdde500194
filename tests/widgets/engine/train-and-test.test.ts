import { beforeAll, expect, test } from 'vitest';
import { trainAndTest, type TestedPlan } from '../../../widgets/engine/train-and-test.ts';
import * as tf from '../../../widgets/engine/tf.ts';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { nodeEnv } from '../../../widgets/run/lab/node.ts';

/** Yes where the one input is above 0; the model sees 20 such rows. */
const inputs = Float32Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 1 : -1));
const labels = Uint8Array.from(inputs, (input) => (input > 0 ? 1 : 0));
const plan = (changes: Partial<TestedPlan>): TestedPlan => ({
  features: 1,
  hidden: 0,
  classes: 1,
  spread: 1e-9,
  inputs,
  epochs: 5,
  batch: 20,
  learningRate: 1,
  descent: { decay: 0 },
  order: seeded(1, 'order'),
  targets: [{ labels, weights: new Float32Array(20).fill(1), seed: 1 }],
  pause: () => Promise.resolve(),
  tested: Float32Array.of(0, 3, -3),
  tests: () => true,
  onTest: () => Promise.resolve(),
  ...changes,
});

beforeAll(async () => {
  await nodeEnv('wasm');
});

test('models are tested after the epochs that were asked for, from an even chance to what they have learned', async () => {
  const seen: [epoch: number, chances: number[]][] = [];
  const onTest: TestedPlan['onTest'] = (epoch, [chances]) => {
    seen.push([epoch, [...(chances as Float32Array)]]);
    return Promise.resolve();
  };
  await trainAndTest(plan({ tests: (epoch) => [0, 1, 5].includes(epoch), onTest }));
  expect(seen.map(([epoch]) => epoch)).toEqual([0, 1, 5]);
  const [before, first] = seen.map(([, chances]) => chances);
  for (const chance of before ?? []) expect(chance).toBeCloseTo(0.5, 6);
  // One step of plain descent from 0: the mean of (label - 1/2) times the input is 1/2, so 3 is worth 1.5.
  const expected = [0, 1.5, -1.5].map((score) => 1 / (1 + Math.exp(-score)));
  (first ?? []).forEach((chance, i) => expect(chance).toBeCloseTo(expected[i] as number, 5));
});

test('no tensor is left, whether it ends or somebody throws', async () => {
  const before = tf.memory().numTensors;
  await trainAndTest(plan({}));
  expect(tf.memory().numTensors).toBe(before);
  const onTest = (): Promise<void> => Promise.reject(new Error('unwanted'));
  await expect(trainAndTest(plan({ onTest }))).rejects.toThrow('unwanted');
  expect(tf.memory().numTensors).toBe(before);
});
