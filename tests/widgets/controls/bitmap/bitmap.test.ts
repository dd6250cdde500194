import { describe, expect, test } from 'vitest';
import {
  bitmap,
  readBitmap,
  writeBitmap,
  type BitmapParam,
} from '../../../../widgets/controls/bitmap/pure/bitmap.ts';
import { between, touched } from '../../../../widgets/controls/bitmap/pure/brush.ts';
import { BITMAP } from '../../../../widgets/controls/bitmap/pure/markup.ts';
import { readSettings } from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const SMALL = { columns: 4, rows: 3, levels: 3 };
const of = (shape: { columns: number; rows: number; levels?: number }): BitmapParam =>
  bitmap({ label: 'Digit', place: 'first', default: '', ...shape });
const small = of(SMALL);
const read = (text: string) => readSettings({ small }, { small: text });

describe('an image as text', () => {
  test('names levels and how often each follows on itself; blanks at the end are left out', () => {
    expect(writeBitmap([0, 0, 2, 2, 2, 1, 0, 0, 0, 0, 0, 0])).toBe('a2c3b');
    expect([...readBitmap(SMALL, 'a2c3b')]).toEqual([0, 0, 2, 2, 2, 1, 0, 0, 0, 0, 0, 0]);
    expect(writeBitmap(new Uint8Array(12))).toBe('');
  });
  test('has one form, whatever was written', () => {
    expect(read('AA c c2 a b0 a3').settings.small).toBe('a2c3');
  });
  test('the worst of 28 by 28 in sixteen levels fits into a link', () => {
    const random = seeded(1, 'noise');
    const shape = { columns: 28, rows: 28, levels: 16 };
    const noise = Uint8Array.from({ length: 784 }, () => random.whole(16));
    const text = writeBitmap(noise);
    expect(text.length).toBeLessThanOrEqual(1500);
    expect(readBitmap(shape, text)).toEqual(noise);
    expect(() => of({ columns: 40, rows: 40 })).toThrow('at most 1500 cells');
  });
  test('comes back as it was drawn by chance, and is never blank', () => {
    const random = seeded(2, 'drawn');
    for (let i = 0; i < 50; i += 1) {
      const text = BITMAP.random(small, random);
      expect(text).not.toBe('');
      expect(read(text)).toMatchObject({ settings: { small: text }, adjusted: {}, unreadable: [] });
    }
  });
  test('what is darker than ink is ink, and that is said', () => {
    expect(read('ad2z')).toMatchObject({
      settings: { small: 'ac3' },
      adjusted: { small: '3 cells are darker than ink, and ink is used' },
    });
  });
  test.each([
    ['7', 'levels from a (blank) to c, each with how often it follows on itself, such as a30c2'],
    ['a-1', 'levels from a (blank) to c, each with how often it follows on itself, such as a30c2'],
    ['a13', 'at most 4 × 3 cells'],
    ['a9999c', 'at most 4 × 3 cells'],
  ])('“%s” is refused, and the message says what to write', (text, wanted) => {
    expect(read(text).unreadable[0]?.wanted).toBe(wanted);
  });
  test('is told by how much of it is inked', () => {
    expect(small.say?.('')).toBe('Nothing is drawn yet');
    expect(small.say?.('a2c3b')).toBe('4 of 4 × 3 cells inked');
  });
});

describe('the brush', () => {
  const shape = { columns: 28, rows: 28, levels: 16 };
  const blank = new Uint8Array(784);
  const at = (image: Uint8Array, x: number, y: number): number => image[y * 28 + x] ?? -1;
  test('is darkest in the middle and softer outwards, the same on every side', () => {
    const image = touched(shape, blank, { x: 10, y: 10 }, false);
    expect([0, 1, 2, 3].map((d) => at(image, 10 + d, 10))).toEqual([15, 11, 4, 0]);
    expect([0, 1, 2, 3].map((d) => at(image, 10, 10 - d))).toEqual([15, 11, 4, 0]);
  });
  test('draws no cell lighter, and wipes what it has drawn', () => {
    const once = touched(shape, blank, { x: 5, y: 5 }, false);
    expect(at(touched(shape, once, { x: 6, y: 5 }, false), 5, 5)).toBe(15);
    expect(touched(shape, once, { x: 5, y: 5 }, true).every((level) => level <= 7)).toBe(true);
    expect(at(touched(shape, once, { x: 5, y: 5 }, true), 5, 5)).toBe(0);
  });
  test('stays within the image at its edges', () => {
    const image = touched(shape, blank, { x: 0, y: 27 }, false);
    expect(at(image, 0, 27)).toBe(15);
    expect(at(image, 27, 26)).toBe(0);
  });
  test('leaves no gap on its way', () => {
    expect(between({ x: 0, y: 0 }, { x: 3, y: 1 })).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 2, y: 1 },
      { x: 3, y: 1 },
    ]);
    expect(between({ x: 2, y: 2 }, { x: 2, y: 2 })).toEqual([{ x: 2, y: 2 }]);
  });
});
