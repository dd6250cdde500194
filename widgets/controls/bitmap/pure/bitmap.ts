/**
 * An image in levels of grey, drawn by the reader. As a short text: row by row from the top left a letter for each level, `a`
 * for blank, and how often it follows on itself: `a30d2`. What is blank at the end is left out.
 */
import {
  LONGEST_TEXT,
  type Adjusted,
  type Surface,
  type TextParam,
} from '../../../kit/contract/params.ts';
import { IMAGES } from '#words/widgets/controls/bitmap/pure/words';

/** How large an image is, and how fine. */
export interface BitmapShape {
  readonly columns: number;
  /** With the columns at most 1,500 cells: a link must bear an image without any two neighbours alike. */
  readonly rows: number;
  /** From 2 (blank and ink) to 16. */
  readonly levels: number;
}

/** A setting that is an image. */
export interface BitmapParam extends TextParam {
  readonly surface: Surface & { readonly shape: BitmapShape };
}

const BLANK = 97;

/** The levels of an image, row by row from the top left, 0 for blank. Throws an Error that says what to write instead. */
export function readBitmap(shape: BitmapShape, text: string): Uint8Array {
  return read(shape, text).image;
}

function read(
  { columns, rows, levels }: BitmapShape,
  text: string,
): { readonly image: Uint8Array; readonly tooDark: number } {
  const plain = text.toLowerCase().replace(/\s+/g, '');
  const last = String.fromCharCode(BLANK + levels - 1);
  const wanted = IMAGES.wanted(last);
  if (!/^(?:[a-z]\d{0,4})*$/.test(plain)) throw new Error(wanted);
  const image = new Uint8Array(columns * rows);
  let at = 0;
  let tooDark = 0;
  for (const [, letter = '', digits = ''] of plain.matchAll(/([a-z])(\d*)/g)) {
    const asked = letter.charCodeAt(0) - BLANK;
    const count = digits === '' ? 1 : Number(digits);
    if (at + count > image.length) throw new Error(IMAGES.atMost(columns, rows));
    if (asked >= levels) tooDark += count;
    image.fill(Math.min(asked, levels - 1), at, at + count);
    at += count;
  }
  return { image, tooDark };
}

/** An image as text, in the one form that it always has. */
export function writeBitmap(image: ArrayLike<number>): string {
  let text = '';
  for (let at = 0; at < image.length;) {
    const level = image[at] ?? 0;
    let end = at + 1;
    while (end < image.length && image[end] === level) end += 1;
    if (level === 0 && end === image.length) break;
    text += String.fromCharCode(BLANK + level) + (end - at > 1 ? String(end - at) : '');
    at = end;
  }
  return text;
}

function parse(shape: BitmapShape, text: string): string | Adjusted {
  const { image, tooDark } = read(shape, text);
  const value = writeBitmap(image);
  if (tooDark === 0) return value;
  return { value, said: IMAGES.tooDark(tooDark) };
}

/** How much of an image is inked, in words. */
export function bitmapInWords(shape: BitmapShape, text: string): string {
  const inked = readBitmap(shape, text).reduce((sum, level) => sum + (level > 0 ? 1 : 0), 0);
  return inked === 0 ? IMAGES.blank : IMAGES.inked(inked, shape.columns, shape.rows);
}

/** Makes a setting of an image that the reader draws. */
export /* @__NO_SIDE_EFFECTS__ */ function bitmap({
  columns,
  rows,
  levels = 16,
  ...param
}: Omit<BitmapParam, 'kind' | 'surface' | 'parse' | 'say'> &
  Omit<BitmapShape, 'levels'> & { readonly levels?: number }): BitmapParam {
  if (columns * rows > LONGEST_TEXT || levels < 2 || levels > 16) {
    throw new Error(
      `${param.label}: an image has at most ${LONGEST_TEXT} cells and 2 to 16 levels`,
    );
  }
  const shape = { columns, rows, levels };
  return {
    ...param,
    kind: 'text',
    surface: { kind: 'bitmap', shape },
    parse: (text) => parse(shape, text),
    say: (text) => bitmapInWords(shape, text),
  };
}
