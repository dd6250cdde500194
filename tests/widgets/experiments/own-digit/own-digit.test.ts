import { beforeAll, describe, expect, it } from 'vitest';
import { writeBitmap } from '../../../../widgets/controls/bitmap/pure/bitmap.ts';
import type * as tf from '../../../../widgets/engine/tf.ts';
import type { Networks } from '../../../../widgets/engine/train-many.ts';
import { imageOf } from '../../../../widgets/experiments/own-digit/image.ts';
import { answerOf, SIDE } from '../../../../widgets/experiments/own-digit/outcome.ts';
import {
  modelOf,
  PAD,
  params,
  type OwnDigitSettings,
} from '../../../../widgets/experiments/own-digit/params.ts';
import { WRITTEN } from '../../../../widgets/experiments/own-digit/written.ts';
import { ownDigit } from '../../../../widgets/experiments/own-digit/widget.ts';
import { defaults, readSettings } from '../../../../widgets/kit/contract/params.ts';
import { type Env } from '../../../../widgets/kit/contract/widget.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { ranBy } from '../../../ran.ts';

const start = defaults(params);
let env: Env;
beforeAll(async () => {
  env = await nodeEnv('wasm');
});
const ran = ranBy(ownDigit);
const seen = (change: Partial<OwnDigitSettings>): number[] => imageOf({ ...start, ...change });
/** A pad that is inked in some of its cells. */
const drawing = (isInked: (x: number, y: number) => boolean): string =>
  writeBitmap(
    Array.from({ length: PAD.columns * PAD.rows }, (_, at) =>
      isInked(at % PAD.columns, Math.floor(at / PAD.columns)) ? PAD.levels - 1 : 0,
    ),
  );
const mass = (image: readonly number[]): number => image.reduce((a, b) => a + b, 0);
const column = (image: readonly number[], x: number): number[] =>
  Array.from({ length: SIDE }, (_, y) => image[y * SIDE + x] as number);

describe('the image', () => {
  const block = drawing((x, y) => x >= 3 && x < 9 && y >= 6 && y < 12);

  it('of a pad as it stands has the ink of three by three cells in each pixel', () => {
    const image = seen({ drawing: block, cut: 'none' });
    const wanted = (at: number): number => {
      const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
      return x >= 1 && x < 3 && y >= 2 && y < 4 ? 16 : 0;
    };
    expect(image).toEqual(Array.from({ length: SIDE * SIDE }, (_, at) => wanted(at)));
    const grey = seen({ drawing: drawing((x, y) => x === 0 && y < 3), cut: 'none' });
    expect(grey[0]).toBe(Math.round(16 / 3));
  });

  it('stretched is the ink alone, wherever it stands and however wide it is', () => {
    expect(seen({ drawing: block, cut: 'stretched' })).toEqual(new Array(64).fill(16));
    // Ink over the upper quarter and down the left half of its box, in whole points of the canvas: nothing is rounded.
    const wide = drawing((x, y) => y < 6 || x < 12);
    const narrow = drawing((x, y) => x >= 4 && (y < 6 || x < 14));
    const wanted = Array.from({ length: 64 }, (_, at) => (at < 16 || at % SIDE < 4 ? 16 : 0));
    for (const one of [wide, narrow])
      expect(seen({ drawing: one, cut: 'stretched' })).toEqual(wanted);
  });

  it('cut like MNIST has its weight in the middle and keeps its proportions', () => {
    // A bar of 6 by 18 cells at the left edge: 8/3 pixels wide and 8 high, in the middle.
    const image = seen({ drawing: drawing((x, y) => x < 6 && y < 18) });
    const across = Array.from({ length: SIDE }, (_, x) => column(image, x)[0] as number);
    const part = Math.round((16 * (8 / 3 - 2)) / 2);
    expect(across).toEqual([0, 0, part, 16, 16, part, 0, 0]);
    for (const digit of Object.keys(WRITTEN)) {
      const own = seen({ digit });
      const middle = own.reduce((sum, ink, at) => sum + ink * ((at % SIDE) + 0.5), 0) / mass(own);
      expect(Math.abs(middle - SIDE / 2), digit).toBeLessThan(0.1);
    }
  });

  it('is moved by whole pixels as a whole, and what leaves it is gone', () => {
    const image = seen({ digit: '3' });
    const moved = seen({ digit: '3', shift: 2 });
    for (let x = 2; x < SIDE; x += 1) expect(column(moved, x)).toEqual(column(image, x - 2));
    expect(mass(column(moved, 0)) + mass(column(moved, 1))).toBe(0);
  });

  it('of a mirrored lean is mirrored, and a thicker pen leaves more ink', () => {
    const [left, right] = [-2, 2].map((slant) => seen({ digit: '1', slant }));
    const mirrored = (image: readonly number[] = []): number[] =>
      image.map((_, at) => image[at - (at % SIDE) + SIDE - 1 - (at % SIDE)] as number);
    expect(mirrored(left)).toEqual(right);
    const inks = [0.4, 0.8, 1.2, 2, 2.4].map((thickness) => mass(seen({ digit: '2', thickness })));
    expect(inks).toEqual(inks.toSorted((a, b) => a - b));
  });

  it('of every setting at its ends is 64 greys from 0 to 16', () => {
    for (const digit of Object.keys(WRITTEN))
      for (const cut of ['mnist', 'stretched', 'none'] as const)
        for (const end of ['min', 'max'] as const) {
          const { shift, slant, width, thickness } = params;
          const ends = { shift: shift[end], slant: slant[end], width: width[end] };
          const image = seen({ digit, cut, ...ends, thickness: thickness[end] });
          expect(image).toHaveLength(64);
          expect(image.every((ink) => Number.isInteger(ink) && ink >= 0 && ink <= 16)).toBe(true);
        }
  });
});

