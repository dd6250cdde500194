/** Which labels are wrong, and how: by chance, or because the world has changed since they were given. */
import { range } from 'd3-array';
import { seeded, type Random } from '#kit/numbers';
import { first, KINDS, split, type Split } from '../../shared/digits/digits.ts';
import type { Apart } from '../../shared/digits/label-errors.ts';
import type { WrongSettings } from './params.ts';
import { IMAGES, SWAPPED } from './sizes.ts';

/** The images of a seed, out of the digits that are left when the label errors are out: `IMAGES` of them to learn from. */
export function imagesOf({ rest }: Pick<Apart, 'rest'>, seed: number): Split {
  const { training, heldOut } = split(rest, IMAGES, seed, 'split');
  return { training: first(training, IMAGES), heldOut };
}

/** The labels that stand on the images: those in use are the first `images` rows. */
export function labelsOf(right: Uint8Array, settings: WrongSettings): Uint8Array {
  const { images, wrongShare, trusted, outdated, seed } = settings;
  const labels = right.slice();
  const old = range(images - Math.round(outdated * images), images);
  for (const row of old) labels[row] = swapped(right[row] as number);
  // Those that are wrong with few unchecked images are so with many.
  const order = [...seeded(seed, 'wrong labels').order(right.length)];
  const unchecked = order.filter((row) => row >= trusted && row < images);
  const wrong = unchecked.slice(0, Math.round(wrongShare * unchecked.length));
  return spoil(right, wrong, seeded(seed, 'other digits'), labels);
}

/** The labels of a test in which the same share is wrong. */
export function misread(right: Uint8Array, share: number, seed: number): Uint8Array {
  const order = seeded(seed, 'wrong test labels').order(right.length);
  const wrong = order.subarray(0, Math.round(share * right.length));
  return spoil(right, wrong, seeded(seed, 'other test digits'));
}

/** Puts another digit on some rows, each of the nine as likely as the others. */
function spoil(right: Uint8Array, rows: Iterable<number>, random: Random, labels = right.slice()) {
  const steps = Array.from(right, () => 1 + random.whole(KINDS - 1));
  for (const row of rows) labels[row] = ((right[row] as number) + (steps[row] as number)) % KINDS;
  return labels;
}

/** What a digit was called before two names were swapped. */
function swapped(digit: number): number {
  return SWAPPED[1 - SWAPPED.findIndex((one) => one === digit)] ?? digit;
}
