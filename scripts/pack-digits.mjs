// Packs the digit files that the site ships from the raw files: `node scripts/pack-digits.mjs FOLDER`.
// FOLDER holds t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz (MNIST), semeion.data and optdigits-sklearn-digits.csv.gz.
// The same raw files give the same bytes on every machine: integer sums, no random choice, no dates.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { mnistIn, packs } from './data-hashes.mjs';

/**
 * Of MNIST's test part every third image is packed, 3,334 of 10,000. Not the first 3,334: its first half was written by
 * census workers and is neater than its second, by school pupils.
 */
const EVERY = 3;
/** MNIST keeps a margin of 4 pixels round the 20x20 box that a digit was fitted into; the margin is cut off. */
const MNIST_MARGIN = 4;
/** Side of a packed image. */
const SIDE = 8;
/** Ink of a full pixel in a packed image. */
const FULL = 16;
/** On a scale of 0 to 255, ink paler than this is a scanning blur and does not widen the ink box. */
const FAINTEST = 32;

/** @typedef {{ side: number, full: number, margin: number, pixels: Uint8Array, labels: Uint8Array }} Digits a set of square images; `full` is the value of full ink, `margin` the empty border that is cut off */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box edges in pixels; right and bottom are just outside */

/** Reads MNIST's two idx files (already unpacked); keeps every `every`-th image from number `from` on, counted from 0. */
export function readMnist(images, labels, { every = EVERY, from = 0 } = {}) {
  const head = new DataView(images.buffer, images.byteOffset);
  if (head.getUint32(0) !== 2051)
    throw new Error('The MNIST image file does not begin as an idx3 file does.');
  const side = head.getUint32(8);
  const kept = Math.ceil((head.getUint32(4) - from) / every);
  const pixels = new Uint8Array(kept * side * side);
  const kinds = new Uint8Array(kept);
  for (let i = 0; i < kept; i += 1) {
    const at = from + i * every;
    const start = 16 + at * side * side;
    pixels.set(images.subarray(start, start + side * side), i * side * side);
    kinds[i] = labels[8 + at];
  }
  return { side, full: 255, margin: MNIST_MARGIN, pixels, labels: kinds };
}

/** Reads semeion.data: 256 bits a line, row by row, then ten bits of which one names the digit. */
export function readSemeion(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rows = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return {
    side: 16,
    full: 1,
    margin: 0,
    pixels: Uint8Array.from(rows.flatMap((row) => row.slice(0, 256))),
    labels: Uint8Array.from(rows.map((row) => row.indexOf(1, 256) - 256)),
  };
}

/** Reads optdigits: 64 counts from 0 to 16 a line, then the digit. */
function readOptdigits(text) {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number));
  return {
    side: 8,
    full: 16,
    margin: 0,
    pixels: Uint8Array.from(rows.flatMap((row) => row.slice(0, 64))),
    labels: Uint8Array.from(rows.map((row) => row[64])),
  };
}

/** The smallest box that holds an image's ink; the whole image when it has none. */
export function inkBox(image, side, full) {
  const box = { left: side, top: side, right: 0, bottom: 0 };
  image.forEach((value, at) => {
    if (value * 255 < FAINTEST * full) return;
    const x = at % side;
    const y = Math.floor(at / side);
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x + 1);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y + 1);
  });
  return box.right === 0 ? { left: 0, top: 0, right: side, bottom: side } : box;
}

/**
 * The part of an image inside `box`, stretched to 8x8 by area averaging and scaled to 0..16.
 * All sums are of whole numbers (lengths in eighths of a pixel), so that no machine rounds differently.
 */
export function stretch(image, side, full, box) {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  const packed = new Uint8Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 1) {
      let ink = 0;
      for (let y = 0; y < height; y += 1) {
        const tall = overlap(y * SIDE, (y + 1) * SIDE, row * height, (row + 1) * height);
        if (tall === 0) continue;
        for (let x = 0; x < width; x += 1) {
          const wide = overlap(x * SIDE, (x + 1) * SIDE, column * width, (column + 1) * width);
          ink += tall * wide * image[(box.top + y) * side + box.left + x];
        }
      }
      // Halves round up; the area of a cell is width * height in these units.
      packed[row * SIDE + column] = Math.floor(
        (2 * FULL * ink + width * height * full) / (2 * width * height * full),
      );
    }
  }
  return packed;
}

function overlap(a, b, c, d) {
  return Math.max(0, Math.min(b, d) - Math.max(a, c));
}

/** Packs a set: n*64 pixels from 0 to 16 row by row, then n labels. `cropped` stretches each digit's ink box over the whole image. */
export function pack({ side, full, margin, pixels, labels }, cropped) {
  const packed = new Uint8Array(labels.length * (SIDE * SIDE + 1));
  const whole = { left: margin, top: margin, right: side - margin, bottom: side - margin };
  for (let i = 0; i < labels.length; i += 1) {
    const image = pixels.subarray(i * side * side, (i + 1) * side * side);
    packed.set(
      stretch(image, side, full, cropped ? inkBox(image, side, full) : whole),
      i * SIDE * SIDE,
    );
  }
  packed.set(labels, labels.length * SIDE * SIDE);
  return packed;
}

/** Every packed file of a set, by name: as published, and cropped to its ink and stretched. */
export function packedFiles(id, digits) {
  return { [`${id}8.bin`]: pack(digits, false), [`${id}8-stretched.bin`]: pack(digits, true) };
}

packs(import.meta.filename, 'FOLDER', (from) => {
  const optdigits = gunzipSync(readFileSync(join(from, 'optdigits-sklearn-digits.csv.gz')));
  const sets = {
    mnist: readMnist(...mnistIn(from)),
    semeion: readSemeion(readFileSync(join(from, 'semeion.data'), 'utf8')),
    optdigits: readOptdigits(optdigits.toString('utf8')),
  };
  const packed = Object.entries(sets).map(([id, digits]) => [id, packedFiles(id, digits)]);
  return Object.fromEntries(packed);
});
