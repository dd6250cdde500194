/** The sets of digits that models go abroad with, 8 x 8 pixels each: their files, and what of each is learned from. */
import type { PackedFile } from './packed.ts';
import type { SetName } from './sets.ts';

/** Side of an image in pixels, and all of them. */
export const SIDE = 8;
export const PIXELS = SIDE * SIDE;
/** Ink of a full pixel. */
export const FULL_INK = 16;
/** Digits that a model learns from; the rest of its set is held out. */
export const TRAINING = 1150;

/** The file of a set: as it was published, or every digit cropped to its ink and stretched over the image. */
export function fileOf(set: SetName, form: 'published' | 'stretched'): PackedFile {
  const name = form === 'stretched' ? `${set}8-stretched.bin` : `${set}8.bin`;
  return { name, size: PIXELS, perByte: 1, full: FULL_INK, moreThan: TRAINING };
}

/** The name of the random stream that orders a set before it is split. */
export function splitOf(set: SetName): string {
  return `split ${set}`;
}
