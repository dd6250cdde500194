import { expect, it } from 'vitest';
import { readRuns } from '../../../../scripts/experiment/command.ts';
import { elementName } from '../../../../widgets/kit/contract/element-name.ts';
import { isOwnSpread } from '../../../../widgets/kit/contract/own-spread.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { leaderboard } from '../../../../widgets/experiments/leaderboard/widget.ts';
import { tailJar } from '../../../../widgets/experiments/tail-jar/widget.ts';
import { readLink } from '../../../../widgets/page/read-link.ts';
import { writeLink } from '../../../../widgets/page/link.ts';
import { factsIn } from '../../../../widgets/load.ts';

const start = defaults(leaderboard.params);
const widget = leaderboard as never;

it('a number after spread= is a widget’s own setting where it has one, and words are what is spread', () => {
  const table = leaderboard.params;
  expect(['1', '0.5', ' 2'].map((text) => isOwnSpread(table, text))).toEqual([true, true, true]);
  expect(['', 'items', 'items,gap'].map((text) => isOwnSpread(table, text))).not.toContain(true);
  expect(isOwnSpread(tailJar.params, '1')).toBe(false);
  const one = readRuns(widget, ['spread=1', 'items=300']);
  expect(one.asked.map(({ settings }) => settings)).toEqual([{ ...start, spread: 1, items: 300 }]);
  const many = readRuns(widget, ['spread=1', 'spread=teams']);
  expect(many.asked.length).toBeGreaterThan(5);
  expect(new Set(many.asked.map(({ settings }) => settings['spread']))).toEqual(new Set([1]));
});

it('a link holds both', () => {
  const settings = { ...start, spread: 1.5 };
  const spread = { param: 'items', measure: 'gap' };
  const link = writeLink(widget, 'b', start, { settings, spread }, '');
  expect(readLink(widget, 'b', start, link)).toMatchObject({ settings, spread, notices: [] });
  const alone = writeLink(widget, 'b', start, { settings }, '');
  expect(readLink(widget, 'b', start, alone)).toMatchObject({ settings, notices: [] });
  expect(readLink(widget, 'b', start, alone)?.spread).toBeUndefined();
});

it('an element of one word has an article, and its facts are found by either name', () => {
  expect(elementName('tail-jar')).toBe('tail-jar');
  expect(elementName('leaderboard')).toBe('the-leaderboard');
  for (const name of ['leaderboard', 'the-leaderboard'])
    expect(factsIn({ three: 3, leaderboard }, name)).toBe(leaderboard);
});
