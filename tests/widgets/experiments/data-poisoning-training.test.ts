import { beforeAll, describe, expect, test } from 'vitest';
import {
  learnDataPoisoning,
  sweepDataPoisoning,
} from '../../../widgets/experiments/data-poisoning/learner/learner.ts';
import type { PoisonOutcome } from '../../../widgets/experiments/data-poisoning/outcome.ts';
import { dataPoisoning } from '../../../widgets/experiments/data-poisoning/widget.ts';
import { measureAll, type Env } from '../../../widgets/kit/contract/widget.ts';
import { nodeEnv } from '../../../widgets/run/lab/node.ts';
import * as tf from '../../../widgets/engine/tf.ts';
import { run, settings, sweep, within } from './poison-runs.ts';

let env: Env;
beforeAll(async () => {
  env = await nodeEnv('wasm');
});

describe('a sweep', () => {
  test('gives the same outcomes as single runs, whoever learns beside whom', async () => {
    const list = [
      { poisoned: 5 },
      { poisoned: 0 },
      { poisoned: 5, seed: 2 },
      { attack: 'blend', poisoned: 5 },
    ] as const;
    const [together, alone] = [await sweep(list), [] as PoisonOutcome[]];
    for (const one of list) alone.push(await run(one));
    together.forEach((outcome, i) => {
      // Sums of floats may round differently in a wider product: a doubtful image more or less.
      within(100 * (outcome.clean ?? 0), 100 * (alone[i]?.clean ?? 1), 0.3);
      within(100 * (outcome.success ?? 0), 100 * (alone[i]?.success ?? 1), 2);
      expect(outcome.samples).toEqual(alone[i]?.samples);
    });
  });
  test('holds the discards of a defence apart from each other', async () => {
    const base = { poisoned: 20, defence: 'activations' } as const;
    const [few, many, undefended] = await sweep([
      { ...base, discard: 20 },
      { ...base, discard: 200 },
      { poisoned: 20 },
    ]);
    expect(few?.bench?.discarded).toBe(20);
    expect(many?.bench?.discarded).toBe(200);
    expect(many?.bench?.suspects.slice(0, 20)).toEqual(few?.bench?.suspects.slice(0, 20));
    expect(undefended?.bench).toBeNull();
    expect(few?.bench?.before.success).toBe(undefended?.success);
  });
  test('shows an outcome for every setting at once, and ends with a share of 1', async () => {
    const shares: number[] = [];
    let fewest = Infinity;
    const list = [{ seed: 1 }, { seed: 2 }].map(settings);
    await sweepDataPoisoning(
      list,
      (outcomes, share) => {
        shares.push(share);
        fewest = Math.min(fewest, outcomes.length);
        return Promise.resolve();
      },
      env,
    );
    expect(fewest).toBe(2);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

describe('a run', () => {
  test('stops when it is unwanted, wherever it is, and leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    for (const allowed of [1, 2, 4, 9, 11]) {
      let left = allowed;
      const stopped = learnDataPoisoning(
        settings({ poisoned: 5, defence: 'activations' }),
        () => ((left -= 1) > 0 ? Promise.resolve() : Promise.reject(new Error('unwanted'))),
        env,
      );
      await expect(stopped).rejects.toThrow('unwanted');
      expect(tf.memory().numTensors).toBe(before);
    }
    for (const defence of ['neighbours', 'loss', 'activations'] as const)
      await run({ poisoned: 5, defence });
    expect(tf.memory().numTensors).toBe(before);
  });
  test('shows nothing before it has looked at its model', async () => {
    const shown: PoisonOutcome[] = [];
    const keep = (outcome: PoisonOutcome): Promise<void> =>
      Promise.resolve(void shown.push(outcome));
    await learnDataPoisoning(settings(), keep, env);
    expect(shown[0]?.clean).toBeTypeOf('number');
  });
  // A tie between image and label that survives the move would survive it in every draw.
  test('gives chance when labels and images have nothing to do with each other', async () => {
    const readData = async (name: string): Promise<Uint8Array> => moved(await env.readData(name));
    for (const seed of [1, 2]) {
      const { clean: right } = await run({ attack: 'none', seed }, { ...env, readData });
      expect(right).toBeGreaterThan(0.05);
      expect(right).toBeLessThan(0.17);
    }
  });
  test('refuses bytes that cannot be digits, in a sentence', async () => {
    const cut = async (name: string): Promise<Uint8Array> =>
      (await env.readData(name)).subarray(0, 250_000);
    await expect(run({}, { ...env, readData: cut })).rejects.toThrow(
      /mnist14\.bin does not hold digits: it is damaged/,
    );
    const up = async (name: string): Promise<Uint8Array> =>
      (await env.readData(name)).map((byte) => byte | 128);
    await expect(run({}, { ...env, readData: up })).rejects.toThrow(/does not hold digits/);
  });
  test('without poison is the same run, whatever the attack would have been', async () => {
    const outcomes = await Promise.all(
      ([{ attack: 'none' }, { poisoned: 0 }] as const).map((one) => run(one)),
    );
    expect(outcomes[0]?.clean).toBe(outcomes[1]?.clean);
  });
  test('says why a measure has no value', async () => {
    const { measures, why } = measureAll(dataPoisoning, await run({ attack: 'none' }));
    expect(measures['attackSuccess']).toBeNull();
    expect(why['attackSuccess']).toBe('nobody attacks');
    expect(why['discardedPoison']).toBe('nothing is discarded without a defence');
    const same = measureAll(dataPoisoning, await run({ source: '1' }));
    expect(same.why['attackSuccess']).toContain('the digit that is there');
    const clean = measureAll(
      dataPoisoning,
      await run({ poisoned: 0, defence: 'loss', discard: 50 }),
    );
    expect(clean.why['discardedPoison']).toBe('no image is poisoned');
    expect(clean.measures['discardedClean']).toBe(0.025);
  });
  test('on the cpu back end comes to the same within the noise of one doubtful image in a hundred', async () => {
    const wasm = await run({ poisoned: 10 });
    const cpu = await run({ poisoned: 10 }, await nodeEnv('cpu'));
    env = await nodeEnv('wasm');
    within(100 * (cpu.clean ?? 0), 100 * (wasm.clean ?? 1), 0.5);
    within(100 * (cpu.success ?? 0), 100 * (wasm.success ?? 1), 2);
  });
});

/** The same images with labels moved along by a stride, which leaves no tie between image and label. */
function moved(bytes: Uint8Array): Uint8Array {
  const altered = Uint8Array.from(bytes);
  const count = bytes.length / 99;
  for (let i = 0; i < count; i += 1) {
    altered[count * 98 + i] = bytes[count * 98 + ((i * 617 + 101) % count)] ?? 0;
  }
  return altered;
}
