import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as tf from '../../../../widgets/engine/tf.ts';
import type { Networks } from '../../../../widgets/engine/train-many.ts';
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
import { ranBy } from '../../../ran.ts';

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

  it('grows its curve with the amount and keeps what was there', async () => {
    const near = await ran({ shift: 'dim', amount: 20 });
    const far = await ran({ shift: 'dim', amount: 35 });
    expect(near.curve.map(({ amount }) => amount)).toEqual([0, 10, 20]);
    expect(far.curve.map(({ amount }) => amount)).toEqual([0, 10, 20, 30, 35]);
    expect(far.curve.slice(0, 3)).toEqual(near.curve);
  });
});
