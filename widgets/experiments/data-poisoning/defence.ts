/** How a defender ranks training images by suspicion, without knowing the attack. */
import { sum } from 'd3-array';
import { atPlace } from '../../kit/numbers/percentiles.ts';
import { imageAt, KINDS, type Digits } from '../../shared/digits/digits.ts';

/** Neighbours that are asked. */
const NEIGHBOURS = 10;
/** Images that are compared before somebody may say stop. */
const AT_ONCE = 100;

/** What a defender sees: the rows in use, with the labels that stand on them. */
export interface Seen extends Pick<Digits, 'size' | 'pixels' | 'labels'> {
  /** Places of the rows in use. */
  readonly rows: readonly number[];
}

/** What a trained model makes of all rows: probabilities of the digits, and values of hidden units, row after row. */
interface Looks {
  readonly chances: Float32Array;
  readonly hidden: Float32Array;
}

/** The rows in use from the most to the least suspicious; `pause` is awaited in what takes long. */
export async function bySuspicion(
  defence: string,
  seen: Seen,
  { chances, hidden }: Looks,
  pause: () => Promise<void>,
): Promise<number[]> {
  const byModel = (): Float64Array =>
    defence === 'loss' ? lossScores(seen, chances) : activationScores(seen, hidden);
  const scores = defence === 'neighbours' ? await neighbourScores(seen, pause) : byModel();
  const order = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number));
  return order.map((i) => seen.rows[i] as number);
}

/**
 * The share of an image's ten nearest neighbours (Euclidean, over pixels) that have another label. Of two equal shares the
 * one with the nearer neighbours counts for more, which is never worth as much as one neighbour.
 */
export async function neighbourScores(
  seen: Seen,
  pause: () => Promise<void>,
): Promise<Float64Array> {
  const { size, labels, rows } = seen;
  const norms = rows.map((row) => sum(imageAt(seen, row), (ink) => ink * ink));
  const scores = new Float64Array(rows.length);
  for (const [i, row] of rows.entries()) {
    if (i % AT_ONCE === 0) await pause();
    const squares = squaresFrom(i, seen, norms);
    const far = (j: number): number => squares[j] as number;
    const last = atPlace(squares.slice(), NEIGHBOURS - 1);
    const near = [...rows.keys()].filter((j) => far(j) <= last).sort((a, b) => far(a) - far(b));
    const nearest = near.slice(0, NEIGHBOURS);
    const others = nearest.filter((j) => labels[rows[j] as number] !== labels[row]).length;
    const mean = sum(nearest, (j) => Math.sqrt(far(j))) / NEIGHBOURS;
    scores[i] = others / NEIGHBOURS - (0.5 * mean) / NEIGHBOURS / Math.sqrt(size);
  }
  return scores;
}

/** Squared distances from one row in use to all; it is no neighbour of its own. */
function squaresFrom(i: number, seen: Seen, norms: readonly number[]): Float64Array {
  const { size, pixels, rows } = seen;
  const own = imageAt(seen, rows[i] as number);
  // Most of an image is paper: only its ink is multiplied.
  const ink = [...own.keys()].filter((at) => (own[at] as number) > 0);
  return Float64Array.from(rows, (row, j) => {
    let product = 0;
    for (const at of ink) product += (own[at] as number) * (pixels[row * size + at] as number);
    const square = (norms[i] as number) + (norms[j] as number) - 2 * product;
    return j === i ? Infinity : Math.max(0, square);
  });
}

/** How surprised the trained model is by the label: minus the logarithm of its probability. */
export function lossScores({ labels, rows }: Seen, chances: Float32Array): Float64Array {
  return Float64Array.from(rows, (row) => {
    const chance = chances[row * KINDS + (labels[row] as number)] as number;
    return -Math.log(Math.max(chance, 1e-30));
  });
}

/** How far a row's hidden units are from the mean of its label: squared distances, each unit in its own standard deviations. */
export function activationScores({ labels, rows }: Seen, hidden: Float32Array): Float64Array {
  const units = hidden.length / labels.length;
  const scores = new Float64Array(rows.length);
  for (let label = 0; label < KINDS; label += 1) {
    const own = [...rows.keys()].filter((i) => labels[rows[i] as number] === label);
    for (let unit = 0; unit < units; unit += 1) {
      const value = (i: number): number => hidden[(rows[i] as number) * units + unit] as number;
      const mean = sum(own, value) / own.length;
      const variance = sum(own, (i) => (value(i) - mean) ** 2) / own.length;
      // A unit that is silent for the whole label says nothing of anybody.
      if (variance < 1e-9) continue;
      for (const i of own) scores[i] = (scores[i] as number) + (value(i) - mean) ** 2 / variance;
    }
  }
  return scores;
}
