import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as tf from '../../../../widgets/engine/tf.ts';
import type { Networks } from '../../../../widgets/engine/train-many.ts';
import { watchShifts } from '../../../../widgets/experiments/synthetic-shifts/learner/learner.ts';
import type { ShiftedOutcome } from '../../../../widgets/experiments/synthetic-shifts/outcome.ts';
import {
  params,
  type ShiftedSettings,
} from '../../../../widgets/experiments/synthetic-shifts/params.ts';
import { syntheticShifts } from '../../../../widgets/experiments/synthetic-shifts/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll, type Env } from '../../../../widgets/kit/contract/widget.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { shiftParams } from '../../../../widgets/shared/digits/shift.ts';
import { drawn } from '../../drawn.ts';
import { ranBy } from '../../../ran.ts';

const start = defaults(params);
const SHIFTS = params.shift.options.map(({ value }) => value);
let env: Env;
beforeAll(async () => {
  env = await nodeEnv('wasm');
});
const ran = ranBy(syntheticShifts);
const measured = async (change: Partial<ShiftedSettings>) =>
  measureAll(syntheticShifts, await ran(change)).measures as Record<string, number>;

describe('a run', () => {
  it('at no amount is the same whatever would change, and its days are ordinary days', async () => {
    const home = await ran();
    for (const shift of SHIFTS) expect(await ran({ shift })).toEqual(home);
    expect(home.alarm?.these).toEqual(home.alarm?.ordinary);
  });

  it('reads what its weights read, worked out here by plain loops on the bytes of the file', async () => {
    const bytes = readFileSync('public/data/mnist8.bin');
    const count = bytes.length / 65;
    const held = [...seeded(1, 'split mnist').order(count)].slice(1150 + 1000);
    const named = { run: 'distribution-shift', settings: defaults(shiftParams) };
    const [first = [], second = []] = await env.model(
      named,
      () => Promise.resolve(),
      ({ weights }: Networks) =>
        Promise.all(weights.map(async (one) => (await (one as tf.Tensor3D).array())[0] ?? [])),
    );
    const dot = (row: readonly number[], values: readonly number[]): number =>
      row.reduce((sum, weight, i) => sum + weight * (values[i] as number), 0);
    const kinds = [...(second[0] ?? [])].map((_, kind) => second.map((row) => row[kind] as number));
    let [right, sure] = [0, 0];
    for (const i of held) {
      // Two pixels to the right, written out.
      const pixels = Array.from({ length: 64 }, (_, at) =>
        at % 8 < 2 ? 0 : (bytes[i * 64 + at - 2] as number) / 16,
      );
      const hidden = first.map((row) => Math.max(0, dot(row, [...pixels, 1])));
      const scores = kinds.map((row) => Math.exp(dot(row, [...hidden, 1])));
      const best = Math.max(...scores);
      right += Number(scores.indexOf(best) === bytes[64 * count + i]);
      sure += best / scores.reduce((a, b) => a + b, 0);
    }
    const { accuracy, confidence } = await measured({ shift: 'move', amount: 50 });
    expect(held).toHaveLength(1184);
    expect(accuracy).toBeCloseTo(right / held.length, 8);
    expect(confidence).toBeCloseTo(sure / held.length, 5);
  });

  it('turned by a quarter loses most, and brightness does not hear it at all', async () => {
    const home = await measured({});
    const turned = await measured({ shift: 'turn', amount: 50 });
    expect(turned['cost']).toBeGreaterThan(0.6);
    expect(turned['psi']).toBeCloseTo(home['psi'] as number, 9);
    expect(turned['ringing']).toBe(home['ringing']);
  });

  it('whose meanings are swapped loses about 20 points, and no alarm can hear it', async () => {
    for (const watched of ['brightness', 'confidence'] as const)
      for (const rule of ['psi', 'ks'] as const) {
        const { alarm, curve } = await ran({ shift: 'labels', amount: 100, watched, rule });
        expect(alarm?.these).toEqual(alarm?.ordinary);
        const [home, now] = [curve[0], curve.at(-1)];
        expect((home?.accuracy ?? 0) - (now?.accuracy ?? 0)).toBeCloseTo(0.2, 1);
        expect(now?.confidence).toBe(home?.confidence);
      }
  });

  it('of 0s and 6s alone rings by KS, and is read no worse', async () => {
    const only = await measured({ shift: 'arrivals', amount: 100, rule: 'ks' });
    expect(only['ringing']).toBe(1);
    expect(only['cost']).toBeLessThanOrEqual(0);
  });

  it('grows its curve with the amount and keeps what was there', async () => {
    const near = await ran({ shift: 'dim', amount: 20 });
    const far = await ran({ shift: 'dim', amount: 35 });
    expect(near.curve.map(({ amount }) => amount)).toEqual([0, 10, 20]);
    expect(far.curve.map(({ amount }) => amount)).toEqual([0, 10, 20, 30, 35]);
    expect(far.curve.slice(0, 3)).toEqual(near.curve);
  });

  it('whose model is not at hand shows the digits meanwhile, and stops when unwanted', async () => {
    const shown: ShiftedOutcome[] = [];
    const unwanted = watchShifts(
      { ...start, seed: 97 },
      (outcome) => {
        shown.push(outcome);
        return shown.length < 3 ? Promise.resolve() : Promise.reject(new Error('stopped'));
      },
      env,
    );
    await expect(unwanted).rejects.toThrow('stopped');
    expect(shown).toHaveLength(3);
    for (const outcome of shown) {
      expect(outcome.samples).toHaveLength(15);
      expect(measureAll(syntheticShifts, outcome).why).toHaveProperty('accuracy');
      expect(measureAll(syntheticShifts, outcome).why).toHaveProperty('ringing');
      expect(syntheticShifts.say(start, outcome)).toContain('still learning');
      expect(drawn(syntheticShifts, start, outcome, 'narrow')).not.toMatch(/NaN|undefined/);
    }
  });
});

describe('what is shown', () => {
  it('says, tabulates and measures the same, with how many were right before', async () => {
    const settings = { ...start, shift: 'dim', amount: 50 } as const;
    const [home, outcome] = [await ran(), await ran(settings)];
    const { accuracy = 0, ringing } = await measured(settings);
    expect(ringing).toBe(1);
    expect(syntheticShifts.say(settings, outcome, home)).toBe(
      `Dimmed by 50 %: the model reads ${Math.round(accuracy * 100)} of 100 digits right (before: 91) and is 84 % sure on average. With 500 digits a day, the alarm rings on 100 of 100 such days, and on 0 of 100 ordinary ones.`,
    );
    const { rows } = syntheticShifts.tabulate(settings, outcome);
    expect(rows.at(-3)?.slice(0, 2)).toEqual([
      'dimmed by 50 %',
      `${(accuracy * 100).toFixed(1)} %`,
    ]);
    expect(rows.at(-1)?.slice(0, 4)).toEqual(['days like these', null, null, 100]);
    const figure = drawn(syntheticShifts, settings, outcome, 'wide');
    expect(figure).toContain('Dimmed by 50 %');
    expect(figure).not.toMatch(/NaN|undefined/);
  });
});
