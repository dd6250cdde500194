import { range, sum } from 'd3-array';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  moved,
  slantOf,
  STROKES,
  strokesOf,
  upright,
} from '../../../../widgets/shared/digits/shown.ts';
import { neighbourErrors } from '../../../../widgets/experiments/mind-vs-data/neighbour.ts';
import { readImages } from '../../../../widgets/shared/network/task.ts';
import {
  answersOf,
  exponential,
  passOf,
  slopesOf,
  softmax,
  train,
  untrained,
  type Network,
} from '../../../../widgets/shared/network/network.ts';
import { labelsFor } from '../../../../widgets/experiments/mind-vs-data/outcome.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { imageAt, type Digits } from '../../../../widgets/shared/digits/digits.ts';

const SIDE = 14;
const wait = (): Promise<void> => Promise.resolve();
let images: Digits;
beforeAll(async () => {
  images = await readImages((await nodeEnv()).readData);
});

/** A bar of ink that leans by so many columns a row. */
function leaning(slant: number): Float64Array {
  const image = new Float64Array(SIDE * SIDE);
  for (let y = 2; y < 12; y += 1) {
    const x = 6.5 + slant * (y - 6.5);
    const left = Math.floor(x);
    image[y * SIDE + left] = 1 - (x - left);
    image[y * SIDE + left + 1] = x - left;
  }
  return image;
}

describe('what a model is shown', () => {
  test.each([-0.6, 0, 0.35, 0.5])('a bar that leans by %s is measured and set upright', (slant) => {
    expect(slantOf(leaning(slant))).toBeCloseTo(slant, 10);
    const after = upright(leaning(slant));
    expect(Math.abs(slantOf(after))).toBeLessThan(0.03);
    expect(sum(after)).toBeCloseTo(10, 6);
  });
  test('an upright digit stays as it is, and so does paper', () => {
    expect([...upright(leaning(0))]).toEqual([...leaning(0)]);
    expect(sum(upright(new Float64Array(196)))).toBe(0);
    expect(sum(strokesOf(new Float64Array(196)))).toBe(0);
  });
  test('a bar up and down, one across and two askew are strokes of four directions', () => {
    const bar = (of: (x: number, y: number) => boolean): Float64Array =>
      Float64Array.from({ length: 196 }, (_, at) => +of(at % SIDE, Math.floor(at / SIDE)));
    const inside = (x: number, y: number): boolean => x > 2 && x < 11 && y > 2 && y < 11;
    const bars = [
      bar((x, y) => inside(x, y) && (x === 6 || x === 7)),
      bar((x, y) => inside(x, y) && (y === 6 || y === 7)),
      bar((x, y) => inside(x, y) && Math.abs(x + y - 13) < 1),
      bar((x, y) => inside(x, y) && Math.abs(x - y) < 1),
    ];
    const strongest = bars.map((one) => {
      const strokes = strokesOf(one);
      expect(sum(strokes, (value) => value ** 4)).toBeCloseTo(1, 9);
      const each = range(4).map((i) => sum(range(i, STROKES, 4), (at) => strokes[at] ?? 0));
      return each.indexOf(Math.max(...each));
    });
    expect(strongest).toEqual([0, 1, 2, 3]);
  });
  test('a moved image is back where it was once it is moved back', () => {
    const image = leaning(0.2);
    expect([...moved(moved(image, 1, 0), -1, 0)]).toEqual([...image]);
    expect(moved(image, 0, 1)[15 + SIDE]).toBe(image[15]);
  });
});

