import { describe, expect, test } from 'vitest';
import { pairsOf, readInner, readRun } from '../../../../widgets/kit/contract/run-name.ts';
import { toyParams } from '../toy.ts';

const TABLES = { 'toy-line': toyParams, 'other-toy': {} };

describe('settings inside a setting', () => {
  test('are read with the rest at their defaults, and written in the order of the table', () => {
    expect(readInner(toyParams, 'seed=3&x=4')).toEqual({
      settings: { x: 4, slope: 3, colour: 'red', dots: '', seed: 3 },
      text: 'x=4&seed=3',
    });
    expect(readInner(toyParams, '').text).toBe('');
  });
  test('may hold the signs that part them, and read back as they were', () => {
    const table = {
      name: { kind: 'text', label: 'Name', place: 'first', default: '', parse: String },
    } as const;
    for (const name of ['a&b', '100%', '%26', 'a=b', '%25&%']) {
      const text = `name=${name.replaceAll('%', '%25').replaceAll('&', '%26')}`;
      expect(readInner(table, text)).toEqual({ settings: { name }, text });
      expect(pairsOf(text)).toEqual({ name });
    }
  });
  test.each([
    ['x=many', 'for x, a number from 0 to 10'],
    ['x=11', 'for x, 10 or another value in its range'],
    ['y=1', 'for y, one of x, slope, colour, dots, seed'],
    ['dots=a', 'for dots, numbers with commas between them'],
  ])('are refused whole: %s', (text, wanted) => {
    expect(() => readInner(toyParams, text)).toThrow(wanted);
  });
});

describe('a run that a setting names', () => {
  test('is its widget and all of its settings; its text is canonical', () => {
    const { named, text } = readRun('toy-line?seed=4&slope=3', TABLES);
    expect(named).toEqual({
      run: 'toy-line',
      settings: { x: 2, slope: 3, colour: 'red', dots: '', seed: 4 },
    });
    expect(text).toBe('toy-line?slope=3&seed=4');
    expect(readRun(text, TABLES)).toEqual({ named, text });
    expect(readRun('toy-line?', TABLES)).toEqual(readRun('toy-line', TABLES));
  });
  test.each(['', '?seed=4', 'toy', 'constructor', 'toy-line&seed=4'])(
    'is refused as “%s”',
    (text) => {
      expect(() => readRun(text, TABLES)).toThrow(
        'a run of toy-line or other-toy, with settings, such as toy-line?seed=4',
      );
    },
  );
});
