/** What the lesson says of its models, on seeds that were not looked at while it was written. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { languageModel } from '../../widgets/experiments/language-model/widget.ts';
import type { LanguageSettings } from '../../widgets/experiments/language-model/params.ts';
import type { Measured } from '../../widgets/kit/contract/widget.ts';
import { corpusOf } from '../../widgets/experiments/language-model/learner/corpus.ts';
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
  goal: { mix: 0.6, temperature: 1.2 },
  halfWarm: { mix: 0.5, temperature: 1.2 },
  warm: { temperature: 1.2 },
  plays: PLAYS,
} as const satisfies Record<string, Partial<LanguageSettings>>;
type Case = keyof typeof CASES;

let found: Record<Case, readonly Measured[]>;
let wide: readonly Measured[];
let cool: readonly Measured[];
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
});
const values = (name: Case, measure: string): number[] =>
  found[name].map((one) => one[measure] as number);
const range = (list: readonly number[]): [number, number] => [Math.min(...list), Math.max(...list)];
const all = (list: readonly number[], low: number, high: number): void => {
  const [least, most] = range(list);
  expect(least).toBeGreaterThan(low);
  expect(most).toBeLessThan(high);
};

describe('what a minute teaches', () => {
  test('a quarter of a minute is a little behind, and copies less than half as much', () => {
    expect(text).toContain('still a little behind counting');
    expect(text).toContain('less than half as many as counting copies');
    expect(questions).toContain('one of about 2.05');
    all(values('quarter', 'loss'), 2.04, 2.06);
    const counted = values('quarter', 'countingKnownShare');
    values('quarter', 'knownShare').forEach((one, i) =>
      all([one / (counted[i] as number)], 0.33, 0.5),
    );
    all(values('quarter', 'heldOutShare'), 0.005, 0.04);
  });

  test('a minute draws level with counting, and copies about half as much', () => {
    expect(text).toContain('Then the two are level, at a loss of about 2.01');
    expect(text).toContain('still the network copies about half as much');
    const counting = values('minute', 'countingLoss');
    values('minute', 'loss').forEach((one, i) =>
      expect(Math.abs(one - (counting[i] as number))).toBeLessThan(0.015),
    );
    const counted = values('minute', 'countingKnownShare');
    values('minute', 'knownShare').forEach((one, i) =>
      all([one / (counted[i] as number)], 0.42, 0.65),
    );
  });

  test('the note has what twenty draws gave', () => {
    const said =
      /the network’s loss from ([\d.]+) to ([\d.]+), its copies from (\d+) to (\d+) in 100; those of counting from (\d+) to (\d+)/.exec(
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

  test('a few are real names that it never saw', () => {
    expect(text).toContain('real names that it never saw');
    all(values('minute', 'heldOutShare'), 0.005, 0.04);
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

  test('the goal: without the count the loss is too high, without warmth the copies are too many', () => {
    expect(questions).toContain('the copies are too many, about 23 in 100');
    expect(questions).toContain('brings them down to 15');
    all(values('warm', 'mixLoss'), 2, 2.3);
    all(values('half', 'mixLoss'), 1.9, 1.99);
    all(values('half', 'knownShare'), 0.2, 0.27);
    all(values('halfWarm', 'knownShare'), 0.12, 0.19);
    all(values('goal', 'mixLoss'), 1.9, 1.985);
    all(values('goal', 'knownShare'), 0.12, 0.195);
  });

  test('of the plays counting knows more', () => {
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
