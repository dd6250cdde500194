import { beforeAll, describe, expect, test } from 'vitest';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { descend, layOut, slopes, type DescentPlan } from '../../../widgets/engine/descent.ts';
import type { Targets } from '../../../widgets/engine/pure/targets.ts';
import { nodeEnv } from '../../../widgets/run/lab/node.ts';
import * as tf from '../../../widgets/engine/tf.ts';

beforeAll(async () => {
  await nodeEnv('wasm');
});

const [ROWS, FEATURES] = [23, 5];

function plan(models: number, changes: Partial<DescentPlan> = {}): DescentPlan {
  const random = seeded(1, 'plan');
  const teachings = Array.from({ length: models }, (_, m): Targets => ({
    labels: Uint8Array.from({ length: ROWS }, () => random.whole(2)),
    weights: Float32Array.from({ length: ROWS }, () => random.whole(4)),
    seed: m + 1,
  }));
  return {
    inputs: Float32Array.from({ length: ROWS * FEATURES }, () => random.normal()),
    features: FEATURES,
    epochs: 7,
    batch: 10,
    learningRate: 0.5,
    decay: 0.01,
    seed: 3,
    models: teachings,
    pause: () => Promise.resolve(),
    onEpoch: () => Promise.resolve(),
    ...changes,
  };
}

async function trained(asked: DescentPlan): Promise<readonly Float32Array[]> {
  let last: readonly Float32Array[] = [];
  await descend({
    ...asked,
    onEpoch: async (_, probabilities) => void (last = await probabilities()),
  });
  return last;
}

/** The same course in plain arithmetic: one model, one row and one weight at a time. */
function byHand(asked: DescentPlan, model: Targets): number[] {
  const random = seeded(model.seed, 'weights');
  const weights = Array.from({ length: FEATURES }, () => Math.fround(0.01 * random.normal()));
  let bias = 0;
  const order = [...seeded(asked.seed, 'order').order(ROWS)];
  const whole = model.weights.reduce((sum, weight) => sum + weight, 0);
  const batches = Math.ceil(ROWS / asked.batch);
  const chance = (row: number): number => {
    const score = weights.reduce(
      (sum, weight, j) => sum + weight * (asked.inputs[row * FEATURES + j] ?? 0),
      bias,
    );
    return 1 / (1 + Math.exp(-score));
  };
  for (let epoch = 0; epoch < asked.epochs; epoch += 1) {
    for (let from = 0; from < ROWS; from += asked.batch) {
      const slope = new Array<number>(FEATURES).fill(0);
      let biasSlope = 0;
      for (const row of order.slice(from, from + asked.batch)) {
        const off = chance(row) - (model.labels[row] ?? 0);
        const part = (off * (model.weights[row] ?? 0) * batches) / whole;
        slope.forEach((_, j) => {
          slope[j] = (slope[j] ?? 0) + part * (asked.inputs[row * FEATURES + j] ?? 0);
        });
        biasSlope += part;
      }
      weights.forEach((weight, j) => {
        weights[j] =
          weight * (1 - asked.learningRate * asked.decay) - asked.learningRate * (slope[j] ?? 0);
      });
      bias -= asked.learningRate * biasSlope;
    }
  }
  return Array.from({ length: ROWS }, (_, row) => chance(row));
}

describe('plain descent for many logistic regressions', () => {
  test('gives each model what the same course gives by hand, to 1e-5', async () => {
    const asked = plan(4);
    const found = await trained(asked);
    for (const [m, model] of asked.models.entries()) {
      const expected = byHand(asked, model);
      const gaps = expected.map((value, row) => Math.abs(value - (found[m]?.[row] ?? Number.NaN)));
      expect(Math.max(...gaps)).toBeLessThan(1e-5);
    }
    expect(Math.abs((found[0]?.[0] ?? 0) - (found[1]?.[0] ?? 0))).toBeGreaterThan(1e-3);
  });
  test('has the slopes of the weighted loss, against differences, to 1e-3', async () => {
    const asked = plan(1, { batch: ROWS });
    const model = asked.models[0] as Targets;
    const order = Int32Array.from({ length: ROWS }, (_, i) => i);
    const batch = layOut(asked, order);
    const values = [0.3, -0.2, 0.5, 0.1, -0.4, 0.2];
    const weights = tf.tensor2d(values, [FEATURES + 1, 1]);
    const found = tf.tidy(() => slopes(batch, weights));
    const whole = model.weights.reduce((sum, weight) => sum + weight, 0);
    const loss = (at: readonly number[]): number =>
      order.reduce((sum, row) => {
        const score = at.reduce(
          (total, value, j) =>
            total + value * (j < FEATURES ? (asked.inputs[row * FEATURES + j] ?? 0) : 1),
          0,
        );
        const p = 1 / (1 + Math.exp(-score));
        const right = model.labels[row] === 1 ? p : 1 - p;
        return sum - ((model.weights[row] ?? 0) / whole) * Math.log(right);
      }, 0);
    const slope = await found.data();
    values.forEach((_, i) => {
      const step = (by: number): number[] =>
        values.map((value, j) => (i === j ? value + by : value));
      const difference = (loss(step(1e-4)) - loss(step(-1e-4))) / 2e-4;
      expect(Math.abs((slope[i] ?? Number.NaN) - difference)).toBeLessThan(1e-3);
    });
    tf.dispose([found, weights, ...Object.values(batch)]);
  });
  test('teaches a model alone what it learns beside others', async () => {
    const asked = plan(5);
    const [together, alone] = [
      await trained(asked),
      await trained({ ...asked, models: asked.models.slice(3, 4) }),
    ];
    alone[0]?.forEach((value, row) => {
      expect(Math.abs(value - (together[3]?.[row] ?? Number.NaN))).toBeLessThan(1e-5);
    });
  });
  test('leaves a row without weight out of it', async () => {
    const asked = plan(1);
    const model = asked.models[0] as Targets;
    const row = model.weights.indexOf(0);
    const labels = Uint8Array.from(model.labels, (label, i) => (i === row ? 1 - label : label));
    const other = await trained({ ...asked, models: [{ ...model, labels }] });
    expect(other).toEqual(await trained(asked));
  });
  test('keeps no tensor, whether it ends or is stopped', async () => {
    const before = tf.memory().numTensors;
    await trained(plan(2));
    expect(tf.memory().numTensors).toBe(before);
    let left = 5;
    const pause = (): Promise<void> =>
      (left -= 1) > 0 ? Promise.resolve() : Promise.reject(new Error('unwanted'));
    await expect(descend(plan(2, { pause }))).rejects.toThrow('unwanted');
    expect(tf.memory().numTensors).toBe(before);
  });
});
