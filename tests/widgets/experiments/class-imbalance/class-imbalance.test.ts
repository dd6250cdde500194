import { beforeAll, describe, expect, test } from 'vitest';
import { RunsAtHand } from '../../../../widgets/kit/record/runs-at-hand.ts';
import { resultOf } from '../../../../widgets/kit/record/run-record.ts';
import { modelsOf } from '../../../../widgets/kit/spread/order.ts';
import { defaults, type AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { measureAll, type Env } from '../../../../widgets/kit/contract/widget.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import {
  readMessages,
  weightsOf,
} from '../../../../widgets/experiments/class-imbalance/learner/learner.ts';
import { split, type Messages, type Split } from '../../../../widgets/shared/messages/messages.ts';
import {
  params,
  type ImbalanceSettings,
} from '../../../../widgets/experiments/class-imbalance/params.ts';
import { classImbalance } from '../../../../widgets/experiments/class-imbalance/widget.ts';
import { ranBy } from '../../../ran.ts';

let env: Env;
let messages: Messages;
beforeAll(async () => {
  env = await nodeEnv('wasm');
  messages = await readMessages(env.readData);
});

function settings(changes: Partial<ImbalanceSettings> = {}): ImbalanceSettings {
  return { ...defaults(params), ...changes };
}
const run = ranBy(classImbalance);

describe('a run', () => {
  test('over thresholds trains no model that is at hand, and counts models, not runs', async () => {
    const spread = (changes: Partial<ImbalanceSettings>): AnySettings[] =>
      [0.1, 0.4, 0.9].map((threshold) => settings({ ...changes, threshold }));
    const runs = [...spread({}), ...spread({ seed: 2 })];
    expect(modelsOf(classImbalance, runs)).toBe(2);
    const known = new RunsAtHand(classImbalance, undefined);
    known.reuse(runs, [resultOf(classImbalance, settings(), await run(), 'wasm')]);
    expect(runs.map((one) => known.record(one) !== undefined)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(known.record(settings({ threshold: 0.4 }))?.measures).toEqual(
      measureAll(classImbalance, await run({ threshold: 0.4 })).measures,
    );
  });
});

describe('what is learned from', () => {
  test('has its weights from the remedy: both kinds weigh the same, and nothing held out weighs anything', () => {
    const parts = split(messages, 3);
    const sum = (weights: Float32Array, rows: Int32Array): number =>
      rows.reduce((total, row) => total + (weights[row] ?? 0), 0);
    const weigh = (remedy: ImbalanceSettings['remedy']): Float32Array =>
      weightsOf(messages.count, parts, settings({ remedy, seed: 3 }));
    const total = (weights: Float32Array): number[] => [
      sum(weights, parts.spam.training),
      sum(weights, parts.genuine.training),
    ];
    expect(total(weigh('none'))).toEqual([30, 2000]);
    expect(total(weigh('oversample'))).toEqual([2000, 2000]);
    expect(total(weigh('undersample'))).toEqual([30, 30]);
    expect(total(weigh('weights'))[0]).toBeCloseTo(2000, 2);
    for (const remedy of ['none', 'weights', 'oversample', 'undersample'] as const) {
      const weights = weigh(remedy);
      expect(sum(weights, heldOut(parts))).toBe(0);
      expect([...weights].filter((weight) => weight > 0).length).toBeLessThanOrEqual(2030);
    }
    expect([...weigh('oversample')].every((weight) => Number.isInteger(weight))).toBe(true);
  });
});

function heldOut({ spam, genuine }: Split): Int32Array {
  return Int32Array.from([
    ...spam.validation,
    ...spam.test,
    ...genuine.validation,
    ...genuine.test,
  ]);
}
