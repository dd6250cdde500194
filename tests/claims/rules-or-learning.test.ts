import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../widgets/experiments/dataset-sizes/model.ts';
import { params } from '../../widgets/experiments/dataset-sizes/params.ts';
import { great } from '../../widgets/experiments/dataset-sizes/say.ts';
import { readSets } from '../../widgets/experiments/dataset-sizes/sets.ts';
import { rulesOrMl } from '../../widgets/experiments/rules-or-ml/widget.ts';
import { defaults } from '../../widgets/kit/contract/params.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { questionsOf, each, lesson, over, percent, TWENTY } from './seeds.ts';

const text = lesson('rules-or-learning');
const practice = questionsOf('practise-data');

describe('Rules, labels, or a rented model', () => {
  test('how many labels the six words are worth, over twenty splits', async () => {
    const counts = [30, 50, 100];
    const found = await over(rulesOrMl, TWENTY, ...counts.map((labels) => ({ labels })));
    const at = each(found[0], 'overtakesAt');
    expect(text).toContain(`it overtakes at ${Math.min(...at)} to ${Math.max(...at)} labels.`);
    const wins = found.map(
      (all) =>
        all.filter((one) => (one['modelRecallAtRules'] ?? 0) > (one['ruleRecall'] ?? 1)).length,
    );
    expect(text).toContain(
      `With 30 it won ${wins[0]} times, with 50 it won ${wins[1]} times, with 100 always.`,
    );
    expect(wins[2]).toBe(TWENTY.length);
  });

  test('the draw that is called unlucky lies below the rules where the average lies above, and not with 100 labels', async () => {
    const [[fifty] = [], [hundred] = []] = await over(
      rulesOrMl,
      [13],
      { labels: 50 },
      { labels: 100 },
    );
    expect(text).toContain('when={{ seed: 13, labels: 50 }}>an unlucky draw of 50');
    expect(fifty?.['overtakesAt']).toBeLessThan(50);
    expect(fifty?.['modelRecallAtRules']).toBeLessThan(fifty?.['ruleRecall'] ?? 0);
    expect(hundred?.['modelRecallAtRules']).toBeGreaterThan(hundred?.['ruleRecall'] ?? 1);
  });

  test('the long number is hard to match', async () => {
    const [all = []] = await over(rulesOrMl, TWENTY, { rules: '#####' });
    const at = all.map((one) => one['overtakesAt'] ?? null);
    const known = at.filter((one) => one !== null);
    expect([known.length, at.length - known.length]).toEqual([15, 5]);
    expect(text).toContain(
      `20 draws: ${Math.min(...known)} to ${Math.max(...known)} labels in fifteen, and in five not even 3,000 were enough.`,
    );
  });

  test('what the long number would hold back if all masked numbers were long', () => {
    expect(text).toContain('in 197 genuine messages the collectors had masked the numbers.');
    expect(text).toContain(`it would hold back ${number((100 * 197) / (5171 - 653), 1)} %`);
  });

  test('what the start is said to be in questions and text', async () => {
    const [[start] = [], [kinds] = [], [big] = []] = await over(
      rulesOrMl,
      [1],
      {},
      { change: 'newKind', labels: 400 },
      { volume: 200_000 },
    );
    expect(practice).toContain(
      `catch about half of it and hold back ${number(100 * (start?.['ruleFalseAlarms'] ?? 0), 1)} % of the genuine messages`,
    );
    expect(practice).toContain(`costs about \\$${number(big?.['noFilterCost'] ?? 0)}.`);
    expect(text).toContain(
      `they catch ${percent(kinds?.['ruleRecall'] ?? 0)} of 100, not half, and the model, with 400 labels, ${percent(kinds?.['modelRecall'] ?? 0)}.`,
    );
  });

  test('a change harms both, labels help, and the model beats the words and not the long number at scale', async () => {
    const big = { volume: 200_000 };
    const [kinds = [], fifty = [], many = [], loud = [], long = [], priced = []] = await over(
      rulesOrMl,
      TWENTY,
      { change: 'newKind', labels: 400 },
      { change: 'newKind', labels: 400, freshLabels: 50 },
      { change: 'newKind', labels: 400, freshLabels: 200 },
      big,
      { ...big, rules: '#####' },
      { ...big, labels: 200, threshold: 'byCost' },
    );
    kinds.forEach((one, i) => {
      expect(one['modelRecallAfter']).toBeLessThan(one['modelRecall'] ?? 0);
      expect(one['ruleRecallAfter']).toBeLessThan(one['modelRecallAfter'] ?? 0);
      expect(many[i]?.['modelRecallAfter']).toBeGreaterThan(one['modelRecallAfter'] ?? 1);
      expect(fifty[i]?.['modelRecallAfter']).toBeLessThan(one['modelRecall'] ?? 0);
      const model = priced[i]?.['modelCost'] ?? 0;
      expect(model).toBeLessThan(loud[i]?.['ruleCost'] ?? 0);
      expect(model).toBeGreaterThan(long[i]?.['ruleCost'] ?? Infinity);
    });
  });

  test('three hundred more outdated labels do not help, on average over twenty draws', async () => {
    const labels = [100, 400].map((old) => ({ change: 'newKind', labels: old, freshLabels: 200 }));
    const found = await over(rulesOrMl, TWENTY, ...labels);
    const [few = 0, many = 1] = found.map((all) => {
      const recalls = each(all, 'modelRecallAfter');
      return recalls.reduce((sum, one) => sum + one, 0) / recalls.length;
    });
    expect(many).toBeLessThan(few);
    expect(text).toContain(
      `20 draws: ${percent(few)} of 100 on average with 100 old labels, ${percent(many)} with 400.`,
    );
  });

  test('the line of 2013 to 2018 points to less than the set of 2018', () => {
    const sets = readSets(readFileSync('public/data/lm-sizes.tsv'));
    const { forecast } = outcomeOf({ ...defaults(params), until: 2020 }, sets);
    expect(text).toContain(`had pointed to ${great(forecast.value as number)}.`);
  });
});
