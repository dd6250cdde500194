/** How suspicious labelled digits are to who does not know which labels are wrong: by their neighbours, or by a trained model. */
import { group, mean, range, sum } from 'd3-array';
import { atPlace } from '#kit/numbers';
import { imageAt, KINDS, type Digits } from './digits.ts';

/** Neighbours that are asked. */
const NEIGHBOURS = 10;
/** Images that are compared before somebody may say stop. */
const AT_ONCE = 100;

/** What is ranked: the rows in use, with the labels that stand on them. */
export interface Seen extends Pick<Digits, 'size' | 'pixels' | 'labels'> {
  /** Places of the rows in use. */
  readonly rows: readonly number[];
}

/** What a trained model makes of all rows: probabilities of the digits, and values of hidden units, row after row. */
export interface Looks {
  readonly chances: Float32Array;
  readonly hidden: Float32Array;
}

/** The rows in use from the most to the least suspicious, in one of three ways; `pause` is awaited in what takes long. */
export async function bySuspicion(
  way: string,
  seen: Seen,
  { chances, hidden }: Looks,
  pause: () => Promise<void>,
): Promise<number[]> {
  const byModel = way === 'loss' ? lossScores(seen, chances) : activationScores(seen, hidden);
  const scores = way === 'neighbours' ? await neighbourScores(seen, pause) : byModel;
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
    const near = range(rows.length).filter((j) => far(j) <= last);
    const nearest = near.sort((a, b) => far(a) - far(b)).slice(0, NEIGHBOURS);
    const others = nearest.filter((j) => labels[rows[j] as number] !== labels[row]).length;
    const distance = sum(nearest, (j) => Math.sqrt(far(j))) / NEIGHBOURS;
    scores[i] = others / NEIGHBOURS - (0.5 * distance) / NEIGHBOURS / Math.sqrt(size);
  }
  return scores;
}

/** Squared distances from one row in use to all; it is no neighbour of its own. */
function squaresFrom(i: number, seen: Seen, norms: readonly number[]): Float64Array {
  const { size, pixels, rows } = seen;
  const own = imageAt(seen, rows[i] as number);
  // Most of an image is paper: only its ink is multiplied.
  const ink = Int32Array.from([...own.keys()].filter((at) => (own[at] as number) > 0));
  const amounts = Float64Array.from(ink, (at) => own[at] as number);
  const squares = new Float64Array(rows.length);
  for (let j = 0; j < squares.length; j += 1) {
    const from = (rows[j] as number) * size;
    let product = 0;
    for (let k = 0; k < ink.length; k += 1)
      product += (amounts[k] as number) * (pixels[from + (ink[k] as number)] as number);
    squares[j] = Math.max(0, (norms[i] as number) + (norms[j] as number) - 2 * product);
  }
  squares[i] = Infinity;
  return squares;
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
  for (const own of group(rows.keys(), (i) => labels[rows[i] as number]).values()) {
    for (const unit of range(units)) {
      const values = own.map((i) => hidden[(rows[i] as number) * units + unit] as number);
      const middle = mean(values) as number;
      const squares = values.map((value) => (value - middle) ** 2);
      const variance = mean(squares) as number;
      // A unit that is silent for the whole label says nothing of anybody.
      if (variance < 1e-9) continue;
      for (const [k, i] of own.entries())
        scores[i] = (scores[i] as number) + (squares[k] as number) / variance;
    }
  }
  return scores;
}
