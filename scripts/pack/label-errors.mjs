// Packs the label errors of MNIST's test part: `node scripts/pack/label-errors.mjs FOLDER`.
// FOLDER holds t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz and mnist_mturk.json (cleanlab/label-errors).
// The same raw files give the same bytes on every machine: no random choice, no dates.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mnistIn, packs } from '../data-hashes.mjs';
import { pack14 } from '../pack-mnist14.mjs';

/** Of five people, at most so many agree with a label that counts as an error. */
const AGREE = 2;
/** Every third image is in mnist14.bin already. */
const EVERY = 3;
/** MNIST's images are so many pixels a side; an IDX file begins with so many bytes of its own. */
const [SIDE, IMAGES_FROM, LABELS_FROM] = [28, 16, 8];

/** The checks whose label is an error, in the order of the images. */
export function errorsIn(checks) {
  return checks.filter(({ mturk }) => mturk.given <= AGREE).sort((a, b) => a.id - b.id);
}

/**
 * Packs the errors: the images that mnist14.bin lacks, then their labels, as there; then seven bytes for each error: its
 * place among the 10,000 (the upper byte first), its label, what was guessed in its place, and how many of five people agreed with the
 * label, with the guess, with neither.
 */
export function packErrors(pixels, labels, checks) {
  const area = SIDE * SIDE;
  const errors = errorsIn(checks);
  for (const { id, given_original_label: given } of errors)
    if (labels[id] !== given) throw new Error(`image ${id} has the label ${labels[id]}`);
  const further = errors.filter(({ id }) => id % EVERY !== 0).map(({ id }) => id);
  const images = Buffer.concat(further.map((id) => pixels.subarray(id * area, (id + 1) * area)));
  const own = Uint8Array.from(further, (id) => labels[id]);
  const notes = errors.flatMap(({ id, our_guessed_label: guess, mturk }) => [
    id >> 8,
    id & 255,
    labels[id],
    guess,
    mturk.given,
    mturk.guessed,
    mturk.neither,
  ]);
  return Buffer.concat([
    pack14({ side: SIDE, pixels: images, labels: own }),
    Uint8Array.from(notes),
  ]);
}

packs(import.meta.filename, 'FOLDER', (from) => {
  const [images, labels] = mnistIn(from);
  const checks = JSON.parse(readFileSync(join(from, 'mnist_mturk.json'), 'utf8'));
  const [pixels, kinds] = [images.subarray(IMAGES_FROM), labels.subarray(LABELS_FROM)];
  return { 'mnist-label-errors': { 'mnist-label-errors.bin': packErrors(pixels, kinds, checks) } };
});
