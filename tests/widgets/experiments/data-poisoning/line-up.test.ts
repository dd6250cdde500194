import { describe, expect, test } from 'vitest';
import {
  IMAGES,
  poisonedData,
  weightsOf,
} from '../../../../widgets/experiments/data-poisoning/attack.ts';
import { edit } from '../../../../widgets/experiments/data-poisoning/figure.ts';
import {
  compared,
  lineUpOf,
  rowsShown,
  type LineUp,
} from '../../../../widgets/experiments/data-poisoning/line-up.ts';
import { dataPoisoning } from '../../../../widgets/experiments/data-poisoning/widget.ts';
import { dataFile } from '../../../../widgets/run/data/data-file.ts';
import { MNIST14 } from '../../../../widgets/shared/digits/mnist14.ts';
import { unpack } from '../../../../widgets/shared/digits/packed.ts';
import { drawn } from '../../drawn.ts';
import { run, settings } from './poison-runs.ts';

const CHALLENGE = { attack: 'unknown', poisoned: 12, seed: 31 } as const;

describe('the forty images for the reader’s own eyes', () => {
  test('are rows that the model learns from, eight of them poisoned, each shown once, others for another seed', async () => {
    const images = unpack(MNIST14, await dataFile(MNIST14.name));
    const seen = new Set<string>();
    for (const seed of [1, 2, 3]) {
      const data = poisonedData(images, settings({ ...CHALLENGE, seed }));
      const weights = weightsOf(data, 12);
      const rows = rowsShown(data, 12);
      expect(new Set(rows).size).toBe(40);
      expect(rows.every((row) => weights[row] === 1)).toBe(true);
      expect(rows.filter((row) => row >= IMAGES)).toHaveLength(8);
      expect(rowsShown(data, 3).filter((row) => row >= IMAGES)).toHaveLength(3);
      seen.add(rows.join());
    }
    expect(seen.size).toBe(3);
  });

  test('are told by measures that need no eyes: what they are most like, where ink is unusual, how much there is', async () => {
    const images = unpack(MNIST14, await dataFile(MNIST14.name));
    // Of seed 5, sixes with four pixels of ink from b8 on are labelled 8; of seed 31, fives under a noise.
    for (const [seed, isTold] of [
      [5, ({ told }: LineUp['images'][number]) => told.includes('ink at b8;')],
      [31, ({ ink }: LineUp['images'][number]) => ink.replaceAll('0', '').length > 150],
    ] as const) {
      const data = poisonedData(images, settings({ ...CHALLENGE, seed }));
      const poison = rowsShown(data, 12).map((row) => row >= IMAGES);
      expect(lineUpOf(data, 12).images.map(isTold)).toEqual(poison);
      const { images: shown } = lineUpOf(data, 0);
      const alike = shown.filter(({ label, told }) =>
        told.startsWith(`most like the average ${label};`),
      );
      expect(alike.length).toBeGreaterThan(30);
    }
    const outcome = await run({ ...CHALLENGE, seed: 5 });
    const markup = drawn(dataPoisoning, settings({ ...CHALLENGE, seed: 5 }), outcome, 'narrow');
    expect(markup).toContain(
      'aria-label="image 5, labelled 8, kept: most like the average 6; most unusual ink at b8; 50 pixels inked"',
    );
  });

  test('say nothing of poison before a defence has run, and change no run', async () => {
    const before = await run({ ...CHALLENGE, marks: 'a1b2' });
    expect(before.lineup?.judged).toBeNull();
    expect(before.lineup?.poisoned).toBe(8);
    const marked = await run({ ...CHALLENGE, defence: 'activations', marks: 'a1b2' });
    expect(await run({ ...CHALLENGE, defence: 'activations' })).toEqual(marked);
    const chosen = settings({ ...CHALLENGE, marks: 'a1b2' });
    const ran = { settings: settings(CHALLENGE), outcome: before };
    expect(dataPoisoning.reuse?.(chosen, ran)).toBe(before);
    expect(dataPoisoning.reuse?.({ ...chosen, defence: 'loss' }, ran)).toBeUndefined();
    expect(drawn(dataPoisoning, chosen, before, 'narrow')).not.toContain('× is poison');
    expect(drawn(dataPoisoning, chosen, before, 'narrow')).toContain('2 thrown out');
    expect(dataPoisoning.say(chosen, before)).toContain('You have thrown out 2 of the 40 images.');
  });

  test('are counted for the reader and for each defence, which may throw out as many', async () => {
    const outcome = await run({ ...CHALLENGE, defence: 'neighbours' });
    const { lineup } = outcome;
    const { poison = [], ranks } = lineup?.judged ?? {};
    expect(poison.filter(Boolean)).toHaveLength(8);
    for (const ranked of Object.values(ranks ?? {}))
      expect(ranked.toSorted((a, b) => a - b)).toEqual([...poison.keys()]);
    const [first = 0, second = 0] = [poison.indexOf(true), poison.indexOf(false)];
    const [you, ...defences] = compared(lineup, [first, second]);
    expect(you).toEqual({ who: 'you', thrown: 2, found: 1 });
    expect(defences.map(({ thrown }) => thrown)).toEqual([2, 2, 2]);
    const all = compared(lineup, [...poison.keys()]);
    expect(all.map(({ thrown, found }) => [thrown, found])).toEqual(Array(4).fill([40, 8]));
    expect(compared(lineup, [])).toEqual([]);
    const eyes = settings({ ...CHALLENGE, defence: 'neighbours', marks: 'a1b1c1' });
    expect(dataPoisoning.say(eyes, outcome)).toMatch(/you threw out 3, \d of the 8 poisoned/);
    expect(dataPoisoning.tabulate(eyes, outcome).rows).toHaveLength(4);
    const blind = { ...eyes, marks: '' };
    expect(dataPoisoning.say(blind, outcome)).not.toContain('you');
    expect(drawn(dataPoisoning, blind, outcome, 'wide')).not.toContain('data-handle');
  });

  test('are thrown out and kept again by a press or by Delete, until a defence has run', async () => {
    const outcome = await run(CHALLENGE);
    const at = { layout: 'narrow', outcome } as const;
    const none = settings(CHALLENGE);
    expect(edit.move(none, '', { x: 5, y: 60 }, at)).toBe('a1');
    expect(edit.move(none, '', { x: 310, y: 300 }, at)).toBe('h5');
    expect(edit.move(none, '', { x: 5, y: 20 }, at)).toBeUndefined();
    expect(edit.move(none, '9', { x: 0, y: Infinity }, at)).toBe('b2');
    expect(edit.move({ ...none, marks: 'b2c3' }, '9', { x: 0, y: Infinity }, at)).toBe('c3');
    expect(edit.move(none, '9', { x: 4, y: 70 }, at)).toBeUndefined();
    const after = await run({ ...CHALLENGE, defence: 'loss' });
    expect(
      edit.move(none, '', { x: 5, y: 60 }, { layout: 'narrow', outcome: after }),
    ).toBeUndefined();
  });
});
