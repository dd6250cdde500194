/** The table of widths, held against the font that the book serves. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../../widgets/kit/draw/text-width.ts';

// It comes without types.
const subsetFont = createRequire(import.meta.url)('subset-font') as (
  font: Uint8Array,
  letters: string,
  options: object,
) => Promise<Uint8Array>;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%/&?';

/** Advances by letter, and those of all glyphs, at a weight: read from the font's own tables. */
async function advances(wght: number): Promise<{ of: (letter: string) => number; all: number[] }> {
  const served = readFileSync('src/assets/fonts/inter.woff2');
  const axes = { wght };
  const font = await subsetFont(served, `${LETTERS}0123456789`, {
    targetFormat: 'truetype',
    variationAxes: axes,
    keepFeatures: ['tnum'],
  });
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = (name: string): number => {
    for (let at = 12; ; at += 16) {
      const tag = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
      if (tag === name) return view.getUint32(at + 8);
    }
  };
  const unitsPerEm = view.getUint16(table('head') + 18);
  const count = view.getUint16(table('maxp') + 4);
  const last = view.getUint16(table('hhea') + 34) - 1;
  const advance = (glyph: number): number =>
    view.getUint16(table('hmtx') + 4 * Math.min(glyph, last)) / unitsPerEm;
  return {
    of: (letter) => advance(glyphOf(view, table('cmap'), letter.charCodeAt(0))),
    all: Array.from({ length: count }, (_, glyph) => advance(glyph)),
  };
}

/** The glyph of a code by the font's `cmap`, format 4. */
function glyphOf(view: DataView, cmap: number, code: number): number {
  const tables = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) =>
    view.getUint32(cmap + 8 + 8 * i),
  );
  const at = cmap + (tables.find((offset) => view.getUint16(cmap + offset) === 4) ?? 0);
  const twice = view.getUint16(at + 6);
  for (let i = 0; i < twice; i += 2) {
    if (code > view.getUint16(at + 14 + i)) continue;
    const first = view.getUint16(at + 16 + twice + i);
    const delta = view.getUint16(at + 16 + 2 * twice + i);
    const place = at + 16 + 3 * twice + i;
    const offset = view.getUint16(place);
    return offset === 0
      ? (code + delta) & 0xffff
      : view.getUint16(place + offset + 2 * (code - first));
  }
  return 0;
}

const font = await advances(400);
const bold = await advances(650);

describe('the width of words', () => {
  it.each([...LETTERS])('of %s is that of the font, to a hundredth of its size', (letter) => {
    expect(Math.abs(widthOf(letter, false, 1) - font.of(letter))).toBeLessThanOrEqual(0.0101);
  });

  it('of digits is one for all: that of the font’s ten tabular ones', () => {
    const width = widthOf('0', false, 1);
    for (const digit of '123456789') expect(widthOf(digit, false, 1)).toBe(width);
    expect(font.all.filter((one) => Math.abs(one - width) < 0.0101).length).toBeGreaterThan(9);
  });

  it('of a sentence errs by a hundredth at most, bold ones by a twentieth', () => {
    const words = 'HowlongtheytookOverthreethousandmessagesarejudgedright';
    const sum = (of: (letter: string) => number): number =>
      [...words].reduce((all, letter) => all + of(letter), 0);
    expect(widthOf(words, false, 1) / sum(font.of)).toBeCloseTo(1, 2);
    const ratio = widthOf(words, true, 1) / sum(bold.of);
    expect(ratio).toBeGreaterThan(0.99);
    expect(ratio).toBeLessThan(1.05);
  });

  it('is known of what is not in the table, and of a space that holds words together', () => {
    expect(widthOf('→')).toBeGreaterThan(0);
    expect(widthOf('17\u00a0ms')).toBe(widthOf('17 ms'));
  });
});
