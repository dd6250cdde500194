/** What the lesson says of its models, on seeds that were not looked at while it was written. */
import { readFileSync } from 'node:fs';
import { mean as d3mean } from 'd3-array';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { languageModel } from '../../widgets/experiments/language-model/widget.ts';
import type { LanguageSettings } from '../../widgets/experiments/language-model/params.ts';
import type { Measured } from '../../widgets/kit/contract/widget.ts';
import { corpusOf, FILES } from '../../widgets/experiments/language-model/learner/corpus.ts';
import { lesson, over, questionsOf, TWENTY } from './seeds.ts';

const text = lesson('what-a-minute-teaches');
const questions = questionsOf('what-a-minute-teaches');

const MINUTE = { steps: 14_000 } as const;
const QUARTER = { steps: 4_000 } as const;
const PLAYS = { text: 'plays', steps: 4_000 } as const;
const CASES = {
  minute: MINUTE,
  quarter: QUARTER,
  both: { ...QUARTER, mix: 0.5 },
  half: { mix: 0.5 },
  goal: { mix: 0.35 },
  // What the count writes does not hang on the network.
  count: { mix: 1, steps: 100, width: '16', layers: 0 },
  plays: PLAYS,
} as const satisfies Record<string, Partial<LanguageSettings>>;
type Case = keyof typeof CASES;

let found: Record<Case, readonly Measured[]>;
let wide: readonly Measured[];
let cool: readonly Measured[];
let large: readonly Measured[];
let blind: readonly Measured[];
let own: readonly Measured[];
beforeAll(async () => {
  const names = Object.keys(CASES) as Case[];
  const all = await over(languageModel, TWENTY, ...names.map((name) => CASES[name]));
  found = Object.fromEntries(names.map((name, i) => [name, all[i]])) as typeof found;
  // As many steps as fit into the minute of the narrower one.
  [wide = [], cool = []] = await over(
    languageModel,
    TWENTY.slice(0, 5),
    { width: '64', steps: 4_600 },
    { ...QUARTER, temperature: 0.5 },
  );
  [large = []] = await over(languageModel, [1, 2], { ...MINUTE, width: '64' });
  [own = []] = await over(languageModel, [1], CASES.goal);
  [blind = []] = await over(languageModel, [1], { ...PLAYS, layers: 0 });
});
const values = (name: Case, measure: string): number[] =>
  found[name].map((one) => one[measure] as number);
const inHundred = (share: number): number => Math.round(100 * share);
const plays = corpusOf(
  'plays',
  FILES.plays.map((name) => readFileSync(`public/data/${name}`)),
);
const range = (list: readonly number[]): [number, number] => [Math.min(...list), Math.max(...list)];
const all = (list: readonly number[], low: number, high: number): void => {
  const [least, most] = range(list);
  expect(least).toBeGreaterThan(low);
  expect(most).toBeLessThan(high);
};