describe('the network', () => {
  test('its exponential is that of the machine, but for the last places', () => {
    for (const x of [0, -1e-9, -0.3, -0.7, -1, -5.5, -17.25, -39.9])
      expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 12);
    const scores = Float64Array.of(1000, 1000, -1000);
    softmax(scores);
    expect([...scores]).toEqual([0.5, 0.5, 0]);
  });
  test.each([0, 8])('with %d hidden units its slopes are those of small steps', (hidden) => {
    const random = seeded(1, 'slopes');
    const batch = range(5).map((label) => ({
      row: Float64Array.from({ length: 6 }, () => random.normal()),
      label,
    }));
    const network = untrained(6, hidden, random);
    for (let i = 0; i < network.weights.length; i += 1)
      network.weights[i] = (network.weights[i] ?? 0) + 0.1 * random.normal();
    const slopes = new Float64Array(network.weights.length);
    slopesOf(network, batch, slopes, passOf(network));
    for (let i = 0; i < slopes.length; i += 7) {
      const at = (step: number): number => {
        const weights = network.weights.slice();
        weights[i] = (weights[i] ?? 0) + step;
        return lossOf({ ...network, weights }, batch);
      };
      expect(slopes[i]).toBeCloseTo((at(1e-5) - at(-1e-5)) / 2e-5, 6);
    }
  });
  test('with labels shuffled learns nothing', async () => {
    const random = seeded(1, 'shuffled');
    const count = 400;
    const rows = Float64Array.from(images.pixels.subarray(0, 196 * count));
    const labels = Uint8Array.from({ length: count }, () => random.whole(10));
    const lessons = { features: 196, versions: [rows], labels };
    const network = await train(untrained(196, 32, random), lessons, random, wait);
    const tested = Float64Array.from(images.pixels.subarray(196 * count, 196 * 2000));
    const right = answersOf(network, tested).filter((one, i) => one === images.labels[count + i]);
    expect(right.length / 1600).toBeGreaterThan(0.05);
    expect(right.length / 1600).toBeLessThan(0.2);
  });
});

/** The mean cross-entropy of a network, as a textbook writes it. */
function lossOf(
  { features, hidden, weights }: Network,
  batch: readonly { row: Float64Array; label: number }[],
): number {
  const layer = (from: number, inputs: readonly number[], outputs: number): number[] =>
    range(outputs).map(
      (unit) =>
        (weights[from + inputs.length * outputs + unit] ?? 0) +
        sum(inputs, (input, i) => input * (weights[from + i * outputs + unit] ?? 0)),
    );
  return (
    sum(batch, ({ row, label }) => {
      const units = layer(0, [...row], hidden || 10).map((one) =>
        hidden ? Math.max(0, one) : one,
      );
      const scores = hidden ? layer((features + 1) * hidden, units, 10) : units;
      return Math.log(sum(scores, Math.exp)) - (scores[label] ?? 0);
    }) / batch.length
  );
}

describe('the nearest neighbour', () => {
  test('is that of a plain search, with as many labels', async () => {
    const pixels = (from: number, to: number): Float64Array =>
      Float64Array.from(images.pixels.subarray(196 * from, 196 * to));
    const tested = { rows: pixels(0, 60), labels: images.labels.subarray(0, 60) };
    const versions = [pixels(60, 360)];
    const labels = images.labels.subarray(60, 360);
    const told: [number, number][] = [];
    await neighbourErrors(
      { features: 196, versions, labels },
      tested,
      [30, 300],
      wait,
      (size, error) => {
        told.push([size, error]);
        return Promise.resolve();
      },
    );
    const bySearch = (size: number): number => {
      const wrong = range(60).filter((i) => {
        const image = imageAt(images, i);
        const distances = range(size).map((j) =>
          sum(image, (ink, at) => (ink - (imageAt(images, 60 + j)[at] ?? 0)) ** 2),
        );
        return labels[distances.indexOf(Math.min(...distances))] !== images.labels[i];
      });
      return wrong.length / 60;
    };
    expect(told).toEqual([
      [30, bySearch(30)],
      [300, bySearch(300)],
    ]);
  });
});

describe('what a run yields', () => {
  test('labels for an error lie on a straight line between two points, on logarithmic scales', () => {
    const plain = [50, 100, 200, 400, 800, 1600, 2500].map((labels) => ({
      labels,
      error: 4 / labels ** 0.5,
    }));
    expect(labelsFor(4 / 300 ** 0.5, plain)).toBeCloseTo(300, 6);
    expect(labelsFor(0.4, plain)).toBe(100);
    expect(labelsFor(0.01, plain)).toMatchObject({
      why: expect.stringContaining('2,500') as string,
    });
    expect(labelsFor(0.9, plain)).toMatchObject({ why: expect.stringContaining('50') as string });
  });
  test('altered images are refused', async () => {
    const env = await nodeEnv();
    await expect(
      readImages(async (name) => (await env.readData(name)).subarray(0, 1000)),
    ).rejects.toThrow();
  });
});
