/** A language is one folder of words; numbers are written as it says. */
import { readdirSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';

const WORDS = 'widgets/kit/words';
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.ts'));

afterEach(() => {
  vi.doUnmock('../../../widgets/kit/words/language.ts');
  vi.resetModules();
});

test('every language has the words of every door, and no others', () => {
  const languages = readdirSync(WORDS, { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(languages.map(({ name }) => name)).toEqual(['en']);
  for (const { name } of languages) expect(filesIn(`${WORDS}/${name}`)).toEqual(filesIn(WORDS));
});

test('numbers and quantities are written as the language writes them', async () => {
  vi.doMock('../../../widgets/kit/words/language.ts', () => ({
    LANGUAGE: { tag: 'de', group: '.', point: ',' },
  }));
  const { number, plain, quantity } = await import('../../../widgets/kit/draw/format.ts');
  expect(number(1_234_567.891, 1)).toBe('1.234.567,9');
  expect(plain(0.125)).toBe('0,125');
  expect(quantity(0.4567, { digits: 1, unit: 'share' })).toBe('45,7\u00a0%');
});

test('a drawing is told the language', async () => {
  vi.doMock('../../../widgets/kit/words/language.ts', () => ({
    LANGUAGE: { tag: 'de', group: '.', point: ',' },
  }));
  const { drawingsOf } = await import('../../../widgets/kit/draw/run-markup.ts');
  const draw = vi.fn();
  drawingsOf({ draw } as never, {}, {});
  expect(draw.mock.calls.map(([, , view]) => view as unknown)).toEqual([
    { layout: 'wide', locale: 'de' },
    { layout: 'narrow', locale: 'de' },
  ]);
});