describe('what a minute teaches', () => {
  test('a quarter of a minute is a little behind, and less than half as many of its names are on the list', () => {
    expect(text).toContain('still a little behind counting');
    expect(text).toContain('less than half as many as counting’s');
    expect(questions).toContain('one of about 2.05');
    all(values('quarter', 'loss'), 2.04, 2.06);
    const counted = values('quarter', 'countingKnownShare');
    values('quarter', 'knownShare').forEach((one, i) =>
      all([one / (counted[i] as number)], 0.33, 0.5),
    );
    all(values('quarter', 'heldOutShare'), 0.005, 0.04);
  });

  test('a minute draws level with counting', () => {
    expect(text).toContain('Then the two are level, at a loss of about 2.01');
    const counting = values('minute', 'countingLoss');
    values('minute', 'loss').forEach((one, i) =>
      expect(Math.abs(one - (counting[i] as number))).toBeLessThan(0.015),
    );
  });

  test('what was held out tells how many of its names on the list are copies, and how many of counting’s', () => {
    const mean = (name: Case, measure: string): number => d3mean(values(name, measure)) ?? 0;
    const known = [mean('minute', 'knownShare'), mean('count', 'knownShare')].map(inHundred);
    expect(known).toEqual([23, 41]);
    expect(text).toContain('and 23 in 100 of its names are on the list, against 41');
    expect(text).toContain('about 2 in 100 of the network’s names are among these 3,000');
    expect(inHundred(mean('minute', 'heldOutShare'))).toBe(2);
    expect(text).toContain('nearly nine times as long');
    const times = 26_494 / 3_000;
    const anyway = (['minute', 'count'] as const).map((name) =>
      inHundred(times * mean(name, 'heldOutShare')),
    );
    expect(anyway).toEqual([18, 24]);
    expect(text).toContain('So some 18 in 100 would be on it anyway, and about 5 are copies');
    expect(text).toContain('some 24 would be there anyway, and 17 are copies');
  });

  test('a wider one keeps more', () => {
    expect(text).toContain('32 and 35 in 100 of its names were on the list in two runs');
    expect(large.map((one) => inHundred(one['knownShare'] as number)).toSorted()).toEqual([32, 35]);
  });

  test('the note has what twenty draws gave', () => {
    const said =
      /the network’s loss from ([\d.]+) to ([\d.]+), its names on the list from (\d+) to (\d+) in 100; those of counting from (\d+) to (\d+)/.exec(
        text,
      );
    const [, ...numbers] = said ?? [];
    const shares = (name: string): number[] => values('minute', name).map((one) => 100 * one);
    expect(numbers.map(Number)).toEqual([
      ...range(values('minute', 'loss')).map((one) => Number(one.toFixed(3))),
      ...range(shares('knownShare')).map(Math.round),
      ...range(shares('countingKnownShare')).map(Math.round),
    ]);
    expect(questions).toContain('about 43 in 100 are on the list');
  });

  test('both together are far better than either', () => {
    expect(text).toContain('far below either');
    expect(questions).toContain('No single network of the lesson gets there');
    values('both', 'mixLoss').forEach((one, i) => {
      const better = Math.min(
        values('both', 'loss')[i] as number,
        values('both', 'countingLoss')[i] as number,
      );
      all([better - one], 0.05, 0.075);
      expect(one).toBeLessThan((values('minute', 'loss')[i] as number) - 0.03);
    });
  });

  test('at a temperature of a half about half of what is written is on the list', () => {
    expect(text).toContain('about half of what is written is on the list');
    for (const [i, one] of cool.entries()) {
      all([one['knownShare'] as number], 0.4, 0.6);
      expect(one['loss']).toBe(values('quarter', 'loss')[i]);
    }
  });

  test('a wider network is hardly better after a minute', () => {
    expect(text).toContain('Trained for a minute, one twice as wide is hardly better');
    wide.forEach((one, i) =>
      expect(
        Math.abs((one['loss'] as number) - (values('minute', 'loss')[i] as number)),
      ).toBeLessThan(0.015),
    );
  });

  test('the goal: with half a say for the count too many names are on the list', () => {
    expect(questions).toContain(
      'the loss is low enough, 1.98, and about 23 in 100 names are on the list',
    );
    expect(questions).toContain('With 35 % the loss is 2.00, and 18 in 100');
    all(values('half', 'mixLoss'), 1.975, 1.99);
    all(values('half', 'knownShare'), 0.2, 0.27);
    all(values('goal', 'mixLoss'), 1.99, 2.015);
    expect(inHundred(own[0]?.['knownShare'] as number)).toBe(18);
    expect(own[0]?.['mixLoss']).toBeCloseTo(2, 2);
  });

  test('of the plays counting knows more, and without layers the network stays at the loss of pairs', () => {
    expect(text).toContain('It falls to about 2.5, the loss of counting pairs');
    expect(Math.abs((blind[0]?.['loss'] as number) - plays.losses.pairs)).toBeLessThan(0.05);

    expect(text).toContain('well above the');
    values('plays', 'loss').forEach((one, i) =>
      expect(one).toBeGreaterThan(0.15 + (values('plays', 'countingLoss')[i] as number)),
    );
  });
});

describe('what is said of the list', () => {
  const names = corpusOf('names', [readFileSync('public/data/names.tsv')]);
  const lines = readFileSync('public/data/names.tsv', 'latin1').trim().split('\n');

  it('has as many names, counts and losses as the lesson says', () => {
    expect(text).toContain(`The list has ${lines.length.toLocaleString('en')} first names`);
    expect(text).toContain(`keeps ${names.counting.size.toLocaleString('en')} such counts`);
    expect(text).toContain(`brings it to ${names.losses.pairs.toFixed(3)}`);
    expect(text).toContain(`five in a row to ${names.losses.counting.toFixed(3)}`);
    expect(text).toContain(`a loss of ${Math.log(27).toFixed(3)} _nats_`);
    expect(Math.exp(names.losses.counting)).toBeCloseTo(7.5, 1);
    expect(questions).toContain(`a loss of ${names.losses.counting.toFixed(3)} nats`);
  });

  it('is read nineteen times in 14,000 steps of some 35 names', () => {
    expect(text).toContain('A step of training reads some 35 names');
    expect(text).toContain('each name is read nineteen times');
    const letters = lines.reduce((sum, { length }) => sum + length + 1, 0) / lines.length;
    const names = 253 / letters;
    expect(Math.round(names)).toBe(35);
    expect(Math.round((14_000 * names) / 26_494)).toBe(19);
  });
});
