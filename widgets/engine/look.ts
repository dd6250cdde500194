/** What models in training make of rows: read from the back end a stretch at a time. */
import { layOutInputs } from './batches.ts';
import { hiddenUnits, scores, type Weights } from './nn.ts';
import { read } from './read.ts';
import * as tf from './tf.ts';

/** The models as they are now; each answer comes in the order of the targets. */
export interface Models {
  /** For each model the probabilities of the classes, rows x classes. */
  probabilities(rows: Rows): Promise<readonly Float32Array[]>;
  /** For each model the values of its hidden units, rows x hidden. */
  hiddenOf(rows: Rows): Promise<readonly Float32Array[]>;
}

/** Rows that are looked at again and again, laid out once; whoever asks for them frees them. */
export interface Rows {
  readonly count: number;
  readonly stretches: readonly tf.Tensor2D[];
  free(): void;
}

/** Rows that are looked at in one go. */
const LOOK = 512;

/** Lays out rows x features to be looked at. */
export function rowsOf(inputs: Float32Array, features: number): Rows {
  const count = inputs.length / features;
  const stretches: tf.Tensor2D[] = [];
  for (let from = 0; from < count; from += LOOK) {
    const length = Math.min(LOOK, count - from);
    const part = Int32Array.from({ length }, (_, i) => from + i);
    const { rows, columns } = layOutInputs(inputs, features, part);
    rows.dispose();
    stretches.push(columns);
  }
  return { count, stretches, free: () => tf.dispose([...stretches]) };
}

/** Lays out rows x features for one look, and frees them when it is over. */
export async function onRows<T>(
  inputs: Float32Array,
  features: number,
  look: (rows: Rows) => Promise<T>,
): Promise<T> {
  const rows = rowsOf(inputs, features);
  try {
    return await look(rows);
  } finally {
    rows.free();
  }
}

/** The models that these weights are at the time; `pause` is awaited between stretches. */
export function lookAt(weights: () => Weights, pause: () => Promise<void>): Models {
  return {
    probabilities: async (rows) => {
      const found = await inStretches(rows, (part) => scores(weights(), part), pause);
      return found.map((one) => asProbabilities(one, one.length / rows.count));
    },
    hiddenOf: (rows) => {
      const look = (part: tf.Tensor2D): tf.Tensor3D =>
        tf.transpose(hiddenUnits(weights(), part), [0, 2, 1]);
      return inStretches(rows, look, pause);
    },
  };
}

/** Looks at a stretch of rows at a time; each model gets its own rows x columns out of models x rows x columns. */
async function inStretches(
  { count, stretches }: Rows,
  look: (part: tf.Tensor2D) => tf.Tensor3D,
  pause: () => Promise<void>,
): Promise<readonly Float32Array[]> {
  const found: Float32Array[] = [];
  let from = 0;
  for (const part of stretches) {
    if (from > 0) await pause();
    const stack = tf.tidy(() => look(part));
    try {
      const values = await read(stack);
      const [models, rows, columns] = stack.shape;
      for (let model = 0; model < models; model += 1) {
        const own = (found[model] ??= new Float32Array(count * columns));
        const at = model * rows * columns;
        own.set(values.subarray(at, at + rows * columns), from * columns);
      }
      from += rows;
    } finally {
      stack.dispose();
    }
  }
  return found;
}

/** Probabilities from scores, in place. Done here, for a GPU could make a plausible probability of a NaN. */
function asProbabilities(scores: Float32Array, classes: number): Float32Array {
  if (classes === 1) return scores.map((score) => 1 / (1 + Math.exp(-score)));
  for (let from = 0; from < scores.length; from += classes) {
    const to = from + classes;
    let highest = -Infinity;
    for (let i = from; i < to; i += 1) highest = Math.max(highest, scores[i] as number);
    let sum = 0;
    for (let i = from; i < to; i += 1) sum += Math.exp((scores[i] as number) - highest);
    for (let i = from; i < to; i += 1) scores[i] = Math.exp((scores[i] as number) - highest) / sum;
  }
  return scores;
}
