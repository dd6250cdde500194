import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  readMnist,
  readSemeion,
  inkBox,
  pack,
  packedFiles,
  stretch,
} from '../../../../scripts/pack-digits.mjs';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { picture } from '../../../../widgets/kit/draw/pixels.ts';
import type { Env } from '../../../../widgets/kit/contract/widget.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { readSets, lessonsOf } from '../../../../widgets/experiments/distribution-shift/sets.ts';
import { TRAINING } from '../../../../widgets/shared/digits/eight.ts';
import type { Digits } from '../../../../widgets/shared/digits/digits.ts';
import { SETS } from '../../../../widgets/shared/digits/sets.ts';
import { learnDistributionShift } from '../../../../widgets/experiments/distribution-shift/learner/learner.ts';
import type { ShiftOutcome } from '../../../../widgets/experiments/distribution-shift/outcome.ts';
import {
  params,
  type ShiftSettings,
} from '../../../../widgets/experiments/distribution-shift/params.ts';
import { distributionShift } from '../../../../widgets/experiments/distribution-shift/widget.ts';
import { SEEDS } from '../../../all.ts';
import { ranBy } from '../../../ran.ts';

let env: Env;
beforeAll(async () => {
  env = await nodeEnv('wasm');
});

function settings(changes: Partial<ShiftSettings> = {}): ShiftSettings {
  return { ...defaults(params), ...changes };
}
const run = ranBy(distributionShift);
function within(value: number, expected: number, margin: number): void {
  expect(Math.abs(value - expected), `${value} against ${expected}`).toBeLessThanOrEqual(margin);
}

describe('a run', () => {
  test('with all models trained fills the matrix and leaves its own numbers as they were', async () => {
    const [one, all] = [await run(), await run({ matrix: 'all' })];
    expect(all.matrix.flat().every((score) => score !== null)).toBe(true);
    expect(all.matrix[0]).toEqual(one.matrix[0]);
    expect({ ...all, matrix: 0 }).toEqual({ ...one, matrix: 0 });
    expect(all.matrix[1]).toEqual((await run({ trainOn: 'semeion', testOn: 'mnist' })).matrix[1]);
  });
});

describe('the common cut', () => {
  test('takes the large digits from their frame to their ink before anything is learned', async () => {
    const shown: ShiftOutcome[] = [];
    const shares: number[] = [];
    const cut = settings({ repair: 'preprocess' });
    const show = (outcome: ShiftOutcome, share: number): Promise<void> => {
      shown.push(outcome);
      shares.push(share);
      return Promise.resolve();
    };
    await learnDistributionShift(cut, show, env);
    const moments = shown.filter((outcome) => outcome.cut < 1);
    expect(moments.map((outcome) => outcome.cut)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((i) => i / 8),
    );
    expect(shown.slice(0, 8)).toEqual(moments);
    expect(moments.every(({ epochs }) => epochs.done === 0)).toBe(true);
    // A timeline tells them apart by the share of the work.
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(new Set(shares.slice(0, 9)).size).toBe(9);
    // It begins with the picture of a run without the cut, and ends with one that fills its frame.
    const [published, last] = [await run(), shown.at(-1)];
    for (const set of SETS) {
      expect(moments[0]?.large[set].pixels).toEqual(published.large[set].pixels);
      expect(last?.large[set].label).toBe(published.large[set].label);
      const edges = [0, 7].map((column) =>
        (last?.large[set].pixels ?? []).filter((ink, at) => at % 8 === column && ink > 0),
      );
      for (const edge of edges) expect(edge.length, set).toBeGreaterThan(0);
    }
    expect(last?.large.mnist.pixels).not.toEqual(published.large.mnist.pixels);
  });
});

describe('what is learned from', () => {
  test('is never tested on: labelled foreign digits come from the training part', async () => {
    const readData = (name: string): Promise<Uint8Array> =>
      Promise.resolve(namedImages(name.startsWith('mnist') ? 3000 : 1600));
    for (const seed of SEEDS) {
      const chosen = settings({ repair: 'labels', foreignLabels: 400, seed });
      const sets = await readSets(false, seed, { ...env, readData });
      const tested = new Set(imagesAsText(sets.semeion.heldOut));
      const { repair } = lessonsOf(sets, chosen);
      const foreign = imagesAsText(repair as Digits).slice(400);
      expect(new Set(foreign).size).toBe(400);
      expect(foreign.filter((image) => tested.has(image))).toEqual([]);
      expect(tested.size).toBe(1600 - TRAINING);
      expect(imagesAsText(sets.semeion.training).some((image) => tested.has(image))).toBe(false);
    }
  });
});

