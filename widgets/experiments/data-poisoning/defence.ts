/** How a defender ranks training images by suspicion, without knowing the attack. */
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

/** The rows in use from the most to the least suspicious; `scores` come in the order of `rows`. */
export function bySuspicion({ rows }: Seen, scores: Float64Array): number[] {
  const order = [...rows.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number));
  return order.map((i) => rows[i] as number);
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
  const norms = rows.map((row) => imageAt(seen, row).reduce((sum, ink) => sum + ink * ink, 0));
  const scores = new Float64Array(rows.length);
  for (const [i, row] of rows.entries()) {
    if (i % AT_ONCE === 0) await pause();
    const nearest = nearestOf(i, seen, norms);
    const others = nearest.filter(({ at }) => labels[rows[at] as number] !== labels[row]).length;
    const mean = nearest.reduce((sum, { square }) => sum + Math.sqrt(square), 0) / nearest.length;
    scores[i] = others / nearest.length - (0.5 * mean) / NEIGHBOURS / Math.sqrt(size);
  }
  return scores;
}

interface Neighbour {
  readonly at: number;
  readonly square: number;
}

function nearestOf(i: number, seen: Seen, norms: readonly number[]): Neighbour[] {
  const { size, pixels, rows } = seen;
  const own = imageAt(seen, rows[i] as number);
  // Most of an image is paper: only its ink is multiplied.
  const ink = [...own.keys()].filter((at) => (own[at] as number) > 0);
  const nearest: Neighbour[] = [];
  for (let j = 0; j < rows.length; j += 1) {
    if (j === i) continue;
    const from = (rows[j] as number) * size;
    let product = 0;
    for (const at of ink) product += (own[at] as number) * (pixels[from + at] as number);
    const square = Math.max(0, (norms[i] as number) + (norms[j] as number) - 2 * product);
    const last = nearest.at(-1);
    if (nearest.length === NEIGHBOURS && last && square >= last.square) continue;
    if (nearest.length === NEIGHBOURS) nearest.pop();
    const place = nearest.findIndex((one) => one.square > square);
    nearest.splice(place < 0 ? nearest.length : place, 0, { at: j, square });
  }
  return nearest;
}

/** How surprised the trained model is by the label: minus the logarithm of its probability, from the model's answers to all rows. */
export function lossScores({ labels, rows }: Seen, chances: Float32Array): Float64Array {
  return Float64Array.from(rows, (row) => {
    const chance = chances[row * KINDS + (labels[row] as number)] as number;
    return -Math.log(Math.max(chance, 1e-30));
  });
}

/**
 * How far a row's hidden units are from the mean of its label: squared distances, each unit in its own standard deviations.
 * `hidden` holds the values of all units, row after row.
 */
export function activationScores({ labels, rows }: Seen, hidden: Float32Array): Float64Array {
  const units = hidden.length / labels.length;
  const scores = new Float64Array(rows.length);
  for (let label = 0; label < KINDS; label += 1) {
    const own = [...rows.keys()].filter((i) => labels[rows[i] as number] === label);
    for (let unit = 0; unit < units; unit += 1) {
      const value = (i: number): number => hidden[(rows[i] as number) * units + unit] as number;
      const mean = own.reduce((sum, i) => sum + value(i), 0) / own.length;
      const variance = own.reduce((sum, i) => sum + (value(i) - mean) ** 2, 0) / own.length;
      // A unit that is silent for the whole label says nothing of anybody.
      if (variance < 1e-9) continue;
      for (const i of own) scores[i] = (scores[i] as number) + (value(i) - mean) ** 2 / variance;
    }
  }
  return scores;
}
