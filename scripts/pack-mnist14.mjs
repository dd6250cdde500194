// Packs MNIST at 14x14 from the raw test part: `node scripts/pack-mnist14.mjs FOLDER`.
// FOLDER holds t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz.
// `mnist14.bin` came first, and published pages ask for it by its hash: it stays as it is, and further images have a file of their own.
// The same raw files give the same bytes on every machine: integer sums, no random choice, no dates.
import { mnistIn, packs } from './data-hashes.mjs';
import { readMnist } from './pack-digits.mjs';

/** Side of a packed image: half of MNIST's 28, margin included, for a mark may be painted into it. */
const SIDE = 14;
/** Ink of a full pixel in a packed image: what four bits hold. */
const FULL = 15;

/** One image of 28x28 bytes as 14x14 values from 0 to 15: the mean of each 2x2 pixels, halves rounded up. */
export function halved(image) {
  const whole = 4 * 255;
  return Uint8Array.from({ length: SIDE * SIDE }, (_, at) => {
    const corner = 2 * Math.floor(at / SIDE) * 2 * SIDE + 2 * (at % SIDE);
    const ink =
      image[corner] + image[corner + 1] + image[corner + 2 * SIDE] + image[corner + 2 * SIDE + 1];
    return Math.floor((2 * FULL * ink + whole) / (2 * whole));
  });
}

/** Packs a set: n x 98 bytes of two pixels each (the left one in the upper half), then n labels. */
export function pack14({ side, pixels, labels }) {
  const area = side * side;
  const bytes = (SIDE * SIDE) / 2;
  const packed = new Uint8Array(labels.length * (bytes + 1));
  for (let i = 0; i < labels.length; i += 1) {
    const small = halved(pixels.subarray(i * area, (i + 1) * area));
    for (let at = 0; at < bytes; at += 1) {
      packed[i * bytes + at] = small[2 * at] * 16 + small[2 * at + 1];
    }
  }
  packed.set(labels, labels.length * bytes);
  return packed;
}

packs(import.meta.filename, 'FOLDER', (from) => {
  const [images, labels] = mnistIn(from);
  return {
    // Every third image, as in the 8x8 set and for its reason: the first half is neater than the second.
    mnist14: { 'mnist14.bin': pack14(readMnist(images, labels)) },
    // Every sixth from the second on: none of these is among every third from the first on.
    'mnist14-more': {
      'mnist14-more.bin': pack14(readMnist(images, labels, { every: 6, from: 1 })),
    },
  };
});
