import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  commonest,
  masked,
  pack,
  packedFiles,
  readMessages,
  SHOWN,
  wordsOf,
} from '../../../scripts/pack-sms.mjs';
import { controls } from '../../../widgets/controls/form.ts';
import { RunsAtHand } from '../../../widgets/kit/record/runs-at-hand.ts';
import { resultOf } from '../../../widgets/kit/record/run-record.ts';
import { modelsOf } from '../../../widgets/kit/spread/order.ts';
import { changed, defaults, type AnySettings } from '../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../widgets/kit/numbers/random.ts';
import { measureAll, type Env, type Measured } from '../../../widgets/kit/contract/widget.ts';
import { nodeEnv, runOnNode, sweepOnNode } from '../../../widgets/run/lab/node.ts';
import * as tf from '../../../widgets/engine/tf.ts';
import { apportioned } from '../../../widgets/experiments/class-imbalance/figure.ts';
import {
  learnClassImbalance,
  sweepClassImbalance,
  weightsOf,
} from '../../../widgets/experiments/class-imbalance/learner/learner.ts';
import {
  FILES,
  inputsOf,
  split,
  unpack,
  type Messages,
  type Split,
} from '../../../widgets/shared/messages/messages.ts';
import * as metrics from '../../../widgets/experiments/class-imbalance/metrics.ts';
import type { HeldOutScores } from '../../../widgets/experiments/class-imbalance/metrics.ts';
import {
  roundedScore,
  probabilityOf,
  type ImbalanceOutcome,
} from '../../../widgets/experiments/class-imbalance/outcome.ts';
import {
  params,
  type ImbalanceSettings,
} from '../../../widgets/experiments/class-imbalance/params.ts';
import { classImbalance } from '../../../widgets/experiments/class-imbalance/widget.ts';
import { drawn as picture } from '../drawn.ts';

const SEEDS = [1, 2, 3, 4, 5];
const PLACE = { share: 0.2, costs: { miss: 4, alarm: 1 } };
let env: Env;
let messages: Messages;
beforeAll(async () => {
  env = await nodeEnv('wasm');
  const [bits, words] = await Promise.all([env.readData(FILES.bits), env.readData(FILES.words)]);
  messages = unpack(bits, new TextDecoder().decode(words));
});

function settings(changes: Partial<ImbalanceSettings> = {}): ImbalanceSettings {
  return { ...defaults(params), ...changes };
}
async function run(changes: Partial<ImbalanceSettings> = {}): Promise<ImbalanceOutcome> {
  return (await runOnNode(classImbalance, settings(changes), 'wasm')) as ImbalanceOutcome;
}
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

