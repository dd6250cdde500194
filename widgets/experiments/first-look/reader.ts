/** The network as plain numbers: small enough to travel with a run, so that a page can read a digit with it at once. */
import { maxIndex } from 'd3-array';
import { KINDS } from '../../shared/digits/digits.ts';
import { PIXELS, SIDE } from '../../shared/digits/mnist14.ts';
import type { Move } from './params.ts';

/** Weights are whole steps from -127 to 127; as text, a byte each, 128 for none. */
const MOST = 127;
const NONE = 128;

/**
 * A network of 196 inputs, `units` hidden ones (ReLU) and ten scores. `codes` holds two hexadecimal digits for each weight:
 * units x 197, then (units + 1) x 10, biases last in each row. A weight is its code less 128 times the step of its layer.
 */
export interface Reader {
  readonly units: number;
  readonly steps: readonly [first: number, second: number];
  readonly codes: string;
}

/** A network's weights, rounded; the layers lie as `engine/nn.ts` has them. */
export function readerOf(units: number, layers: readonly [Float32Array, Float32Array]): Reader {
  const steps = layers.map(
    (weights) => weights.reduce((most, one) => Math.max(most, Math.abs(one)), 1e-6) / MOST,
  ) as unknown as Reader['steps'];
  const codeOf = (one: number, step: number): string =>
    (NONE + Math.round(one / step)).toString(16).padStart(2, '0');
  const codes = layers.flatMap((weights, i) =>
    Array.from(weights, (one) => codeOf(one, steps[i] as number)),
  );
  return { units, steps, codes: codes.join('') };
}

/** Its weights laid out for reading: for each pixel the weights to all units, the biases, and those to the ten scores. */
export interface Opened {
  readonly units: number;
  readonly pixels: Float32Array;
  readonly biases: Float32Array;
  readonly scores: Float32Array;
}

/** Opens a reader. */
export function opened({ units, steps, codes }: Reader): Opened {
  const weight = (at: number, step: number): number =>
    (Number.parseInt(codes.slice(2 * at, 2 * at + 2), 16) - NONE) * step;
  const wide = PIXELS + 1;
  const pixels = new Float32Array(PIXELS * units);
  for (let unit = 0; unit < units; unit += 1) {
    for (let at = 0; at < PIXELS; at += 1)
      pixels[at * units + unit] = weight(unit * wide + at, steps[0]);
  }
  return {
    units,
    pixels,
    biases: Float32Array.from({ length: units }, (_, unit) =>
      weight(unit * wide + PIXELS, steps[0]),
    ),
    scores: Float32Array.from({ length: (units + 1) * KINDS }, (_, i) =>
      weight(units * wide + i, steps[1]),
    ),
  };
}

/** An image, 196 values from 0 (paper) to 1 (ink). */
export type Image = ArrayLike<number>;

/** An image moved; what comes in is paper, what leaves it is gone. */
export function moved(image: Image, { columns, rows }: Move): Float32Array {
  const found = new Float32Array(PIXELS);
  for (let y = Math.max(0, rows); y < Math.min(SIDE, SIDE + rows); y += 1) {
    for (let x = Math.max(0, columns); x < Math.min(SIDE, SIDE + columns); x += 1)
      found[y * SIDE + x] = image[(y - rows) * SIDE + x - columns] as number;
  }
  return found;
}

/** The ten scores that a network gives to an image. */
function scoresOf({ units, pixels, biases, scores }: Opened, image: Image): Float32Array {
  const sums = biases.slice();
  for (let at = 0; at < PIXELS; at += 1) {
    const ink = image[at] as number;
    // Most of an image is paper, and paper adds nothing.
    if (ink === 0) continue;
    for (let unit = 0; unit < units; unit += 1)
      sums[unit] = (sums[unit] as number) + ink * (pixels[at * units + unit] as number);
  }
  const found = scores.slice(units * KINDS);
  for (let unit = 0; unit < units; unit += 1) {
    const value = sums[unit] as number;
    if (value <= 0) continue;
    for (let kind = 0; kind < KINDS; kind += 1)
      found[kind] = (found[kind] as number) + value * (scores[unit * KINDS + kind] as number);
  }
  return found;
}

/** The digit with the highest score; of equal ones the first. */
export function answerTo(network: Opened, image: Image): number {
  return maxIndex(scoresOf(network, image));
}