describe('the packed files', () => {
  test.each(SETS)('hold as many images of %s as its card says, in both forms', (set) => {
    const card = JSON.parse(
      readFileSync(new URL(`../../../../public/data/${set}.json`, import.meta.url), 'utf8'),
    );
    const lengths = card.files.map(({ bytes }: { bytes: number }) => bytes);
    expect(lengths).toEqual([card.rows * 65, card.rows * 65]);
  });
  test('an image of one grey stays that grey, whatever its size', () => {
    const grey = new Uint8Array(400).fill(128);
    const whole = { left: 0, top: 0, right: 20, bottom: 20 };
    expect([...stretch(grey, 20, 255, whole)]).toEqual(new Array<number>(64).fill(8));
  });
  test('16 x 16 bits become counts of four, a quarter of full ink each', () => {
    const line = [
      ...Array.from({ length: 256 }, (_, i) => (i === 0 || i === 17 || i === 255 ? 1 : 0)),
      0,
      0,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
    ];
    const packed = packedFiles('semeion', readSemeion(`${line.join(' ')} \n`))[
      'semeion8.bin'
    ] as Uint8Array;
    expect([packed[0], packed[1], packed[63], packed[64]]).toEqual([8, 0, 4, 2]);
  });
  test('MNIST keeps every third image, cuts its margin, and the stretched form fills the image', () => {
    const images = new Uint8Array(16 + 4 * 784);
    new DataView(images.buffer).setUint32(0, 2051);
    [4, 28, 28].forEach((value, i) => new DataView(images.buffer).setUint32(4 + 4 * i, value));
    for (let y = 10; y < 18; y += 1)
      images.fill(255, 16 + 3 * 784 + y * 28 + 12, 16 + 3 * 784 + y * 28 + 16);
    const digits = readMnist(images, Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 5, 6, 7, 8]));
    expect([...digits.labels]).toEqual([5, 8]);
    const image = digits.pixels.subarray(784);
    expect(inkBox(image, 28, 255)).toEqual({ left: 12, top: 10, right: 16, bottom: 18 });
    expect([...pack(digits, true).subarray(64, 128)]).toEqual(new Array<number>(64).fill(16));
    const published = pack(digits, false).subarray(64, 128);
    // 32 bright pixels of 400 are 8 % of the ink of a full image.
    within(
      published.reduce((a, b) => a + b, 0),
      0.08 * 64 * 16,
      3,
    );
  });
});

describe('the figure', () => {
  test('counts in the confusion table and the bars add up to the digits tested', async () => {
    const { confusion, sure, abroad } = await run();
    const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
    expect(sum(confusion.flat())).toBe(abroad.digits);
    expect(sum(confusion.map((row, i) => row[i] ?? 0))).toBe(
      Math.round(abroad.accuracy * abroad.digits),
    );
    expect(sum([...sure.abroad.right, ...sure.abroad.wrong])).toBe(abroad.digits);
  });
  test('a pile is a sound picture: its pixels come back out of the PNG', () => {
    const pixels = [0, 16, 8, 0];
    const bytes = Buffer.from(
      picture(3, 2, 2, [{ x: 1, y: 0, pixels }]).split(',')[1] ?? '',
      'base64',
    );
    const at = bytes.indexOf('IDAT');
    const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));
    // Two pixels a byte: nothing, paper | ink, -; nothing, middle | paper, -.
    expect([...rows]).toEqual([0, 0xf0, 0xe0, 0, 0xf7, 0x00]);
  });
});

/** So many images of which no two are alike: each spells its own number. */
function namedImages(count: number): Uint8Array {
  const bytes = new Uint8Array(count * 65);
  for (let i = 0; i < count; i += 1) {
    for (let bit = 0; bit < 12; bit += 1) bytes[i * 64 + bit] = (i >> bit) & 1;
  }
  return bytes;
}

function imagesAsText(digits: Digits): string[] {
  return Array.from({ length: digits.count }, (_, i) =>
    digits.pixels.subarray(i * 64, (i + 1) * 64).join(),
  );
}
