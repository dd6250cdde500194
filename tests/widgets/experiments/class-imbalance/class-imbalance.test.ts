import { beforeAll, describe, expect, test } from 'vitest';
import { RunsAtHand } from '../../../../widgets/kit/record/runs-at-hand.ts';
import { resultOf } from '../../../../widgets/kit/record/run-record.ts';
import { modelsOf } from '../../../../widgets/kit/spread/order.ts';
import { defaults, type AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { measureAll, type Env, type Measured } from '../../../../widgets/kit/contract/widget.ts';
import { nodeEnv, sweepOnNode } from '../../../../widgets/run/lab/node.ts';
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
import { SEEDS } from '../../../all.ts';

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
async function overSeeds(changes: Partial<ImbalanceSettings>): Promise<Measured[]> {
  const list = SEEDS.map((seed) => settings({ ...changes, seed }));
  const outcomes = await sweepOnNode(classImbalance, list, 'wasm');
  return outcomes.map((outcome) => measureAll(classImbalance, outcome).measures);
}
function mean(all: readonly Measured[], name: string): number {
  return all.reduce((sum, one) => sum + (one[name] ?? Number.NaN), 0) / all.length;
}
function between(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

describe('the effects that the course promises, over seeds 1 to 5', () => {
  test('at the start it is 99.9 % right, and catches about 45 of 100 spam messages', async () => {
    const all = await overSeeds({});
    between(mean(all, 'recall'), 0.4, 0.5);
    for (const one of all) {
      between(one['recall'] ?? Number.NaN, 0.37, 0.55);
      between(one['accuracy'] ?? Number.NaN, 0.9985, 0.9995);
      expect(one['baselineAccuracy']).toBe(0.998);
    }
  });
  test('another threshold, with 0.5 % false alarms, catches about nine in ten; a quarter of the alarms are real', async () => {
    const all = await overSeeds({ thresholdBy: 'alarms' });
    between(mean(all, 'recall'), 0.87, 0.96);
    between(mean(all, 'falseAlarmRate'), 0.003, 0.007);
    between(mean(all, 'precision'), 0.2, 0.35);
    for (const one of all) expect(one['accuracy']).toBeLessThan(0.998);
  });
  test.each(['weights', 'oversample'] as const)(
    '%s are no better at equal false alarms',
    async (remedy) => {
      const [usual, chosen] = [
        await overSeeds({ remedy }),
        await overSeeds({ remedy, thresholdBy: 'alarms' }),
      ];
      between(mean(usual, 'recall'), 0.82, 0.92);
      between(mean(chosen, 'recall'), 0.87, 0.96);
    },
  );
  test('undersampling catches most at 0.5, at many times the false alarms, and is worse at equal ones', async () => {
    const [usual, chosen, none] = [
      await overSeeds({ remedy: 'undersample' }),
      await overSeeds({ remedy: 'undersample', thresholdBy: 'alarms' }),
      await overSeeds({ thresholdBy: 'alarms' }),
    ];
    expect(mean(usual, 'recall')).toBeGreaterThan(0.9);
    expect(mean(usual, 'falseAlarmRate')).toBeGreaterThan(0.008);
    expect(mean(chosen, 'recall')).toBeLessThan(mean(none, 'recall') - 0.03);
  });
  test('more spam to learn from means more of it caught', async () => {
    const [some, more, all] = [
      await overSeeds({ trainingSpam: 30 }),
      await overSeeds({ trainingSpam: 100 }),
      await overSeeds({ trainingSpam: 520 }),
    ];
    expect(mean(more, 'recall')).toBeGreaterThan(mean(some, 'recall') + 0.2);
    expect(mean(all, 'recall')).toBeGreaterThan(mean(more, 'recall') + 0.05);
    between(mean(all, 'recall'), 0.88, 0.97);
  });
  test('where spam is rare enough, the same filter costs more than none', async () => {
    const all = await overSeeds({ thresholdBy: 'alarms', deployedShare: 0.0001 });
    for (const one of all) {
      expect(one['costPerThousand']).toBeGreaterThan(one['baselineCostPerThousand'] ?? 0);
    }
  });
});

describe('a run', () => {
  test('of another threshold, share or price is answered from the model at hand, to the same numbers', async () => {
    const outcome = await run();
    for (const changes of [
      { threshold: 0.03 },
      { deployedShare: 0.1, missCost: 3, alarmCost: 2 },
      { thresholdBy: 'cost' },
      { thresholdBy: 'alarms', deployedShare: 0.0005 },
    ] as const) {
      const wanted = settings(changes);
      expect(classImbalance.reuse?.(wanted, { settings: settings(), outcome })).toEqual(
        await run(changes),
      );
    }
    for (const changes of [{ seed: 2 }, { remedy: 'weights' }, { trainingSpam: 31 }] as const) {
      expect(
        classImbalance.reuse?.(settings(changes), { settings: settings(), outcome }),
      ).toBeUndefined();
    }
  });
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
  test('is as much as the help says', () => {
    const { genuine, spam } = split(messages, 1);
    expect(params.trainingSpam.help).toContain(
      `${genuine.training.length.toLocaleString('en')} genuine`,
    );
    expect(params.trainingSpam.max).toBe(spam.training.length);
  });
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
