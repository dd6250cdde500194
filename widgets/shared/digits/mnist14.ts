/** MNIST, every image made smaller, 14 x 14 pixels in sixteen greys: its file, single images as short texts, and the mean of many. */
import { mean, range } from 'd3-array';
import { imageAt, type Digits } from './digits.ts';
import type { PackedFile } from './packed.ts';

/** Side of an image, in pixels. */
export const SIDE = 14;
/** Pixels of an image. */
export const PIXELS = SIDE * SIDE;
/** The value of a pixel full of ink. */
const FULL = 15;
/** How its file packs it. */
export const MNIST14: PackedFile = {
  name: 'mnist14.bin',
  size: PIXELS,
  perByte: 2,
  full: FULL,
  moreThan: 2000,
};
/** Further images, none of which is in that file. */
export const MNIST14_MORE: PackedFile = {
  ...MNIST14,
  name: 'mnist14-more.bin',
  moreThan: 1000,
};

/** An image as 196 hexadecimal digits, from 0 (paper) to f (ink): short in a page, and enough to be seen. */
export function inkOf(digits: Digits, i: number): string {
  return [...imageAt(digits, i)].map((ink) => Math.round(ink * FULL).toString(16)).join('');
}

/** The pixels of such a text as figures draw them, from 0 (paper) to 16 (ink). */
export function pixelsOf(ink: string): number[] {
  return [...ink].map((digit) => (Number.parseInt(digit, 16) * 16) / FULL);
}

/** The mean of the images at some places, `PIXELS` values from 0 (paper) to 1 (ink). */
export function meanImage(digits: Digits, places: readonly number[]): number[] {
  return range(PIXELS).map((at) => mean(places, (place) => imageAt(digits, place)[at]) ?? 0);
}
