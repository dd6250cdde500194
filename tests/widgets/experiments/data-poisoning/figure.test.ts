import { describe, expect, test } from 'vitest';
import { IMAGES } from '../../../../widgets/experiments/data-poisoning/attack.ts';
import { overAverage } from '../../../../widgets/experiments/data-poisoning/average.ts';
import { learnDataPoisoning } from '../../../../widgets/experiments/data-poisoning/learner/learner.ts';
import type { PoisonOutcome } from '../../../../widgets/experiments/data-poisoning/outcome.ts';
import { dataPoisoning } from '../../../../widgets/experiments/data-poisoning/widget.ts';
import { dataFile } from '../../../../widgets/run/data/data-file.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { split } from '../../../../widgets/shared/digits/digits.ts';
import { MNIST14, PIXELS } from '../../../../widgets/shared/digits/mnist14.ts';
import { unpack } from '../../../../widgets/shared/digits/packed.ts';
import { drawn as picture } from '../../drawn.ts';
import { run, settings, within } from './poison-runs.ts';

describe('the sentence', () => {
  test('says that nothing is poisoned, and speaks of discarding only where something was', async () => {
    const clean = await run(settings({ poisoned: 0, defence: 'activations' }));
    expect(dataPoisoning.say(settings(), clean)).toContain('all of them clean, for no image');
    const secret = settings({ attack: 'unknown', poisoned: 12 });
    expect(dataPoisoning.tabulate(secret, await run(secret)).head).toEqual(['', 'now']);
    const defended = settings({ attack: 'unknown', poisoned: 12, defence: 'loss' });
    expect(dataPoisoning.tabulate(defended, await run(defended)).head).toHaveLength(3);
  });
});

describe('the figure', () => {
  test('keeps the place of what a defence will throw out, so that nothing below it moves', async () => {
    const chosen = settings({ poisoned: 20, defence: 'activations' });
    const seen: PoisonOutcome[] = [];
    await learnDataPoisoning(
      chosen,
      (outcome) => {
        seen.push(outcome);
        return Promise.resolve();
      },
      await nodeEnv('wasm'),
    );
    const [first, last] = [seen[0], seen.at(-1)] as [PoisonOutcome, PoisonOutcome];
    expect(first.bench).toBeNull();
    expect(last.bench).not.toBeNull();
    for (const room of ['wide', 'narrow'] as const) {
      const boxOf = (outcome: PoisonOutcome): string | undefined =>
        /viewBox="[^"]+"/.exec(picture(dataPoisoning, chosen, outcome, room))?.[0];
      expect(boxOf(first)).toBe(boxOf(last));
    }
    expect(picture(dataPoisoning, chosen, first, 'wide')).toContain('Nothing discarded yet');
  });
  test('holds the same pictures in both layouts, so that a page carries them once', async () => {
    const outcome = await run({ poisoned: 20 });
    const pictures = (room: 'wide' | 'narrow'): string[] =>
      picture(dataPoisoning, settings(), outcome, room).match(/data:image[^"]+/g) ?? [];
    // Those that were poisoned, and a row of large ones.
    expect(pictures('wide')).toHaveLength(2);
    expect(pictures('narrow').toSorted()).toEqual(pictures('wide').toSorted());
  });
});

test('the average under the painter is that of the training images of the attacked digit', async () => {
  const images = unpack(MNIST14, await dataFile(MNIST14.name));
  for (const [seed, source] of [
    [4, '7'],
    [2, '0'],
  ] as const) {
    const { training } = split(images, IMAGES, seed, 'split');
    const { patch } = await overAverage(dataFile, settings({ seed, source }));
    const average = patch.surface.under?.pixels ?? [];
    for (const at of [0, 48, 90, 105, 195]) {
      let [sum, count] = [0, 0];
      for (let i = 0; i < IMAGES; i += 1) {
        if (training.labels[i] !== Number(source)) continue;
        sum += training.pixels[i * PIXELS + at] ?? Number.NaN;
        count += 1;
      }
      // Full ink is drawn at 45 % of 16.
      within(average[at], (7.2 * sum) / count, 1e-3);
    }
  }
});