/** Scores of random messages, with many ties. */
function randomHeld(seed: number): HeldOutScores {
  const random = seeded(seed, 'held');
  const draw = (count: number, shift: number): number[] =>
    Array.from({ length: count }, () => Math.round(4 * random.normal()) + shift).sort(
      (a, b) => a - b,
    );
  return { spam: draw(1 + random.whole(12), 3), genuine: draw(1 + random.whole(40), 0) };
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
  test.each(['weights', 'oversample'])('%s are no better at equal false alarms', async (remedy) => {
    const [usual, chosen] = [
      await overSeeds({ remedy }),
      await overSeeds({ remedy, thresholdBy: 'alarms' }),
    ];
    between(mean(usual, 'recall'), 0.82, 0.92);
    between(mean(chosen, 'recall'), 0.87, 0.96);
  });
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

describe('the measures', () => {
  test('equal an independent count on random confusion tables', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = seeded(seed, 'tables');
      const held = randomHeld(seed);
      const share = 0.0001 + 0.4999 * random.uniform();
      const cut = random.whole(14) - 4;
      // Message by message, each with its weight.
      let [tp, fn, fp, tn] = [0, 0, 0, 0];
      for (const score of held.spam) {
        if (score >= cut) tp += share / held.spam.length;
        else fn += share / held.spam.length;
      }
      for (const score of held.genuine) {
        if (score >= cut) fp += (1 - share) / held.genuine.length;
        else tn += (1 - share) / held.genuine.length;
      }
      const found = metrics.standingAt(held, cut, { share, costs: { miss: 7, alarm: 3 } });
      expect(found.caught).toBeCloseTo(tp, 12);
      expect(found.missed).toBeCloseTo(fn, 12);
      expect(found.falseAlarms).toBeCloseTo(fp, 12);
      expect(found.passed).toBeCloseTo(tn, 12);
      expect(found.accuracy).toBeCloseTo((tp + tn) / (tp + tn + fp + fn), 12);
      expect(found.recall).toBeCloseTo(tp / (tp + fn), 12);
      if (tp + fp > 0) expect(found.precision).toBeCloseTo(tp / (tp + fp), 12);
      else expect(found.precision).toHaveProperty('why');
      const harmonic = tp > 0 ? 2 / ((tp + fp) / tp + (tp + fn) / tp) : 0;
      expect(found.f1).toBeCloseTo(harmonic, 12);
      expect(found.cost).toBeCloseTo(1000 * (7 * fn + 3 * fp), 9);
    }
  });
  test('the area under the ROC curve is the rank statistic of Mann and Whitney, ties counted half', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const held = randomHeld(seed);
      let wins = 0;
      for (const spam of held.spam) {
        for (const genuine of held.genuine) {
          wins += spam > genuine ? 1 : spam === genuine ? 0.5 : 0;
        }
      }
      expect(metrics.rocAuc(metrics.curve(held, PLACE))).toBeCloseTo(
        wins / (held.spam.length * held.genuine.length),
        12,
      );
    }
  });
  test('the area under the precision-recall curve sums precision over the steps of recall', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const held = randomHeld(seed);
      const share = seeded(seed, 'share').uniform() / 2;
      const cuts = [...new Set([...held.spam, ...held.genuine])].sort((a, b) => b - a);
      let [area, before] = [0, 0];
      for (const cut of cuts) {
        const caught = held.spam.filter((score) => score >= cut).length / held.spam.length;
        const alarms = held.genuine.filter((score) => score >= cut).length / held.genuine.length;
        if (caught > before) {
          area += ((caught - before) * share * caught) / (share * caught + (1 - share) * alarms);
        }
        before = caught;
      }
      expect(metrics.prAuc(metrics.curve(held, { ...PLACE, share }))).toBeCloseTo(area, 12);
    }
  });
  test('what is caught at so many false alarms is the best that any threshold gives within them', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const held = randomHeld(seed);
      let best = 0;
      for (let cut = -40; cut <= 40; cut += 1) {
        const alarms = held.genuine.filter((score) => score >= cut).length / held.genuine.length;
        const caught = held.spam.filter((score) => score >= cut).length / held.spam.length;
        if (alarms <= 0.1) best = Math.max(best, caught);
      }
      expect(metrics.recallAt(metrics.curve(held, PLACE), 0.1)).toBe(best);
    }
  });
  test('never raising an alarm has no precision, and the closed forms of its accuracy and cost', async () => {
    const outcome = await run();
    for (const deployedShare of [0.0001, 0.002, 0.03, 0.5]) {
      const used = settings({ threshold: 1, deployedShare, missCost: 17, alarmCost: 5 });
      const silent = classImbalance.reuse?.(used, { settings: settings(), outcome });
      const { measures, why } = measureAll(classImbalance, silent);
      expect(measures['accuracy']).toBeCloseTo(1 - deployedShare, 9);
      expect(measures['baselineAccuracy']).toBeCloseTo(1 - deployedShare, 9);
      expect(measures['recall']).toBe(0);
      expect(measures['f1']).toBe(0);
      expect(measures['precision']).toBeNull();
      expect(why['precision']).toMatch(/no alarm/);
      expect(measures['costPerThousand']).toBeCloseTo(17_000 * deployedShare, 6);
      expect(measures['baselineCostPerThousand']).toBeCloseTo(17_000 * deployedShare, 6);
    }
  });
  test('recall, false alarms and ROC area do not know the share in use; precision follows from it', async () => {
    const outcome = await run();
    const at = (deployedShare: number): Measured =>
      measureAll(
        classImbalance,
        classImbalance.reuse?.(settings({ deployedShare, thresholdBy: 'alarms' }), {
          settings: settings(),
          outcome,
        }),
      ).measures;
    const [common, rare] = [at(0.5), at(0.0001)];
    for (const name of ['recall', 'falseAlarmRate', 'rocAuc', 'thresholdUsed']) {
      expect(rare[name]).toBe(common[name]);
    }
    const { recall, falseAlarmRate, precision } = rare as Record<string, number>;
    const bayes =
      (0.0001 * (recall ?? 0)) / (0.0001 * (recall ?? 0) + 0.9999 * (falseAlarmRate ?? 0));
    expect(precision).toBeCloseTo(bayes, 8);
  });
  test('a threshold for so many false alarms is the lowest that keeps to them; one for cost has no cheaper neighbour', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const held = randomHeld(seed);
      const cut = metrics.cutForAlarms(held, 0.1);
      const rate = (at: number): number =>
        held.genuine.filter((score) => score >= at).length / held.genuine.length;
      expect(rate(cut)).toBeLessThanOrEqual(0.1);
      expect(rate(cut - 1)).toBeGreaterThan(0.1);
      const cost = (at: number): number => metrics.standingAt(held, at, PLACE).cost;
      const best = cost(metrics.cutForCost(held, PLACE));
      for (let at = -30; at <= 30; at += 1) expect(best).toBeLessThanOrEqual(cost(at) + 1e-9);
    }
  });
});

