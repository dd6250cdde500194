/** What a model is shown of an image: its pixels, the digit set upright, or its strokes. Sums and square roots only, so that every engine agrees. */
import { PIXELS, SIDE } from './mnist14.ts';

/** What a model is shown: pixels, or strokes; of the digit as it came, or upright. */
export type Features = 'raw' | 'deslant' | 'strokes' | 'both';

/** An image, 196 values from 0 (paper) to 1 (ink). */
type Image = ArrayLike<number>;

const CENTRE = (SIDE - 1) / 2;

/** How far a digit leans: columns to the right for each row down, from the moments of its ink; 0 of an empty image. */
export function slantOf(image: Image): number {
  let [ink, sumX, sumY] = [0, 0, 0];
  for (let at = 0; at < PIXELS; at += 1) {
    const value = image[at] as number;
    ink += value;
    sumX += value * (at % SIDE);
    sumY += value * Math.floor(at / SIDE);
  }
  if (ink === 0) return 0;
  let [across, down] = [0, 0];
  for (let at = 0; at < PIXELS; at += 1) {
    const y = Math.floor(at / SIDE) - sumY / ink;
    across += (image[at] as number) * ((at % SIDE) - sumX / ink) * y;
    down += (image[at] as number) * y * y;
  }
  return down === 0 ? 0 : across / down;
}

/** The digit set upright: each row pushed sideways by its distance from the middle times the slant, between pixels by shares. */
export function upright(image: Image): Float64Array {
  const slant = slantOf(image);
  const found = new Float64Array(PIXELS);
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      const from = x + slant * (y - CENTRE);
      const left = Math.floor(from);
      const share = from - left;
      found[y * SIDE + x] = (1 - share) * inkAt(image, left, y) + share * inkAt(image, left + 1, y);
    }
  }
  return found;
}

function inkAt(image: Image, x: number, y: number): number {
  return x < 0 || x >= SIDE || y < 0 || y >= SIDE ? 0 : (image[y * SIDE + x] as number);
}

/** An image moved by some pixels; what comes in is paper. */
export function moved(image: Image, columns: number, rows: number): Float64Array {
  return Float64Array.from({ length: PIXELS }, (_, at) =>
    inkAt(image, (at % SIDE) - columns, Math.floor(at / SIDE) - rows),
  );
}

/** Parts of an image across and down, in each of which strokes are summed up. */
export const PARTS = 5;
const DIRECTIONS = 4;
/** Numbers that the strokes of an image are. */
export const STROKES = PARTS * PARTS * DIRECTIONS;

/**
 * The strokes of an image: for each of 5 x 5 parts, how strongly edges run across, down, and in the two diagonals. An edge is the
 * difference of the neighbours of a pixel; its direction comes from the doubled angle, so that an edge from light to dark and
 * one from dark to light count alike. Each pixel counts in the parts round it by its distance from their middles. In the end
 * the numbers have the length 1, and then the root of each is taken, so that faint strokes count too.
 */
export function strokesOf(image: Image): Float64Array {
  const sums = new Float64Array(STROKES);
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      const across = inkAt(image, x + 1, y) - inkAt(image, x - 1, y);
      const down = inkAt(image, x, y + 1) - inkAt(image, x, y - 1);
      const size = Math.sqrt(across * across + down * down);
      if (size === 0) continue;
      const even = (across * across - down * down) / size;
      const odd = (2 * across * down) / size;
      const strengths = [
        Math.max(0, even),
        Math.max(0, -even),
        Math.max(0, odd),
        Math.max(0, -odd),
      ];
      for (const [row, inRow] of partsOf(y)) {
        for (const [column, inColumn] of partsOf(x)) {
          const part = (row * PARTS + column) * DIRECTIONS;
          strengths.forEach((strength, i) => {
            sums[part + i] = (sums[part + i] as number) + inRow * inColumn * strength;
          });
        }
      }
    }
  }
  const length = Math.sqrt(sums.reduce((sum, one) => sum + one * one, 0));
  return Float64Array.from(sums, (one) => (length === 0 ? 0 : Math.sqrt(one / length)));
}

/** The two parts that a row or column lies between, each with its share. */
const SHARES = Array.from({ length: SIDE }, (_, at): readonly (readonly [number, number])[] => {
  const place = ((at + 0.5) * PARTS) / SIDE - 0.5;
  const low = Math.floor(place);
  const share = place - low;
  const parts: (readonly [number, number])[] = [
    [low, 1 - share],
    [low + 1, share],
  ];
  return parts.filter(([part]) => part >= 0 && part < PARTS);
});

function partsOf(at: number): readonly (readonly [number, number])[] {
  return SHARES[at] ?? [];
}

/** An image as a model is shown it. */
export function shown(image: Image, features: Features): Float64Array {
  if (features === 'raw') return Float64Array.from(image);
  if (features === 'deslant') return upright(image);
  return strokesOf(features === 'both' ? upright(image) : image);
}

/** Numbers that a model is shown of an image. */
export function lengthOf(features: Features): number {
  return features === 'strokes' || features === 'both' ? STROKES : PIXELS;
}
