/** How the models of a sweep lie side by side, and how a batch is laid out for them. Plain arrays, no TF.js. */
import { seeded } from '../../kit/numbers/random.ts';

/** One model: what it is taught. */
export interface Targets {
  /** The class of each row, from 0. */
  readonly labels: Uint8Array;
  /** How much each row counts for this model; 0: it does not see the row. */
  readonly weights: Float32Array;
  /** Of its initial weights. */
  readonly seed: number;
}

/** The size of each model: `hidden` units (0: none, a softmax regression) between `features` and `classes`. */
export interface NetworkSize {
  readonly features: number;
  readonly hidden: number;
  readonly classes: number;
}

/** A batch as the models see it. */
export interface Batch {
  readonly rows: number;
  readonly features: number;
  readonly classes: number;
  /** rows x (features + 1): the last column is 1, so that biases are weights like any other. */
  readonly inputs: Float32Array;
  /** The same turned, (features + 1) x rows: a product is fast only with what lies as it is. */
  readonly turned: Float32Array;
  /** models x rows x classes: 1 at the label's place. */
  readonly answers: Float32Array;
  /** models x rows x classes: the row's part in the model's mean gradient. */
  readonly parts: Float32Array;
  /** Models that see no row of this batch: it changes nothing for them. */
  readonly idle: readonly boolean[];
}

/** Initial weights and biases of one model: normal with variance 2 / inputs (He et al. 2015), biases 0. */
export function initialWeights(
  { features, hidden, classes }: NetworkSize,
  seed: number,
): readonly Float32Array[] {
  const random = seeded(seed, 'weights');
  const layer = (rows: number, columns: number): Float32Array => {
    const spread = Math.sqrt(2 / rows);
    return Float32Array.from({ length: rows * columns }, () => spread * random.normal());
  };
  if (hidden === 0) return [layer(features, classes)];
  return [layer(features, hidden), layer(hidden, classes)];
}

/** The first layers one after another, units x (features + 1) each: biases come last, and so does a unit that is always 1. */
export function firstLayer(
  size: NetworkSize,
  models: readonly (readonly Float32Array[])[],
): Float32Array {
  const { features, hidden, classes } = size;
  const learning = hidden === 0 ? classes : hidden;
  const units = hidden === 0 ? classes : hidden + 1;
  const wide = features + 1;
  const stack = new Float32Array(models.length * units * wide);
  models.forEach(([first], model) => {
    for (let unit = 0; unit < learning; unit += 1) {
      const to = (model * units + unit) * wide;
      for (let i = 0; i < features; i += 1) stack[to + i] = first?.[i * learning + unit] as number;
    }
    if (hidden > 0) stack[(model + 1) * units * wide - 1] = 1;
  });
  return stack;
}

/** The second layers one after another, each (hidden + 1) x classes with its biases in the last row. */
export function secondLayer(
  { hidden, classes }: NetworkSize,
  models: readonly (readonly Float32Array[])[],
): Float32Array {
  const each = (hidden + 1) * classes;
  const stack = new Float32Array(models.length * each);
  models.forEach(([, second], model) => stack.set(second as Float32Array, model * each));
  return stack;
}

/** Lays out the rows that `order` names. */
export function layOut(
  { features, classes }: NetworkSize,
  inputs: Float32Array,
  targets: readonly Targets[],
  order: Int32Array,
): Batch {
  const rows = order.length;
  const wide = features + 1;
  const batch = new Float32Array(rows * wide).fill(1);
  const turned = new Float32Array(rows * wide).fill(1);
  const answers = new Float32Array(targets.length * rows * classes);
  const parts = new Float32Array(targets.length * rows * classes);
  for (let i = 0; i < rows; i += 1) {
    const from = (order[i] as number) * features;
    for (let j = 0; j < features; j += 1) {
      const value = inputs[from + j] as number;
      batch[i * wide + j] = value;
      turned[j * rows + i] = value;
    }
  }
  const idle = targets.map(({ labels, weights }, model) => {
    let sum = 0;
    for (let i = 0; i < rows; i += 1) sum += weights[order[i] as number] as number;
    if (!(sum > 0)) return true;
    for (let i = 0; i < rows; i += 1) {
      const row = order[i] as number;
      const at = (model * rows + i) * classes;
      answers[at + (labels[row] as number)] = 1;
      parts.fill((weights[row] as number) / sum, at, at + classes);
    }
    return false;
  });
  return { rows, features, classes, inputs: batch, turned, answers, parts, idle };
}

/** Probabilities from scores, row by row of `classes`, in place. */
export function softmax(scores: Float32Array, classes: number): Float32Array {
  for (let from = 0; from < scores.length; from += classes) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let i = from; i < from + classes; i += 1) highest = Math.max(highest, scores[i] as number);
    let sum = 0;
    for (let i = from; i < from + classes; i += 1) {
      scores[i] = Math.exp((scores[i] as number) - highest);
      sum += scores[i] as number;
    }
    for (let i = from; i < from + classes; i += 1) scores[i] = (scores[i] as number) / sum;
  }
  return scores;
}
