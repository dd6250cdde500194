import { describe, expect, test } from 'vitest';
import { mindVsData } from '../../widgets/experiments/mind-vs-data/widget.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { questionsOf, each, FIVE, lesson, over, TWENTY } from './seeds.ts';

const text = lesson('what-a-label-is-worth');
const questions = questionsOf('what-a-label-is-worth');
/** Labels as the lesson writes them. */
const about = (labels: number): string => number(Number(labels.toPrecision(2)));

describe('What a label is worth', () => {
  test('what setting the digits upright is worth, over twenty other draws', async () => {
    const [all] = await over(mindVsData, TWENTY, { features: 'deslant' });
    const worth = each(all, 'extraLabels').toSorted((a, b) => a - b);
    const middle = ((worth[9] ?? 0) + (worth[10] ?? 0)) / 2;
    expect(text).toContain(
      `worth from ${about(worth[0] ?? 0)} to ${about(worth[19] ?? 0)} labels, with ${about(middle)} in the middle`,
    );
  });

  test('how often the network on raw pixels does not come up with strokes', async () => {
    const [all = []] = await over(mindVsData, TWENTY, { features: 'strokes' });
    const beyond = all.filter((one) => one['labelsToMatch'] === null).length;
    expect(text).toContain(`in ${beyond}, the network on raw pixels did not get there`);
    // Where it has no value, that is because the plain network is behind, not ahead.
    for (const one of all) expect(one['error']).toBeLessThan(one['plainError'] ?? 0);
  });

  test('the nearest neighbour comes out ahead with all labels', async () => {
    const [all] = await over(mindVsData, TWENTY, { model: 'neighbour', labels: 2500 });
    expect(Math.min(...each(all, 'advantage'))).toBeGreaterThan(0);
    expect(text).toContain('it came out ahead of this small network in each.');
  });

  test('what is said of multiplications and powers', () => {
    const [inputs, units, kinds] = [196, 32, 10];
    const ratio = (2500 * inputs) / (units * (inputs + kinds));
    expect(Math.round(ratio / 10)).toBe(7);
    expect(text).toContain('half a million multiplications, about seventy times as many');
    expect(2 ** (1 / 0.25)).toBe(16);
    expect(text).toContain(
      'With a power of a quarter, halving the errors takes sixteen times the labels',
    );
    expect(1000 * 2 ** (1 / 0.31)).toBeCloseTo(9360, -1);
    expect(1000 * 4 ** (1 / 0.31)).toBeCloseTo(87_500, -3);
    expect(questionsOf('practise-data')).toContain('answer: 9360');
    expect(11 + (10 * 29) / 20).toBe(25.5);
  });

  test('thirty coins are 750 labels, which do not bring the errors down to ten of 100', async () => {
    const [five, twenty] = [
      await over(mindVsData, FIVE, { labels: 750 }),
      await over(mindVsData, FIVE, { features: 'both', labels: 25 }),
    ];
    expect(Math.min(...each(five[0], 'error'))).toBeGreaterThan(0.1);
    expect(each(five[0], 'coins')).toEqual([30, 30, 30, 30, 30]);
    expect(Math.min(...each(twenty[0], 'coins'))).toBeGreaterThan(30);
  });

  test('which purchases for thirty coins read all but ten of 100, at the start of the question', async () => {
    const list = [
      { features: 'deslant', model: 'logistic', labels: 475 },
      { features: 'deslant', labels: 475 },
      { features: 'strokes', labels: 250 },
      { features: 'strokes', model: 'logistic', labels: 250 },
      { labels: 750 },
    ];
    const errors = (await over(mindVsData, [31], ...list)).map(
      (all) => 100 * (each(all, 'error')[0] ?? 0),
    );
    const [upright, network, strokes, simple, raw] = errors.map((one) => number(one, 1));
    expect(errors.map((one) => one <= 10)).toEqual([true, false, true, false, false]);
    expect(questions).toContain(
      `choose logistic regression and buy 475 labels (nineteen): ${upright} of 100`,
    );
    expect(questions).toContain(`same purchase, at ${network}.`);
    expect(questions).toContain(
      `just gets there, at ${strokes}, and logistic regression does not, at ${simple}.`,
    );
    expect(questions).toContain(`network misreads ${raw} with all thirty coins`);
  });

  test('the readers of the last question stand in their order', async () => {
    const list = [
      { features: 'both', model: 'logistic' },
      { features: 'deslant' },
      {},
      { model: 'leastSquares' },
    ];
    const errors = (await over(mindVsData, FIVE, ...list)).map((all) => each(all, 'error'));
    for (const seed of FIVE.keys()) {
      const row = errors.map((all) => all[seed] ?? 0);
      expect(row).toEqual(row.toSorted((a, b) => a - b));
    }
  });
});
