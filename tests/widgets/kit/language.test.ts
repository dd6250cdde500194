/** A language is a file of words beside each of another language; numbers are written as it says. */
import { globSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { WORDS_END } from '../../words.ts';

afterEach(() => {
  vi.doUnmock('#words/widgets/kit/words/language');
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
  const { number, plain, quantity } = await import('../../../widgets/kit/draw/format.ts');
  expect(number(1_234_567.891, 1)).toBe('1.234.567,9');
  expect(plain(0.125)).toBe('0,125');
  expect(quantity(0.4567, { digits: 1, unit: 'share' })).toBe('45,7\u00a0%');
});

test('a drawing is told the language', async () => {
  vi.doMock('#words/widgets/kit/words/language', async (original) => ({
    ...(await original<object>()),
    LANGUAGE: { tag: 'de', group: '.', point: ',' },
  }));
  const { drawingsOf } = await import('../../../widgets/kit/draw/run-markup.ts');
  const draw = vi.fn();
  drawingsOf({ draw } as never, {}, {});
  expect(draw.mock.calls.map(([, , view]) => view as unknown)).toEqual([
    { layout: 'wide', locale: 'de', isInline: false },
    { layout: 'narrow', locale: 'de', isInline: false },
  ]);
});