describe('the model', () => {
  it('answers as its weights say, worked out here by plain loops', async () => {
    for (const change of [{}, { cut: 'stretched', digit: '4', slant: 1.5 }] as const) {
      const { pixels, chances } = await ran(change);
      const [first, second] = await env.model(
        modelOf(start),
        () => Promise.resolve(),
        async ({ weights }: Networks) =>
          Promise.all(weights.map((layer) => (layer as tf.Tensor3D).array())),
      );
      const inputs = [...pixels.map((ink) => ink / 16), 1];
      const dot = (row: readonly number[], values: readonly number[]): number =>
        row.reduce((sum, weight, i) => sum + weight * (values[i] as number), 0);
      const hidden = (first?.[0] ?? []).map((row) => Math.max(0, dot(row, inputs)));
      const rows = second?.[0] ?? [];
      const scores = (rows[0] ?? []).map((_, kind) =>
        dot(
          rows.map((row) => row[kind] as number),
          [...hidden, 1],
        ),
      );
      const whole = scores.reduce((sum, score) => sum + Math.exp(score), 0);
      scores.forEach((score, kind) =>
        expect(chances?.[kind]).toBeCloseTo(Math.exp(score) / whole, 5),
      );
      expect(scores).toHaveLength(10);
    }
  });

  it('reads all ten plain digits cut as its own were, each over 90 % sure', async () => {
    for (let digit = 0; digit < 10; digit += 1) {
      const read = answerOf(await ran({ digit: String(digit) }));
      expect(read?.answer).toBe(digit);
      expect(read?.confidence).toBeGreaterThan(0.9);
    }
  });

  it('takes the same seven for a 2 where other scissors cut it; cut so in training too, it is a 7 again', async () => {
    expect(answerOf(await ran({ cut: 'stretched' }))?.answer).toBe(2);
    const model = 'distribution-shift?repair=preprocess';
    expect(answerOf(await ran({ cut: 'stretched', model }))?.answer).toBe(7);
  });
});

describe('what is set', () => {
  it('names a run of the other experiment, and says what is wrong with one that is none', () => {
    const named = readSettings(params, { model: 'distribution-shift?seed=3&trainOn=semeion' });
    expect(named.settings.model).toBe('distribution-shift?trainOn=semeion&seed=3');
    expect(modelOf(named.settings).settings).toMatchObject({ trainOn: 'semeion', repair: 'none' });
    const wrong = readSettings(params, { model: 'distribution-shift?trainOn=france' });
    expect(wrong.unreadable).toHaveLength(1);
    expect(wrong.settings.model).toBe('distribution-shift');
  });
});
