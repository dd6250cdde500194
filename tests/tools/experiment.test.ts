import { expect, test } from 'vitest';
import { Misread, entry, listing, readCommand } from '../../scripts/experiment/command.ts';
import type { AnyWidget } from '../../widgets/kit/contract/widget.ts';

const JAR: AnyWidget = {
  tag: 'sweet-jar',
  version: 2,
  title: 'A jar',
  runner: 'sim/sweet-jar',
  presets: [],
  spreadMeasure: 'sum',
  params: {
    size: {
      kind: 'number',
      label: 'size',
      place: 'first',
      min: 1,
      max: 4,
      step: 1,
      default: 2,
      unit: 'ms',
    },
    law: {
      kind: 'choice',
      label: 'law',
      place: 'more',
      default: 'fixed',
      options: [{ value: 'fixed', label: 'Fixed' }],
    },
    seed: {
      kind: 'number',
      label: 'seed',
      place: 'more',
      min: 1,
      max: 9,
      step: 1,
      default: 1,
      spreadAt: [],
    },
  },
  measures: {
    sum: { label: 'Sum', digits: 1, of: (outcome: number) => outcome },
    tail: { label: 'Tail', digits: 1, better: 'less', of: () => ({ why: 'the queue never ends' }) },
  },
  draw: () => {
    throw new Error('nothing is drawn without a page');
  },
  say: (_, outcome: number) => `It is ${outcome}.`,
  tabulate: () => ({ caption: 'Jar', head: ['sum'], rows: [[1], ['–'], [398.999999999999]] }),
};
const WIDGETS = { 'sweet-jar': JAR };
const read = (...words: string[]): ReturnType<typeof readCommand> => readCommand(words, WIDGETS);

test('settings are read, clamped and reported; finer values than the control’s step are taken', () => {
  expect(read('sweet-jar', 'size=9')).toMatchObject({
    asked: [
      { settings: { size: 4, law: 'fixed', seed: 1 }, clamped: { size: { asked: 9, used: 4 } } },
    ],
  });
  expect(read('sweet-jar', 'size=1.25')).toMatchObject({
    asked: [{ settings: { size: 1.25 }, clamped: {} }],
  });
});

test('a spread asks for one run a value and keeps the other settings', () => {
  const command = read('sweet-jar', 'seed=3', 'spread=size');
  expect(command).toMatchObject({ spread: true });
  const asked = 'asked' in command ? command.asked : [];
  expect(asked.map(({ settings }) => [settings['size'], settings['seed']])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
    [4, 3],
  ]);
});

test.each([
  [[], /Usage/],
  [['jar'], /no experiment "jar".*sweet-jar/],
  [['constructor'], /no experiment/],
  [['sweet-jar', 'sise=2'], /no setting "sise".*size, law, seed/],
  [['sweet-jar', 'toString=2'], /no setting/],
  [['sweet-jar', 'size=big'], /size=big cannot be read.*1 to 4/],
  [['sweet-jar', 'size='], /cannot be read/],
  [['sweet-jar', 'law=poisson'], /fixed/],
  [['sweet-jar', 'size'], /key=value/],
  [['sweet-jar', 'size=1', 'size=2'], /twice/],
  [['sweet-jar', 'spread=law'], /"law" cannot be spread.*size/],
  [['sweet-jar', 'spread=seed'], /cannot be spread/],
  [['--list', 'more'], /stands alone/],
])('%j is refused with a clear message', (words, message) => {
  expect(() => readCommand(words, WIDGETS)).toThrow(Misread);
  expect(() => readCommand(words, WIDGETS)).toThrow(message);
});

test('the list names every control and measure', () => {
  expect(listing(WIDGETS)).toMatchObject([
    {
      name: 'sweet-jar',
      version: 2,
      params: {
        size: { kind: 'number', min: 1, max: 4, step: 1, options: null, default: 2, unit: 'ms' },
        law: { kind: 'choice', min: null, options: ['fixed'], default: 'fixed', unit: null },
      },
      measures: { sum: { label: 'Sum' }, tail: { better: 'less' } },
    },
  ]);
});

test('an entry says what came out, and why a measure has no value', () => {
  const command = read('sweet-jar');
  if (!('asked' in command) || !command.asked[0]) throw new Error('a run was asked for');
  expect(entry(JAR, command.asked[0], 1 / 3)).toMatchObject({
    widget: 'sweet-jar',
    measures: { sum: 0.333333333, tail: null },
    why: { tail: 'the queue never ends' },
    say: 'It is 0.3333333333333333.',
    table: { rows: [[1], ['–'], [399]] },
  });
});
