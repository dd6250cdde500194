/** A network's loss and slopes written out with plain loops, in double precision, one model and one row at a time. */
import type { Targets } from '../../../widgets/engine/batches.ts';
import type { NetworkSize } from '../../../widgets/engine/nn.ts';

/** Weights of one model as the engine lays them out, layer by layer. */
export type Layers = readonly [first: ArrayLike<number>, second?: ArrayLike<number>];

/** What is learned from in one batch. */
export interface Lesson {
  readonly inputs: Float32Array;
  readonly order: Int32Array;
  readonly target: Targets;
}

/** What one row does on its way forward. */
interface Pass {
  readonly x: readonly number[];
  readonly sums: readonly number[];
  /** Hidden units, and the 1 for the biases. */
  readonly units: readonly number[];
  readonly chances: readonly number[];
}

function forward(
  { features, hidden, classes }: NetworkSize,
  [first, second]: Layers,
  row: Float32Array,
): Pass {
  const x = [...row, 1];
  const sums = Array.from({ length: hidden || classes }, (_, j) =>
    x.reduce((total, value, i) => total + value * (first[j * (features + 1) + i] as number), 0),
  );
  const units = [...sums.map((sum) => Math.max(0, sum)), 1];
  const scores = second
    ? Array.from({ length: classes }, (_, k) =>
        units.reduce((total, value, j) => total + value * (second[j * classes + k] as number), 0),
      )
    : sums;
  if (classes === 1) return { x, sums, units, chances: scores.map((s) => 1 / (1 + Math.exp(-s))) };
  const powers = scores.map(Math.exp);
  const total = powers.reduce((a, b) => a + b, 0);
  return { x, sums, units, chances: powers.map((power) => power / total) };
}

/** The probabilities that a model gives to one row. */
export function chancesByHand(
  size: NetworkSize,
  layers: Layers,
  inputs: Float32Array,
  row: number,
): readonly number[] {
  return forward(size, layers, inputs.subarray(row * size.features, (row + 1) * size.features))
    .chances;
}

/** Calls with each row of the batch: what it does, its label, and its part in the mean. */
function eachRow(
  size: NetworkSize,
  layers: Layers,
  { inputs, order, target: { labels, weights } }: Lesson,
  use: (pass: Pass, label: number, part: number) => void,
): void {
  const sum = [...order].reduce((total, row) => total + (weights[row] as number), 0);
  for (const row of order) {
    const x = inputs.subarray(row * size.features, (row + 1) * size.features);
    use(forward(size, layers, x), labels[row] as number, (weights[row] as number) / sum);
  }
}

/** The weighted mean of cross-entropy. */
export function lossByHand(size: NetworkSize, layers: Layers, lesson: Lesson): number {
  let loss = 0;
  eachRow(size, layers, lesson, ({ chances }, label, part) => {
    const [yes = 0] = chances;
    const right = size.classes === 1 ? (label === 1 ? yes : 1 - yes) : (chances[label] as number);
    loss -= part * Math.log(right);
  });
  return loss;
}

/** The slope of that loss in each weight, by backpropagation; laid out as the weights are. */
export function slopesByHand(size: NetworkSize, layers: Layers, lesson: Lesson): Float64Array[] {
  const { hidden, classes } = size;
  const [, second] = layers;
  const found = layers.map((layer) => new Float64Array((layer as Float32Array).length));
  const [toFirst, toSecond] = found as [Float64Array, Float64Array?];
  eachRow(size, layers, lesson, ({ x, sums, units, chances }, label, part) => {
    const off = chances.map((chance, k) => {
      const answer = classes === 1 ? label : Number(label === k);
      return (chance - answer) * part;
    });
    const back = sums.map((sum, j) => {
      if (!second || hidden === 0) return off[j] as number;
      if (sum <= 0) return 0;
      return off.reduce((all, one, k) => all + one * (second[j * classes + k] as number), 0);
    });
    back.forEach((slope, j) =>
      x.forEach((value, i) => add(toFirst, j * x.length + i, slope * value)),
    );
    if (!toSecond) return;
    units.forEach((value, j) =>
      off.forEach((one, k) => add(toSecond, j * classes + k, one * value)),
    );
  });
  return found;
}

function add(to: Float64Array, at: number, value: number): void {
  to[at] = (to[at] as number) + value;
}
