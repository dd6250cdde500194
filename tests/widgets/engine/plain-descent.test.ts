import { beforeAll, describe, expect, test } from 'vitest';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { freeBatch, sameBatches, type Targets } from '../../../widgets/engine/batches.ts';
import { rowsOf } from '../../../widgets/engine/look.ts';
import { trainMany, type TrainingPlan } from '../../../widgets/engine/train-many.ts';
import { nodeEnv } from '../../../widgets/run/lab/node.ts';
import * as tf from '../../../widgets/engine/tf.ts';

beforeAll(async () => {
  await nodeEnv('wasm');
});

const [ROWS, FEATURES] = [23, 5];
const [RATE, DECAY] = [0.5, 0.01];

function plan(models: number, changes: Partial<TrainingPlan> = {}): TrainingPlan {
  const random = seeded(1, 'plan');
  const teachings = Array.from({ length: models }, (_, m): Targets => ({
    labels: Uint8Array.from({ length: ROWS }, () => random.whole(2)),
    weights: Float32Array.from({ length: ROWS }, () => random.whole(4)),
    seed: m + 1,
  }));
  return {
    inputs: Float32Array.from({ length: ROWS * FEATURES }, () => random.normal()),
    features: FEATURES,
    hidden: 0,
    classes: 1,
    spread: 0.01,
    epochs: 7,
    batch: 10,
    learningRate: RATE,
    descent: { decay: DECAY },
    order: seeded(3, 'order'),
    targets: teachings,
    pause: () => Promise.resolve(),
    onEpoch: () => Promise.resolve(),
    ...changes,
  };
}

async function trained(asked: TrainingPlan): Promise<readonly Float32Array[]> {
  let last: readonly Float32Array[] = [];
  const rows = rowsOf(asked.inputs, FEATURES);
  const order = seeded(3, 'order');
  const onEpoch: TrainingPlan['onEpoch'] = async (_, models) =>
    void (last = await models.probabilities(rows));
  await trainMany({ ...asked, order, onEpoch });
  rows.free();
  return last;
}

/** The same course in plain arithmetic: one model, one row and one weight at a time. */
function byHand(asked: TrainingPlan, model: Targets): number[] {
  const random = seeded(model.seed, 'weights');
  const weights = Array.from({ length: FEATURES }, () => Math.fround(0.01 * random.normal()));
  let bias = 0;
  const order = [...seeded(3, 'order').order(ROWS)];
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
        weights[j] = weight * (1 - RATE * DECAY) - RATE * (slope[j] ?? 0);
      });
      bias -= RATE * biasSlope;
    }
  }
  return Array.from({ length: ROWS }, (_, row) => chance(row));
}

describe('plain descent for many logistic regressions', () => {
  test('gives each model what the same course gives by hand, to 1e-5', async () => {
    const asked = plan(4);
    const found = await trained(asked);
    for (const [m, model] of asked.targets.entries()) {
      const expected = byHand(asked, model);
      const gaps = expected.map((value, row) => Math.abs(value - (found[m]?.[row] ?? Number.NaN)));
      expect(Math.max(...gaps)).toBeLessThan(1e-5);
    }
    expect(Math.abs((found[0]?.[0] ?? 0) - (found[1]?.[0] ?? 0))).toBeGreaterThan(1e-3);
  });
  test('goes through the same batches in every epoch, which share out the whole', async () => {
    const asked = plan(2);
    let drawn = 0;
    const order = { order: (count: number) => ((drawn += 1), asked.order.order(count)) };
    await trainMany({ ...asked, order });
    expect(drawn).toBe(1);
    const size = { features: FEATURES, hidden: 0, classes: 1 };
    const batches = sameBatches(size, asked);
    const parts = await Promise.all(batches.map((batch) => batch.parts.data()));
    const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
    // Three batches: their parts of a model add up to three, one for each.
    for (const model of [0, 1]) {
      const own = parts.map((all) =>
        all.subarray((model * all.length) / 2, ((model + 1) * all.length) / 2),
      );
      expect(sum(own.map(sum))).toBeCloseTo(3, 5);
      expect(Math.abs(sum(own[0] ?? []) - sum(own[1] ?? []))).toBeGreaterThan(0.01);
    }
    batches.forEach(freeBatch);
  });
  test('teaches a model alone what it learns beside others', async () => {
    const asked = plan(5);
    const [together, alone] = [
      await trained(asked),
      await trained({ ...asked, targets: asked.targets.slice(3, 4) }),
    ];
    alone[0]?.forEach((value, row) => {
      expect(Math.abs(value - (together[3]?.[row] ?? Number.NaN))).toBeLessThan(1e-5);
    });
  });
  test('leaves a row without weight out of it', async () => {
    const asked = plan(1);
    const model = asked.targets[0] as Targets;
    const row = model.weights.indexOf(0);
    const labels = Uint8Array.from(model.labels, (label, i) => (i === row ? 1 - label : label));
    const other = await trained({ ...asked, targets: [{ ...model, labels }] });
    expect(other).toEqual(await trained(asked));
  });
  test('keeps no tensor, whether it ends or is stopped', async () => {
    const before = tf.memory().numTensors;
    await trained(plan(2));
    expect(tf.memory().numTensors).toBe(before);
    let left = 5;
    const pause = (): Promise<void> =>
      (left -= 1) > 0 ? Promise.resolve() : Promise.reject(new Error('unwanted'));
    await expect(trainMany(plan(2, { pause }))).rejects.toThrow('unwanted');
    expect(tf.memory().numTensors).toBe(before);
  });
});
