import { describe, expect, test } from 'vitest';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { imageAt } from '../../../../widgets/shared/digits/digits.ts';
import {
  activationScores,
  bySuspicion,
  lossScores,
  neighbourScores,
} from '../../../../widgets/shared/digits/suspicion.ts';
import { within } from '../../experiments/data-poisoning/poison-runs.ts';

const SIZE = 196;

describe('suspicion', () => {
  const random = seeded(1, 'suspicion');
  const count = 60;
  const pixels = Float32Array.from({ length: count * SIZE }, () => random.uniform());
  const labels = Uint8Array.from({ length: count }, () => random.whole(3));
  const rows = Array.from({ length: count }, (_, i) => i).filter((i) => i % 7 !== 3);
  const seen = { size: SIZE, pixels, labels, rows };

  test('by neighbours counts the labels of the ten nearest, as sorting all distances does', async () => {
    const scores = await neighbourScores(seen, () => Promise.resolve());
    rows.forEach((row, i) => {
      const others = rows
        .filter((other) => other !== row)
        .map((other) => ({
          other,
          far: imageAt(seen, row).reduce(
            (sum, ink, at) => sum + (ink - (pixels[other * SIZE + at] ?? 0)) ** 2,
            0,
          ),
        }))
        .sort((a, b) => a.far - b.far)
        .slice(0, 10);
      const share = others.filter(({ other }) => labels[other] !== labels[row]).length / 10;
      // The tie-break is worth less than one neighbour.
      expect(share - (scores[i] ?? Number.NaN)).toBeGreaterThanOrEqual(0);
      expect(share - (scores[i] ?? Number.NaN)).toBeLessThan(0.1);
    });
  });
  test('by loss is the surprise at the label: half a chance is worth ln 2', () => {
    const chances = new Float32Array(count * 10).fill(0.5 / 9);
    rows.forEach((row) => (chances[row * 10 + (labels[row] ?? 0)] = 0.5));
    for (const score of lossScores(seen, chances)) within(score, Math.LN2, 1e-6);
  });
  test('by activations is a sum of squared standard scores within a label', () => {
    const hidden = Float32Array.from({ length: count * 4 }, (_, i) =>
      i % 4 === 3 ? 0 : random.normal(),
    );
    const scores = activationScores(seen, hidden);
    for (const label of [0, 1, 2]) {
      const own = rows.map((row, i) => [row, i] as const).filter(([row]) => labels[row] === label);
      // Over a label the squared standard scores of a unit sum to its number of rows; one unit of four is silent.
      within(
        own.reduce((sum, [, i]) => sum + (scores[i] ?? 0), 0),
        3 * own.length,
        1e-3,
      );
      const values = own.map(([row]) => [0, 1, 2].map((unit) => hidden[row * 4 + unit] ?? 0));
      const first = values[0]?.reduce((sum, value, unit) => {
        const column = values.map((one) => one[unit] ?? 0);
        const mean = column.reduce((a, b) => a + b) / column.length;
        const variance = column.reduce((a, b) => a + (b - mean) ** 2, 0) / column.length;
        return sum + (value - mean) ** 2 / variance;
      }, 0);
      within(scores[own[0]?.[1] ?? 0], first ?? Number.NaN, 1e-3);
    }
  });
  test('ranks from the most suspicious on', async () => {
    const chances = new Float32Array(count * 10).fill(0.5);
    for (const [row, chance] of [
      [4, 0.9],
      [8, 0.1],
      [9, 0.2],
    ] as const) {
      chances[row * 10 + (labels[row] ?? 0)] = chance;
    }
    const looks = { chances, hidden: new Float32Array(count) };
    const some = { ...seen, rows: [4, 8, 9] };
    expect(await bySuspicion('loss', some, looks, () => Promise.resolve())).toEqual([8, 9, 4]);
  });
});
