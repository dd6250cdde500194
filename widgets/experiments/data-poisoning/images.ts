/** MNIST at 14 x 14: the file it is read from, which images are learned from, and how one is sent to the page. */
import { split, type Digits, type Split } from '../../shared/digits/digits.ts';
import type { PackedFile } from '../../shared/digits/packed.ts';

/** Side of an image. */
export const SIDE = 14;
/** Pixels of an image. */
export const PIXELS = SIDE * SIDE;
/** Images that a model learns from; the rest are held out. */
export const TRAINING = 2000;

/** Ink of a full pixel in a packed image: four bits. */
const FULL = 15;

/** The file of all images. */
export const FILE: PackedFile = {
  name: 'mnist14.bin',
  size: PIXELS,
  perByte: 2,
  full: FULL,
  moreThan: TRAINING,
};

/** Splits the images in the seed's own order: 2,000 to learn from, the rest held out. */
export function splitOf(images: Digits, seed: number): Split {
  return split(images, TRAINING, seed, 'split');
}

/** An image as 196 hexadecimal digits, from 0 (paper) to f (ink): short in a page, and enough to be seen. */
export function inkOf(image: Float32Array): string {
  return [...image].map((ink) => Math.round(ink * FULL).toString(16)).join('');
}
