import { describe, expect, it } from 'vitest';
import { inReadingOrder, slugOf } from '../../src/book/reading-order.ts';

const lesson = (chapter: string, id: string, order: number) => ({ chapter, id, order });
const chapters = ['second-by-name', 'first-by-name'];

describe('the order of reading', () => {
  it('goes through the chapters as the book names them, and through each by its lessons’ places', () => {
    const read = inReadingOrder(
      [
        lesson('first-by-name', '01-c', 1),
        lesson('second-by-name', '09-b', 2),
        lesson('second-by-name', '20-a', 1),
      ],
      chapters,
    );
    expect(read.map(slugOf)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['a folder that is no chapter', [lesson('other', '01-a', 1)], /01-a lies in content\/other\//],
    [
      'two lessons with one place in a chapter',
      [lesson('first-by-name', '01-a', 1), lesson('first-by-name', '02-b', 1)],
      /01-a and 02-b both have the order 1 in the chapter first-by-name/,
    ],
    [
      'two lessons with one address, whatever their chapters',
      [lesson('first-by-name', '01-a', 1), lesson('second-by-name', '07-a', 2)],
      /01-a and 07-a both have the address \/lessons\/a\//,
    ],
  ])('stops the build at %s', (_what, lessons, said) => {
    expect(() => inReadingOrder(lessons, chapters)).toThrow(said);
  });
});
