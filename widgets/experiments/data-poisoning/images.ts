/** MNIST at 14x14: its packed bytes, and which images are learned from. */
import { DataFault } from '../../kit/contract/faults.ts';
import { seeded } from '../../kit/numbers/random.ts';

export const FILE = 'mnist14.bin';
/** Side of an image, and its pixels. */
export const SIDE = 14;
export const PIXELS = SIDE * SIDE;
/** Classes of digits. */
export const KINDS = 10;
/** Images that a model learns from; the rest are held out. */
export const TRAINING = 2000;

/** Ink of a full pixel in a packed image: four bits. */
const FULL = 15;
const PACKED = PIXELS / 2;

/** Images as a network sees them (196 values from 0 to 1 for each), and their labels. */
export interface Images {
  readonly count: number;
  readonly pixels: Float32Array;
  readonly labels: Uint8Array;
}

/** What may be learned from, and what is only ever tested on. */
export interface Split {
  readonly training: Images;
  readonly heldOut: Images;
}

/** Reads a packed file: n x 98 bytes of two pixels each, then n labels. Throws when the bytes cannot be that. */
export function unpack(bytes: Uint8Array): Images {
  const count = bytes.length / (PACKED + 1);
  const labels = bytes.subarray(count * PACKED);
  const sound = Number.isInteger(count) && count > TRAINING;
  if (!sound || labels.some((label) => label >= KINDS)) {
    throw new DataFault(
      `The file ${FILE} does not hold digits: it is damaged or not the published one. Reload the page to fetch it again.`,
    );
  }
  const pixels = new Float32Array(count * PIXELS);
  for (let at = 0; at < count * PACKED; at += 1) {
    const two = bytes[at] as number;
    pixels[2 * at] = (two >>> 4) / FULL;
    pixels[2 * at + 1] = (two & 15) / FULL;
  }
  return { count, pixels, labels };
}

/** Splits the images in the seed's own order: 2,000 to learn from, the rest held out. */
export function split(images: Images, seed: number): Split {
  const order = seeded(seed, 'split').order(images.count);
  return {
    training: pick(images, order.subarray(0, TRAINING)),
    heldOut: pick(images, order.subarray(TRAINING)),
  };
}

/** Some images, in the given order. */
export function pick(images: Images, order: ArrayLike<number>): Images {
  const pixels = new Float32Array(order.length * PIXELS);
  const labels = new Uint8Array(order.length);
  for (let i = 0; i < order.length; i += 1) {
    pixels.set(imageAt(images.pixels, order[i] as number), i * PIXELS);
    labels[i] = images.labels[order[i] as number] as number;
  }
  return { count: order.length, pixels, labels };
}

/** The pixels of one image. */
export function imageAt(pixels: Float32Array, i: number): Float32Array {
  return pixels.subarray(i * PIXELS, (i + 1) * PIXELS);
}

/** The places of one digit's images. */
export function placesOf(images: Images, digit: number): number[] {
  return [...images.labels.keys()].filter((i) => images.labels[i] === digit);
}

/** An image as 196 hexadecimal digits, from 0 (paper) to f (ink): short in a page, and enough to be seen. */
export function inkOf(image: Float32Array): string {
  return [...image].map((ink) => Math.round(ink * FULL).toString(16)).join('');
}