describe('a run', () => {
  test('gives the same outcome for the same seed, and another for another', async () => {
    const once = await run();
    expect(await run()).toEqual(once);
    expect(await run({ seed: 2 })).not.toEqual(once);
  });
  test('in a sweep gives the same measures as alone', async () => {
    const list = [
      settings({ trainingSpam: 12 }),
      settings({ seed: 4, remedy: 'weights' }),
      settings({ seed: 4, remedy: 'weights', threshold: 0.1 }),
      settings({ remedy: 'undersample', trainingSpam: 77 }),
    ];
    const together = await sweepOnNode(classImbalance, list, 'wasm');
    for (const [i, one] of list.entries()) {
      const alone = measureAll(classImbalance, await runOnNode(classImbalance, one, 'wasm'));
      const beside = measureAll(classImbalance, together[i]);
      for (const [name, value] of Object.entries(alone.measures)) {
        if (value === null) expect(beside.measures[name]).toBeNull();
        else
          expect(Math.abs((beside.measures[name] ?? Number.NaN) - value)).toBeLessThan(
            0.005 * Math.max(1, value),
          );
      }
    }
  });
  test('of another threshold, share or price is answered from the model at hand, to the same numbers', async () => {
    const outcome = await run();
    for (const changes of [
      { threshold: 0.03 },
      { deployedShare: 0.1, missCost: 3, alarmCost: 2 },
      { thresholdBy: 'cost' },
      { thresholdBy: 'alarms', deployedShare: 0.0005 },
    ]) {
      const wanted = settings(changes);
      expect(classImbalance.reuse?.(wanted, { settings: settings(), outcome })).toEqual(
        await run(changes),
      );
    }
    for (const changes of [{ seed: 2 }, { remedy: 'weights' }, { trainingSpam: 31 }]) {
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
  test('keeps no tensor, whether it ends or is stopped', async () => {
    await run();
    const before = tf.memory().numTensors;
    await sweepOnNode(
      classImbalance,
      SEEDS.map((seed) => settings({ seed })),
      'wasm',
    );
    expect(tf.memory().numTensors).toBe(before);
    for (const stopAt of [1, 3]) {
      let shows = 0;
      const stopped = learnClassImbalance(
        settings(),
        () => ((shows += 1) < stopAt ? Promise.resolve() : Promise.reject(new Error('unwanted'))),
        env,
      );
      await expect(stopped).rejects.toThrow('unwanted');
      expect(shows).toBe(stopAt);
      expect(tf.memory().numTensors).toBe(before);
    }
  });
  test('shows something before it has trained, and ends with all of the work done', async () => {
    const shown: [number, number][] = [];
    await sweepClassImbalance(
      [settings()],
      ([outcome], share) => {
        shown.push([outcome?.epochs.done ?? -1, share]);
        return Promise.resolve();
      },
      env,
    );
    expect(shown[0]).toEqual([0, 0]);
    expect(shown.at(-1)).toEqual([30, 1]);
    const shares = shown.map(([, share]) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
  test('with labels shuffled ranks by chance', async () => {
    const areas: number[] = [];
    for (const seed of SEEDS) {
      const readData = async (name: string): Promise<Uint8Array> => {
        const bytes = await env.readData(name);
        return name === FILES.bits ? shuffledLabels(bytes, seed) : bytes;
      };
      const last = { outcome: undefined as ImbalanceOutcome | undefined };
      await learnClassImbalance(
        settings({ seed, trainingSpam: 520 }),
        (outcome) => {
          last.outcome = outcome;
          return Promise.resolve();
        },
        { ...env, readData },
      );
      areas.push(metrics.rocAuc(metrics.curve((last.outcome as ImbalanceOutcome).test, PLACE)));
    }
    for (const area of areas) between(area, 0.35, 0.65);
    between(areas.reduce((a, b) => a + b, 0) / areas.length, 0.44, 0.56);
  });
  test('refuses bytes that cannot be the messages, in a sentence', async () => {
    const readData = async (name: string): Promise<Uint8Array> =>
      (await env.readData(name)).map((byte) => byte + 1);
    const altered = learnClassImbalance(settings(), () => Promise.resolve(), { ...env, readData });
    await expect(altered).rejects.toThrow(/does not hold the messages: it is damaged/);
    const cut = (await env.readData(FILES.bits)).subarray(0, 100_000);
    expect(() => unpack(cut, '')).toThrow(/does not hold the messages/);
  });
  test('on the cpu back end comes within half a point of wasm', async () => {
    const wasm = measureAll(classImbalance, await run()).measures;
    const cpu = measureAll(
      classImbalance,
      await runOnNode(classImbalance, settings(), 'cpu'),
    ).measures;
    env = await nodeEnv('wasm');
    for (const name of ['recall', 'accuracy', 'rocAuc', 'prAuc', 'falseAlarmRate']) {
      expect(Math.abs((cpu[name] ?? Number.NaN) - (wasm[name] ?? Number.NaN))).toBeLessThan(0.005);
    }
  });
});

describe('the controls', () => {
  test('keep every digit of a share of two in a thousand', () => {
    const form = controls(params, settings(), 'x', 'first')
      .map(({ markup }) => markup)
      .join('');
    expect(form).toMatch(
      /name="deployedShare"[^>]* min="0.0001" max="0.5" step="any" value="0.002"/,
    );
    expect(form).toMatch(/name="threshold"[^>]* min="0.001"/);
  });
  test('set the threshold by hand when it is moved by hand', () => {
    const chosen = settings({ thresholdBy: 'alarms' });
    expect(classImbalance.follow?.(chosen, 'threshold').thresholdBy).toBe('hand');
    expect(classImbalance.follow?.(chosen, 'missCost')).toEqual(chosen);
  });
});

describe('what is learned from', () => {
  test('is never chosen on or tested on, and the messages on screen are in no part', () => {
    for (const seed of SEEDS) {
      const { spam, genuine } = split(messages, seed);
      const parts = [spam, genuine].flatMap((rows) => [rows.training, rows.validation, rows.test]);
      const all = parts.flatMap((rows) => [...rows]);
      expect(new Set(all).size).toBe(all.length);
      expect(all).toHaveLength(messages.count - messages.shown.length);
      for (const { row } of messages.shown) expect(all).not.toContain(row);
      expect([...spam.training].every((row) => messages.labels[row] === 1)).toBe(true);
      expect([...genuine.test].every((row) => messages.labels[row] === 0)).toBe(true);
      expect([spam.test.length, genuine.test.length]).toEqual([90, 1313]);
    }
  });
  test('has its weights from the remedy: both kinds weigh the same, and nothing held out weighs anything', () => {
    const parts = split(messages, 3);
    const sum = (weights: Float32Array, rows: Int32Array): number =>
      rows.reduce((total, row) => total + (weights[row] ?? 0), 0);
    const weigh = (remedy: string): Float32Array =>
      weightsOf(messages.count, parts, settings({ remedy, seed: 3 }));
    const total = (weights: Float32Array): number[] => [
      sum(weights, parts.spam.training),
      sum(weights, parts.genuine.training),
    ];
    expect(total(weigh('none'))).toEqual([30, 2000]);
    expect(total(weigh('oversample'))).toEqual([2000, 2000]);
    expect(total(weigh('undersample'))).toEqual([30, 30]);
    expect(total(weigh('weights'))[0]).toBeCloseTo(2000, 2);
    for (const remedy of ['none', 'weights', 'oversample', 'undersample']) {
      const weights = weigh(remedy);
      expect(sum(weights, heldOut(parts))).toBe(0);
      expect([...weights].filter((weight) => weight > 0).length).toBeLessThanOrEqual(2030);
    }
    expect([...weigh('oversample')].every((weight) => Number.isInteger(weight))).toBe(true);
  });
});

describe('the packed file', () => {
  const raw =
    'ham\tCall me at 5\nspam\tWIN £500 now, call 08001234567\nham\tCall me at 5\nham\tok &lt;#&gt; now\n';
  test('drops a text that has come before, keeps the order, and reads words and lengths of numbers', () => {
    const read = readMessages(raw);
    expect(read.map(({ line, spam }) => [line, spam])).toEqual([
      [0, false],
      [1, true],
      [3, false],
    ]);
    expect([...wordsOf('WIN £500 now, call 08001234567')]).toEqual([
      'win',
      '£',
      '#',
      'now',
      'call',
      '#####',
    ]);
    expect([...wordsOf('ok &lt;#&gt; now')]).toEqual(['ok', 'now']);
    expect(() => readMessages('eggs\tno\n')).toThrow(/Line 1/);
  });
  test('has the commonest words first, whatever their labels', () => {
    const read = readMessages(raw);
    expect(commonest(read, 4)).toEqual(['#', 'call', 'now', '#####']);
    const turned = read.map((message) => ({ ...message, spam: !message.spam }));
    expect(commonest(turned, 40)).toEqual(commonest(read, 40));
  });
  test('holds a bit for each word and a byte for each label', () => {
    const words = ['call', 'now', '#', 'a', 'b', 'c', 'd', 'e', 'win'];
    expect([...pack(readMessages(raw), words)]).toEqual([0b101, 0, 0b111, 1, 0b10, 0, 0, 1, 0]);
    expect(() => packedFiles(raw)).toThrow();
  });
  test('unpacks to the inputs that the bits say, with 653 spam messages among 5,171', () => {
    expect(messages.count).toBe(5171);
    expect(messages.labels.reduce((sum, label) => sum + label, 0)).toBe(653);
    const inputs = inputsOf(messages);
    for (const at of [0, 1, 399, 400, 123_456, 2_000_000]) {
      const [row, word] = [Math.floor(at / 400), at % 400];
      const byte = messages.bits[row * 50 + (word >> 3)] ?? 0;
      expect(inputs[at]).toBe((byte >> (word & 7)) & 1);
    }
  });
  test('shows a dozen messages without a digit or an address, and its card says how many there are in all', () => {
    expect(messages.shown).toHaveLength(SHOWN.length);
    for (const { text } of messages.shown) expect(text).not.toMatch(/[0-9]|www|http|@/i);
    expect(masked('Call 0800 or www.x.co.uk, a@b.uk')).toBe('Call #### or [address] [address]');
    const card = JSON.parse(
      readFileSync(new URL('../../../public/data/sms.json', import.meta.url), 'utf8'),
    );
    expect(card.rows).toBe(messages.count);
  });
});

describe('the figure', () => {
  test('shows as many squares as it says, in both layouts and at any share', async () => {
    const outcome = await run();
    for (const changes of [{}, { threshold: 1 }, { threshold: 0.001, deployedShare: 0.5 }]) {
      const used = settings(changes);
      const shown = classImbalance.reuse?.(used, { settings: settings(), outcome }) ?? outcome;
      for (const room of ['wide', 'narrow'] as const) {
        const drawn = picture(classImbalance, used, shown, room);
        expect(drawn).not.toMatch(/style=|NaN|undefined|Infinity/);
        expect(drawn.match(/<[a-z]/g)?.length).toBeLessThan(125);
        expect(squaresOf(drawn.split('class="later"')[0] ?? '')).toBe(1000);
      }
    }
  });
  test('rounds to whole messages that add up', () => {
    expect(apportioned([0.1, 0.1, 0, 999.8], 1000)).toEqual([0, 0, 0, 1000]);
    expect(apportioned([0.9, 0, 1.1, 998], 1000)).toEqual([1, 0, 1, 998]);
  });
  test('says what it catches, and what before', async () => {
    const outcome = await run();
    const said = classImbalance.say(settings(), outcome);
    expect(said).toContain('Of 100 spam messages the filter catches 44');
    const silent = changed(params, settings(), { threshold: 1 }) as ImbalanceSettings;
    const after = classImbalance.reuse?.(silent, { settings: settings(), outcome });
    expect(classImbalance.say(silent, after as ImbalanceOutcome, outcome)).toMatch(
      /never raises an alarm.*Before: 44 caught/,
    );
  });
  test('never calls a few real alarms none', async () => {
    const outcome = await run();
    const used = (changes: Partial<ImbalanceSettings>): ImbalanceOutcome =>
      classImbalance.reuse?.(settings(changes), {
        settings: settings(),
        outcome,
      }) as ImbalanceOutcome;
    const low = used({ threshold: 0.001 });
    expect(classImbalance.say(settings(), low)).toContain('of 1,000 alarms 2 are real');
    const rare = used({ threshold: 0.001, deployedShare: 0.0001 });
    expect(classImbalance.say(settings(), rare, low)).toMatch(
      /of 10,000 alarms 1 is real.*Before: 100 caught, 2 of 1,000 real/,
    );
    const drawn = picture(classImbalance, settings(), low, 'wide');
    expect(drawn).toContain('precision 0.2 %');
    expect(drawn).toContain('under 1 real');
  });
  test('the help names as many genuine messages as are learned from', async () => {
    const { learned } = await run();
    const { help } = params.trainingSpam;
    expect(help).toContain(`${learned.genuine.toLocaleString('en')} genuine`);
    expect(learned.spam).toBe(30);
  });
  test('keeps probabilities as hundredths of log-odds, and finds them again', () => {
    for (const p of [0.001, 0.2, 0.5, 0.987])
      expect(probabilityOf(roundedScore(p))).toBeCloseTo(p, 2);
    expect(roundedScore(1)).toBe(2000);
    expect(roundedScore(0)).toBe(-2000);
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

/** The same messages with labels in a random order. */
function shuffledLabels(bytes: Uint8Array, seed: number): Uint8Array {
  const altered = Uint8Array.from(bytes);
  const count = bytes.length / 51;
  seeded(seed, 'shuffle')
    .order(count)
    .forEach((from, to) => (altered[count * 50 + to] = bytes[count * 50 + from] ?? 0));
  return altered;
}

/** Counts the dashes of all rows of squares: each row is as long as its squares and the gaps between them. */
function squaresOf(markup: string): number {
  let count = 0;
  for (const [, dashes = '', path = ''] of markup.matchAll(
    /class="cell-[a-z]+" stroke-width="[^"]+" stroke-dasharray="([^"]+)" d="([^"]+)"/g,
  )) {
    const [size = 0, gap = 0] = dashes.split(' ').map(Number);
    for (const [, length] of path.matchAll(/h([\d.]+)/g)) {
      count += Math.round((Number(length) + gap) / (size + gap));
    }
  }
  return count;
}
