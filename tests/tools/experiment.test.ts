import { expect, test } from 'vitest';
import { entry, listing } from '../../scripts/experiment/answer.ts';
import { readCommand, readRuns, type Runs } from '../../scripts/experiment/command.ts';
import { Misread } from '../../scripts/misread.mjs';
import { resultOf } from '../../widgets/kit/record/run-record.ts';
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
const read = (...words: string[]): Runs => readRuns(JAR, words);

test('what can be done next is told of an experiment that has actions, by itself or in a row', () => {
  const open = { id: 'open', label: 'Open', next: { size: 3 } };
  const shut = { id: 'shut', label: 'Shut', why: 'it is not open.' };
  const jar: AnyWidget = {
    ...JAR,
    actions: ({ size }) => (size === 2 ? [open] : []),
    board: () => ({
      label: 'Lids',
      head: ['Lid'],
      rows: [
        { key: 'a', cells: ['A'], actions: [shut] },
        { key: 'b', cells: ['B'] },
      ],
    }),
  };
  const asked = { clamped: {}, adjusted: {} };
  const told = entry(jar, resultOf(jar, { size: 2, law: 'fixed', seed: 1 }, 1), asked);
  expect(told).toMatchObject({ actions: [open, shut] });
  expect(entry(JAR, resultOf(JAR, { size: 2 }, 1), asked)).not.toHaveProperty('actions');
});

test('settings are read, clamped and reported; finer values than the control’s step are taken', () => {
  expect(read('size=9')).toMatchObject({
    asked: [
      { settings: { size: 4, law: 'fixed', seed: 1 }, clamped: { size: { asked: 9, used: 4 } } },
    ],
  });
  expect(read('size=1.25')).toMatchObject({
    asked: [{ settings: { size: 1.25 }, clamped: {} }],
  });
});

test('a spread asks for one run a value and keeps the other settings', () => {
  const { asked, spread } = read('seed=3', 'spread=size');
  expect(spread).toBe(true);
  expect(asked.map(({ settings }) => [settings['size'], settings['seed']])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
    [4, 3],
  ]);
});

test('a command is a list, or an experiment and what is asked of it', () => {
  expect(readCommand(['--list'])).toEqual({ list: true });
  expect(readCommand(['sweet-jar', 'size=1'])).toEqual({ tag: 'sweet-jar', words: ['size=1'] });
});

test.each([
  [['sise=2'], /no setting "sise".*size, law, seed/],
  [['toString=2'], /no setting/],
  [['size=big'], /size=big cannot be read.*1 to 4/],
  [['size='], /cannot be read/],
  [['law=poisson'], /fixed/],
  [['size'], /key=value/],
  [['size=1', 'size=2'], /twice/],
  [['spread=law'], /"law" cannot be spread.*size/],
  [['spread=seed'], /cannot be spread/],
  [['v=one'], /v=one cannot be read.*number of a version/],
  [['v=0'], /v=0 cannot be read/],
])('%j is refused with a clear message', (words, message) => {
  expect(() => read(...words)).toThrow(Misread);
  expect(() => read(...words)).toThrow(message);
});

const GREW: AnyWidget = {
  ...JAR,
  migrate: ({ width, ...rest }, from) =>
    from < 2 && width !== undefined ? { ...rest, size: width } : rest,
};

test('settings of an older version are translated, and whoever asks is told', () => {
  const { asked, notice } = readRuns(GREW, ['v=1', 'width=3', 'seed=2']);
  expect(asked[0]?.settings).toEqual({ size: 3, law: 'fixed', seed: 2 });
  expect(notice).toMatch(/version 1 .*this is version 2.*translated.*may differ/);
  expect(() => readRuns(GREW, ['width=3'])).toThrow(/no setting "width"/);
});

test('settings of an older version that mean the same are used as they stand, and whoever asks is told', () => {
  for (const widget of [JAR, GREW]) {
    const { asked, notice } = readRuns(widget, ['v=1', 'size=3']);
    expect(asked[0]?.settings['size']).toBe(3);
    expect(notice).toMatch(/version 1 .*used as they stand.*may differ/);
  }
});

test('settings of this version, and commands that name none, say nothing; those of a newer one do', () => {
  expect(read('v=2', 'size=3')).toEqual(read('size=3'));
  expect(read('size=3').notice).toBeUndefined();
  expect(read('v=3', 'size=3').notice).toMatch(/version 3 .*this is version 2/);
});

test('the list names every control and measure', () => {
  expect(listing([JAR])).toMatchObject([
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
  const settings = { size: 4, law: 'fixed', seed: 1 };
  const clamped = { size: { asked: 9, used: 4 } };
  const adjusted = { law: 'a blank was left out' };
  expect(entry(JAR, resultOf(JAR, settings, 1 / 3, 'sim'), { clamped, adjusted })).toEqual({
    widget: 'sweet-jar',
    version: 2,
    settings,
    clamped,
    adjusted,
    measures: { sum: 0.333333333, tail: null },
    why: { tail: 'the queue never ends' },
    say: 'It is 0.3333333333333333.',
    table: { caption: 'Jar', head: ['sum'], rows: [[1], ['–'], [399]] },
    backend: 'sim',
  });
});
