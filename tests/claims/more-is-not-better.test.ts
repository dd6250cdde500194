import { describe, expect, test } from 'vitest';
import { wrongLabels } from '../../widgets/experiments/wrong-labels/widget.ts';
import { questionsOf, FIVE, TWENTY, each, lesson, mean, over, percent } from './seeds.ts';

describe('more is not better', () => {
  const text = lesson('more-is-not-better');

  test('800 more labels, a fifth wrong: worse after 40 passes in every one of twenty draws', async () => {
    const first = { trusted: 200, wrongShare: 0.2 };
    const [few, many, right] = await over(wrongLabels, TWENTY, { ...first, images: 200 }, first, {
      wrongShare: 0,
    });
    const [before, after] = [each(few, 'accuracy'), each(many, 'accuracy')];
    after.forEach((one, i) => expect(one).toBeLessThan(before[i] as number));
    each(right, 'accuracy').forEach((one, i) => expect(one).toBeGreaterThan(before[i] as number));
    const five = await over(wrongLabels, TWENTY, { ...first, epochs: 5 });
    const better = each(five[0], 'accuracy').filter((one, i) => one > (before[i] as number)).length;
    expect(text).toContain(
      `after 40 passes the new labels made it worse in all, after 5 passes better in ${better}.`,
    );
  });

  test('40 % wrong: the best pass and the end, over twenty draws', async () => {
    const [forty] = await over(wrongLabels, TWENTY, { wrongShare: 0.4 });
    const best = each(forty, 'bestEpoch');
    expect(text).toContain(
      `${percent(mean(each(forty, 'bestAccuracy')))} of 100 at its best, after ${Math.min(...best)} to ${Math.max(...best)} passes, and ${percent(mean(each(forty, 'accuracy')))} at the end.`,
    );
    const [page = []] = await over(wrongLabels, [2], { wrongShare: 0.4 });
    expect(text).toContain('takes longer to get there than any of them');
    expect(each(page, 'bestEpoch')[0]).toBeGreaterThan(Math.max(...best));
    // Better than its teacher in every draw.
    for (const one of each(forty, 'bestAccuracy')) expect(one).toBeGreaterThan(0.65);
  });

  test('half outdated: the new half alone is better, and stopping early is no cure', async () => {
    const [all, fresh, noise] = await over(
      wrongLabels,
      FIVE,
      { wrongShare: 0, outdated: 0.5 },
      { wrongShare: 0, images: 500 },
      { wrongShare: 0.1 },
    );
    const best = each(all, 'bestAccuracy');
    each(fresh, 'accuracy').forEach((one, i) => expect(one).toBeGreaterThan(best[i] as number));
    // As many wrong labels by lot do less harm.
    each(noise, 'bestAccuracy').forEach((one, i) => expect(one).toBeGreaterThan(best[i] as number));
  });

  test('checks at random bring hardly anything, early suspects much', async () => {
    const wrong = { wrongShare: 0.2 };
    const [asIs, early, random] = await over(
      wrongLabels,
      FIVE,
      wrong,
      { ...wrong, suspects: 'early' },
      { ...wrong, suspects: 'random' },
    );
    const gain = (after: typeof asIs): number =>
      mean(each(after, 'accuracy')) - mean(each(asIs, 'accuracy'));
    expect(gain(random)).toBeLessThan(0.03);
    expect(gain(early)).toBeGreaterThan(0.1);
    const found = each(early, 'foundShare').map((one) => 200 * one);
    const questions = questionsOf('more-is-not-better');
    expect(questions).toContain(
      `about ${Math.round(mean(found) / 10) * 10} of the 200 wrong labels`,
    );
  });

  test('who finds suspects, at one label in ten wrong: late is the worst of the four', async () => {
    const ways = ['early', 'late', 'crossValidated', 'neighbours'] as const;
    const all = await over(
      wrongLabels,
      FIVE,
      ...ways.map((suspects) => ({ wrongShare: 0.1, suspects, checks: 0 })),
    );
    const [early = [], late = [], cross = [], near = []] = all.map((one) =>
      each(one, 'precisionAtK'),
    );
    late.forEach((one, i) =>
      expect(one).toBeLessThan(Math.min(early[i] ?? 0, cross[i] ?? 0, near[i] ?? 0)),
    );
    // None of the three is better than the others by more than a few in a hundred.
    const three = [early, cross, near].map(mean);
    expect(Math.max(...three) - Math.min(...three)).toBeLessThan(0.04);
  });

  test('the real errors: more than chance among ordinary images, and at most chance among odd ones', async () => {
    const [real, odd] = await over(
      wrongLabels,
      FIVE,
      { wrongShare: 0, hidden: 'real' },
      { wrongShare: 0, hidden: 'odd' },
    );
    for (const one of each(real, 'realFound')) expect(one).toBeGreaterThan(4);
    for (const one of each(odd, 'realFound')) expect(one).toBeLessThanOrEqual(2);
  });

  test('the question’s arithmetic: 0.9 a + 0.1 (1 - a) / 9 = 0.83', () => {
    const a = (0.83 - 0.1 / 9) / (0.9 - 0.1 / 9);
    expect(100 * a).toBeCloseTo(92.1, 1);
  });
});
