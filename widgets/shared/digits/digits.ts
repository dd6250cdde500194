/** The three sets of digits: their names, their packed bytes, and which digits are learned from. */
import { DataFault } from '../../kit/contract/faults.ts';
import { seeded } from '../../kit/numbers/random.ts';

/** A set by its permanent name; the order is that of the matrix. */
export const SETS = ['mnist', 'semeion', 'optdigits'] as const;
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

/** Pixels of an image of 8x8. */
export const PIXELS = 64;
/** Digits that a model learns from; the rest of its set is held out. */
export const TRAINING = 1150;

/** Digits with their labels: `pixels` has 64 values from 0 to 16 for each. */
export interface Digits {
  readonly count: number;
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

/** One set, split by seed: what may be learned from, and what is only ever tested on. */
export interface Split {
  readonly training: Digits;
  readonly heldOut: Digits;
}

/** The name of a set's packed file. */
export function fileOf(set: SetName, form: Form): string {
  return form === 'stretched' ? `${set}8-stretched.bin` : `${set}8.bin`;
}

/** Reads a packed file: n x 64 pixels, then n labels. Throws when the bytes cannot be that. */
export function unpack(name: string, bytes: Uint8Array): Digits {
  const count = bytes.length / (PIXELS + 1);
  const pixels = bytes.subarray(0, count * PIXELS);
  const labels = bytes.subarray(count * PIXELS);
  const sound = pixels.every((ink) => ink <= 16) && labels.every((label) => label <= 9);
  if (!Number.isInteger(count) || count <= TRAINING || !sound) {
    throw new DataFault(
      `The file ${name} does not hold digits: it is damaged or not the published one. Reload the page to fetch it again.`,
    );
  }
  return { count, pixels, labels };
}

/** Splits a set in a random order of its own stream: 1,150 digits to learn from, the rest held out. */
export function split(set: SetName, digits: Digits, seed: number): Split {
  const order = seeded(seed, `split ${set}`).order(digits.count);
  return {
    training: pick(digits, order.subarray(0, TRAINING)),
    heldOut: pick(digits, order.subarray(TRAINING)),
  };
}

/** Some digits of a set, in the given order. */
export function pick(digits: Digits, order: ArrayLike<number>): Digits {
  const count = order.length;
  const pixels = new Uint8Array(count * PIXELS);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const from = order[i] as number;
    pixels.set(digits.pixels.subarray(from * PIXELS, (from + 1) * PIXELS), i * PIXELS);
    labels[i] = digits.labels[from] as number;
  }
  return { count, pixels, labels };
}

/** The first so many digits. */
export function first(digits: Digits, count: number): Digits {
  return {
    count,
    pixels: digits.pixels.subarray(0, count * PIXELS),
    labels: digits.labels.subarray(0, count),
  };
}

/** Several groups of digits as one. */
export function together(groups: readonly Digits[]): Digits {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const pixels = new Uint8Array(count * PIXELS);
  const labels = new Uint8Array(count);
  let at = 0;
  for (const group of groups) {
    pixels.set(group.pixels, at * PIXELS);
    labels.set(group.labels, at);
    at += group.count;
  }
  return { count, pixels, labels };
}
