/** The three sets of digits: what they are called, and the files that they are read from. */
import { split, type Digits, type Split } from '../../shared/digits/digits.ts';
import type { PackedFile } from '../../shared/digits/packed.ts';

/** A set by its permanent name; the order is that of the matrix. */
export const SETS = ['mnist', 'semeion', 'optdigits'] as const;
/** The name of a set. */
export type SetName = (typeof SETS)[number];

/** What a set is called, and what its digits are called in a sentence. */
export const CALLED: Readonly<Record<SetName, { readonly name: string; readonly digits: string }>> =
  {
    mnist: { name: 'MNIST', digits: 'American digits' },
    semeion: { name: 'Semeion', digits: 'Italian digits' },
    optdigits: { name: 'Optdigits', digits: 'Turkish digits' },
  };

/** As each set was published, or every digit cropped to its ink and stretched over the image. */
export type Form = 'published' | 'stretched';

/** Pixels of an image of 8 x 8. */
export const PIXELS = 64;
/** Ink of a full pixel. */
export const FULL_INK = 16;
/** Digits that a model learns from; the rest of its set is held out. */
export const TRAINING = 1150;

/** The file of a set. */
export function fileOf(set: SetName, form: Form): PackedFile {
  const name = form === 'stretched' ? `${set}8-stretched.bin` : `${set}8.bin`;
  return { name, size: PIXELS, perByte: 1, full: FULL_INK, moreThan: TRAINING };
}

/** Splits a set in a random order of its own stream. */
export function splitOf(set: SetName, digits: Digits, seed: number): Split {
  return split(digits, TRAINING, seed, `split ${set}`);
}
