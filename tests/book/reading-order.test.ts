import { describe, expect, it } from 'vitest';
import { inReadingOrder, slugOf } from '../../src/book/reading-order.ts';

const lesson = (folder: string, id: string) => ({ folder, id });
const chapter = (folder: string, ...parts: readonly string[][]) => ({
  folder,
  parts: parts.map((lessons, i) => ({ id: `part-${i + 1}`, lessons })),
});

describe('the order of reading', () => {
  it('goes through chapters, parts and lessons as the book names them, whatever number a file has', () => {
    const read = inReadingOrder(
      [
        lesson('two/part-1', '01-d'),
        lesson('one/part-2', '09-b'),
        lesson('one', 'c'),
        lesson('one/part-1', '20-a'),
      ],
      [{ ...chapter('one', ['a'], ['b']), before: ['c'] }, chapter('two', ['d'])],
    );
    expect(read.map(slugOf)).toEqual(['c', 'a', 'b', 'd']);
  });

  it.each([
    [
      'a lesson that stands in no part',
      [lesson('one/part-1', 'a'), lesson('one/part-1', 'b')],
      [chapter('one', ['a'])],
      /content\/one\/part-1\/b\.mdx stands in no part: add b to/,
    ],
    [
      'a lesson that there is not',
      [lesson('one/part-1', 'a')],
      [chapter('one', ['a', 'b'])],
      /names b, but content\/one\/part-1\/ has no b\.mdx$/,
    ],
    [
      'a lesson of another chapter',
      [lesson('one/part-1', 'a'), lesson('two/part-1', 'b')],
      [chapter('one', ['a', 'b']), chapter('two', ['b'])],
      /names b, but content\/one\/part-1\/.* move it there from content\/two\/part-1\//,
    ],
    [
      'a lesson in the folder of another part',
      [lesson('one/part-2', 'a'), lesson('one/part-2', 'b')],
      [chapter('one', ['a'], ['b'])],
      /names a, but content\/one\/part-1\/.* move it there from content\/one\/part-2\//,
    ],
    [
      'a lesson in two parts',
      [lesson('one/part-1', 'a')],
      [chapter('one', ['a'], ['a'])],
      /names a twice/,
    ],
    [
      'two lessons with one address, whatever their chapters',
      [lesson('one/part-1', '01-a'), lesson('two/part-1', '07-a')],
      [chapter('one', ['a']), chapter('two', ['a'])],
      /01-a and 07-a both have the address \/lessons\/a\//,
    ],
  ])('stops the build at %s', (_what, lessons, chapters, said) => {
    expect(() => inReadingOrder(lessons, chapters)).toThrow(said);
  });
});
