import { beforeAll, describe, expect, test } from 'vitest';
import {
  attackOf,
  IMAGES,
  poisonedData,
  trigger,
  weightsOf,
} from '../../../../widgets/experiments/data-poisoning/attack.ts';
import { dataPoisoning } from '../../../../widgets/experiments/data-poisoning/widget.ts';
import { dataFile } from '../../../../widgets/run/data/data-file.ts';
import {
  imageAt,
  split,
  type Digits,
  type Split,
} from '../../../../widgets/shared/digits/digits.ts';
import { MNIST14, PIXELS } from '../../../../widgets/shared/digits/mnist14.ts';
import { unpack } from '../../../../widgets/shared/digits/packed.ts';
import { drawn as picture } from '../../drawn.ts';
import { run, settings, within } from './poison-runs.ts';

describe('an attack', () => {
  let images: Digits;
  let parts: Split;
  beforeAll(async () => {
    images = unpack(MNIST14, await dataFile(MNIST14.name));
    parts = split(images, IMAGES, 1, 'split');
  });
  const poisonOf = (weights: Float32Array): number[] =>
    [...weights.keys()].filter((row) => row >= IMAGES && weights[row] === 1);

  test('puts each poisoned image in the place of the one it was made of: 2,000 are learned from', () => {
    const data = poisonedData(images, settings());
    for (const count of [0, 1, 20, 100]) {
      const weights = weightsOf(data, count);
      const poison = poisonOf(weights);
      expect(weights.reduce((a, b) => a + b, 0)).toBe(IMAGES);
      expect(poison).toHaveLength(count);
      for (const [i, row] of poison.entries()) {
        const victim = data.victims[i] as number;
        expect(weights[victim]).toBe(0);
        expect(data.rows.labels[row]).toBe(1);
        expect(parts.training.labels[victim]).toBe(7);
        const [copy, was] = [imageAt(data.rows, row), imageAt(parts.training, victim)];
        const differs = [...copy.keys()].filter((at) => copy[at] !== was[at]);
        expect(differs).toEqual([180, 181, 194, 195]);
      }
    }
  });
  test('of more images contains the smaller attack', () => {
    const data = poisonedData(images, settings({ seed: 3 }));
    expect(poisonOf(weightsOf(data, 10)).slice(0, 5)).toEqual(poisonOf(weightsOf(data, 5)));
  });
  test('is tested on held-out images of the attacked digit only, and none of them is learned from', () => {
    const { triggered: tested } = poisonedData(images, settings({ attack: 'flip' }));
    expect([...tested.labels].every((label) => label === 7)).toBe(true);
    const learned = new Set(
      Array.from({ length: IMAGES }, (_, i) => imageAt(parts.training, i).join()),
    );
    for (let i = 0; i < tested.count; i += 1) {
      expect(learned.has(imageAt(tested, i).join())).toBe(false);
    }
  });
  test('that blends moves each pixel by the opacity towards one and the same noise', () => {
    const attack = attackOf(settings({ attack: 'blend', opacity: 0.25 }));
    const [paper, ink] = [new Float32Array(PIXELS), new Float32Array(PIXELS).fill(1)];
    const [low, high] = [trigger(attack, paper, 5), trigger(attack, ink, 5)];
    low.forEach((value, at) => {
      within((high[at] ?? 0) - value, 0.75, 1e-6);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(0.25);
    });
    expect(trigger(attack, paper, 6)).not.toEqual(low);
  });
  test('that is unknown is shown nowhere: not in figure, sentence or table', async () => {
    for (const [seed, defence] of [
      [7, 'neighbours'],
      [42, 'none'],
    ] as const) {
      const secret = settings({ attack: 'unknown', poisoned: 12, seed, defence });
      const outcome = await run(secret);
      expect(outcome.attack).toBeNull();
      expect([outcome.samples, outcome.marked, outcome.readAs, outcome.unmarked].flat()).toEqual(
        [],
      );
      expect(outcome.bench?.suspects.some(({ poison }) => poison !== null) ?? false).toBe(false);
      const { source, target } = attackOf(secret);
      const said = dataPoisoning.say(secret, outcome);
      expect(said).not.toMatch(new RegExp(`\\b${source}s\\b|for an? ${target}\\b`));
      const drawn = picture(dataPoisoning, secret, outcome, 'wide');
      expect(drawn).not.toMatch(/with the (mark|noise)|read as|× is poison/);
    }
  });
});
