/** A language is a file of words beside each of another language; numbers are written as it says. */
import { globSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import type { Table } from '../../../../widgets/kit/contract/params.ts';
import { WORDS_END } from '../../../words.ts';

afterEach(() => {
  vi.doUnmock('#words/widgets/kit/words/language');
  vi.doUnmock('#words/src/tasks/judge/units');
  vi.resetModules();
});

test('every language has the words that every other has; the book ships one of them', () => {
  const files = globSync('{src,widgets}/**/*.??.ts');
  const ends = [...new Set(files.map((file) => file.replace(/^.*?(?=\.)/, '')))];
  expect(ends).toContain(WORDS_END);
  const named = (end: string): readonly string[] =>
    files.filter((file) => file.endsWith(end)).map((file) => file.slice(0, -end.length));
  for (const end of ends) expect(named(end).toSorted()).toEqual(named(WORDS_END).toSorted());
});

test('numbers and quantities are written as the language writes them', async () => {
  vi.doMock('#words/widgets/kit/words/language', async (original) => ({
    ...(await original<object>()),
    LANGUAGE: { tag: 'de', group: '.', point: ',' },
  }));
  const { number, plain, quantity } = await import('../../../../widgets/kit/draw/format.ts');
  expect(number(1_234_567.891, 1)).toBe('1.234.567,9');
  expect(plain(0.125)).toBe('0,125');
  expect(quantity(0.4567, { digits: 1, unit: 'share' })).toBe('45,7\u00a0%');
});

test('every simulation writes its numbers as the language does, in its figure, sentence and table', async () => {
  vi.doMock('#words/widgets/kit/words/language', async (original) => ({
    ...(await original<object>()),
    LANGUAGE: { tag: 'zz', group: '.', point: ',' },
  }));
  const { loadWidgets } = await import('../../../../widgets/index.ts');
  const { defaults } = await import('../../../../widgets/kit/contract/params.ts');
  const { drawingsOf, table } = await import('../../../../widgets/kit/draw/run-markup.ts');
  const { bookRun } = await import('../../../../widgets/server/book-run.ts');
  for (const widget of Object.values(await loadWidgets())) {
    if (!widget.runner.startsWith('sim/')) continue;
    const start = defaults(widget.params as Table);
    const { outcome } = await bookRun(widget, start);
    const { label, body } = drawingsOf(widget, start, outcome).narrow;
    const rows = table(widget.tabulate(start, outcome, 'zz')).markup;
    const words = [...body.markup.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text = '']) => text);
    const said = [label, widget.say(start, outcome, undefined, 'zz'), ...words, rows].join(' ');
    expect(said.match(/\d\.\d{1,2}(?!\d)/g) ?? []).toEqual([]);
    expect(said).toMatch(/\d,\d|\d\.\d{3}/);
  }
});

test('a typed number is read as the language writes it', async () => {
  vi.doMock('#words/src/tasks/judge/units', async (original) => ({
    ...(await original<object>()),
    POINT: ',',
  }));
  const { readNumber } = await import('../../../../src/tasks/judge/read-number.ts');
  expect(readNumber('2,5 ms', 'ms')).toMatchObject({ value: 2.5 });
  expect(readNumber('1.234,5', 'ms')).toMatchObject({ value: 1234.5 });
});

test('a drawing is told the language', async () => {
  vi.doMock('#words/widgets/kit/words/language', async (original) => ({
    ...(await original<object>()),
    LANGUAGE: { tag: 'de', group: '.', point: ',' },
  }));
  const { drawingsOf } = await import('../../../../widgets/kit/draw/run-markup.ts');
  const draw = vi.fn();
  drawingsOf({ draw } as never, {}, {});
  expect(draw.mock.calls.map(([, , view]) => view as unknown)).toEqual([
    { layout: 'wide', locale: 'de', isInline: false },
    { layout: 'narrow', locale: 'de', isInline: false },
  ]);
});
