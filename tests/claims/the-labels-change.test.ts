import { describe, expect, test } from 'vitest';
import type { NewClassesOutcome } from '../../widgets/experiments/new-classes/outcome.ts';
import { newClasses } from '../../widgets/experiments/new-classes/widget.ts';
import { lateLabels } from '../../widgets/experiments/late-labels/widget.ts';
import { defaults, type AnySettings } from '../../widgets/kit/contract/params.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { keptOutcomes } from '../../widgets/run/kept/kept-outcomes.ts';
import { nodeEnv } from '../../widgets/run/lab/node.ts';
import { split } from '../../widgets/shared/digits/digits.ts';
import { MNIST14 } from '../../widgets/shared/digits/mnist14.ts';
import { unpack } from '../../widgets/shared/digits/packed.ts';
import { questionsOf, each, lesson, mean, over, percent, range, TWENTY } from './seeds.ts';

const text = lesson('the-labels-change');
const questions = ['the-labels-change', 'practise-research-and-production']
  .map(questionsOf)
  .join(' ');

describe('The labels change', () => {
  test('how sure it is of what it has never seen, over twenty draws', async () => {
    const [all] = await over(newClasses, TWENTY, {});
    const [low, high] = range(each(all, 'newConfidence'));
    expect(text).toContain(`it was ${low} to ${high} % sure of what it had never seen,`);
    // As sure of what it knows as it is right.
    const off = each(all, 'oldConfidence').map(
      (one, i) => one - (each(all, 'oldAccuracy')[i] ?? 0),
    );
    for (const one of off) expect(Math.abs(one)).toBeLessThan(0.035);
  });

  test('how many 9s go to shelf 4, over twenty draws', async () => {
    const { readData } = await nodeEnv('wasm');
    const images = unpack(MNIST14, await readData(MNIST14.name));
    const list = TWENTY.map(
      (seed) => ({ ...defaults(newClasses.params), merged: '4+9', seed }) as AnySettings,
    );
    const outcomes = (await keptOutcomes(newClasses, list)) as readonly NewClassesOutcome[];
    // With 4 and 9 as one class, of all 8s and 9s just the 9s that are taken for a 4 are right.
    const shares = outcomes.map(({ readings }, i) => {
      const { heldOut } = split(images, 2000, TWENTY[i] as number, 'split');
      const nines = heldOut.labels.filter((label) => label === 9).length;
      return (readings?.['4+9'].fresh.right ?? Number.NaN) / nines;
    });
    expect(text).toContain(`of 100 9s, ${percent(mean(shares))} went to shelf 4 on average.`);
  });

  test('what is forgotten, and what is kept with the old labels', async () => {
    const [gone, kept, none] = await over(
      newClasses,
      TWENTY,
      { newLabels: 100, keepOld: '0' },
      { newLabels: 100 },
      {},
    );
    const [low, high] = range(each(gone, 'oldAccuracy'));
    expect(text).toContain(`it kept between ${low} and ${high} %.`);
    const lost = each(none, 'oldAccuracy').map(
      (was, i) => was - (each(kept, 'oldAccuracy')[i] ?? 0),
    );
    for (const one of lost) expect(one).toBeLessThan(0.03);
    for (const one of each(kept, 'newAccuracy')) expect(one).toBeGreaterThan(0.6);
  });

  test('a merge raises the accuracy in every draw', async () => {
    const [before, after] = await over(
      newClasses,
      TWENTY,
      { known: '10' },
      { known: '10', merged: '4+9' },
    );
    const gains = each(after, 'accuracy').map((one, i) => one - (each(before, 'accuracy')[i] ?? 1));
    const [low, high] = [Math.min(...gains), Math.max(...gains)].map((one) => number(100 * one, 1));
    expect(Math.min(...gains)).toBeGreaterThan(0);
    expect(text).toContain(`20 draws: it went up every time, by ${low} to ${high} points.`);
  });

  test('what the start is said to be, and what the goal’s solution says', async () => {
    const [[start]] = (await over(newClasses, [1], {})) as [[Record<string, number>]];
    const { oldAccuracy, oldConfidence } = start;
    expect(text).toContain(`It gets ${percent(oldAccuracy ?? 0)} of 100 right.`);
    expect(questions).toContain(
      `reads ${percent(oldAccuracy ?? 0)} of 100 digits from 0 to 7 and is ${percent(oldConfidence ?? 0)} % sure`,
    );
    const at = (askBelow: number, newLabels = 100) => ({ arrived: 0.1, newLabels, askBelow });
    const [solved, high, low, less, more] = await over(
      newClasses,
      TWENTY,
      at(80),
      at(90),
      at(60),
      at(85, 0),
      at(90, 0),
    );
    expect(percent(mean(each(solved, 'asked')))).toBe('12');
    expect(percent(mean(each(high, 'asked')))).toBe('18');
    expect(mean(each(low, 'silentErrors'))).toBeGreaterThan(0.06);
    // With none of the labels.
    expect(mean(each(less, 'silentErrors'))).toBeGreaterThan(0.06);
    expect(mean(each(more, 'silentErrors'))).toBeLessThan(0.06);
    expect([less, more].map((one) => percent(mean(each(one, 'asked'))))).toEqual(['15', '19']);
  });

  test('the dashboard of the question, and the lesson’s own', async () => {
    const [[asked]] = (await over(lateLabels, [1], {
      delay: 14,
      window: 10,
      alarm: 20,
      before: 10,
      after: 30,
    })) as [[Record<string, number>]];
    expect(questions).toContain(`answer: ${asked['noticedOnDay']} tolerance: { absolute: 0 }`);
  });
});
