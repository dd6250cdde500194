import { describe, expect, it } from 'vitest';
import { inReadingOrder, slugOf } from '../../src/book/reading-order.ts';

const lesson = (chapter: string, id: string) => ({ chapter, id });
const chapter = (folder: string, ...parts: readonly string[][]) => ({
  folder,
  parts: parts.map((lessons) => ({ lessons })),
});

describe('the order of reading', () => {
  it('goes through chapters, parts and lessons as the book names them, whatever number a file has', () => {
    const read = inReadingOrder(
      [lesson('two', '01-d'), lesson('one', '09-b'), lesson('one', 'c'), lesson('one', '20-a')],
      [{ ...chapter('one', ['a', 'b'], []), before: ['c'] }, chapter('two', ['d'])],
    );
    expect(read.map(slugOf)).toEqual(['c', 'a', 'b', 'd']);
  });

  it.each([
    [
      'a lesson that stands in no part',
      [lesson('one', 'a'), lesson('one', 'b')],
      [chapter('one', ['a'])],
      /content\/one\/b\.mdx stands in no part: add b to/,
    ],
    [
      'a lesson that there is not',
      [lesson('one', 'a')],
      [chapter('one', ['a', 'b'])],
      /names b, but content\/one\/ has no b\.mdx/,
    ],
    [
      'a lesson of another chapter',
      [lesson('one', 'a'), lesson('two', 'b')],
      [chapter('one', ['a', 'b']), chapter('two', ['b'])],
      /names b, but content\/one\//,
    ],
    [
      'a lesson in two parts',
      [lesson('one', 'a')],
      [chapter('one', ['a'], ['a'])],
      /names a twice/,
    ],
    [
      'two lessons with one address, whatever their chapters',
      [lesson('one', '01-a'), lesson('two', '07-a')],
      [chapter('one', ['a']), chapter('two', ['a'])],
      /01-a and 07-a both have the address \/lessons\/a\//,
    ],
  ])('stops the build at %s', (_what, lessons, chapters, said) => {
    expect(() => inReadingOrder(lessons, chapters)).toThrow(said);
  });
});
