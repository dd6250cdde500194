import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outcomeOf } from '../../widgets/experiments/dataset-sizes/model.ts';
import { params } from '../../widgets/experiments/dataset-sizes/params.ts';
import { great } from '../../widgets/experiments/dataset-sizes/say.ts';
import { readSets, yearOf } from '../../widgets/experiments/dataset-sizes/sets.ts';
import { defaults } from '../../widgets/kit/contract/params.ts';
import { number } from '../../widgets/kit/draw/format.ts';
import { heightAt, lineThrough } from '../../widgets/kit/numbers/line.ts';
import { lesson } from './seeds.ts';

const text = lesson('03-mind-or-data');
const sets = readSets(readFileSync('public/data/lm-sizes.tsv'));

interface Sized {
  readonly year: number;
  readonly size: number;
}
function growth(of: readonly Sized[]): string {
  const line = lineThrough(of.map(({ year, size }) => [year, Math.log(size)]));
  return number(Math.exp(line?.slope ?? NaN), 2);
}

test('two sets more, of models that count words, and the trend of all years is another', () => {
  const counted = [
    { year: yearOf('2007-06-28'), size: 2e12 },
    { year: yearOf('2014-05-26'), size: 975e9 },
  ];
  expect(text).toContain('up to 2 trillion tokens at Google in 2007');
  expect(text).toContain('975 billion from a crawl of the web in 2014');
  expect(text).toContain(
    `growth over all years is not ${growth(sets)} but ${growth([...sets, ...counted])} a year`,
  );
});

test('where the two lines stand in the middle of 2026', () => {
  const stands = (from: number): number => {
    const { line } = outcomeOf({ ...defaults(params), from, to: 2026 }, sets);
    return line ? Math.exp(heightAt(line, 2026.5)) : NaN;
  };
  expect(text).toContain(
    `through all years stands at ${great(stands(2013))} tokens, and that through the last three at ${great(stands(2024))}.`,
  );
});

test('the set of 2020 is over a hundred times as large as that of 2018', () => {
  const sizeOf = (name: string): number => sets.find((one) => one.name.startsWith(name))?.size ?? 0;
  const wordsInGpt3 = sizeOf('GPT-3') * 0.75;
  expect(wordsInGpt3 / sizeOf('BERT')).toBeGreaterThan(100);
  expect(text).toContain('a set over a hundred times BERT’s had been assembled');
});

test('the line of all years to 2019 points elsewhere than that to 2020, which has one set more', () => {
  const drawn = (to: number): ReturnType<typeof outcomeOf> =>
    outcomeOf({ ...defaults(params), to, until: 2026 }, sets);
  const pointsTo = (to: number): string => great(drawn(to).forecast.value as number);
  expect(drawn(2020).count - drawn(2019).count).toBe(1);
  expect(text).toContain(
    `at the end of 2019 it pointed to ${pointsTo(2019)} tokens in 2026, a year and one set later to ${pointsTo(2020)}.`,
  );
});
