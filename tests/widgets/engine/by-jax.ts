/** A referee: the same networks in jax-js, another library with slopes of its own, in double precision. */
import { nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { initialWeights, type NetworkSize } from '../../../widgets/engine/nn.ts';
import type { Layers, Lesson } from './by-hand.ts';

const DOUBLE = { dtype: np.float64 };

function array(values: ArrayLike<number>, shape: number[]): np.Array {
  return np.array(Float64Array.from(values), DOUBLE).reshape(shape);
}

/** Rows with a 1 at the end of each. */
function withOnes(rows: np.Array): np.Array {
  return np.concatenate([rows, np.ones([rows.shape[0] as number, 1], DOUBLE)], 1);
}

/** The loss of one model in a batch, and its slope in each weight, laid out as the weights are. */
export async function byJax(
  size: NetworkSize,
  layers: Layers,
  { inputs, order, target: { labels, weights } }: Lesson,
): Promise<{ readonly loss: number; readonly slopes: readonly Float64Array[] }> {
  const { features, hidden, classes } = size;
  const rows = [...order];
  const x = array(
    rows.flatMap((row) => [...inputs.subarray(row * features, (row + 1) * features)]),
    [rows.length, features],
  );
  const sum = rows.reduce((total, row) => total + (weights[row] as number), 0);
  const parts = rows.flatMap((row) =>
    Array.from(
      { length: Math.max(2, classes) },
      (_, k) => Number(labels[row] === k) * ((weights[row] as number) / sum),
    ),
  );
  const ofLoss = ([first, second]: np.Array[]): np.Array => {
    const sums = np.matmul(withOnes(x.ref), np.transpose(first as np.Array));
    const scores = second ? np.matmul(withOnes(nn.relu(sums)), second) : sums;
    // Yes or no is a choice between a score and 0.
    const all = classes === 1 ? np.concatenate([np.zerosLike(scores.ref), scores], 1) : scores;
    const counted = array(parts, [rows.length, Math.max(2, classes)]);
    return np.sum(nn.logSoftmax(all).mul(counted)).mul(-1);
  };
  const shapes = [
    [hidden || classes, features + 1],
    [hidden + 1, classes],
  ];
  const given = layers.map((layer, i) => array(layer as Float32Array, shapes[i] as number[]));
  const [loss, slopes] = valueAndGrad(ofLoss)(given);
  const read = async (one: np.Array): Promise<Float64Array> =>
    Float64Array.from((await one.data()) as ArrayLike<number>);
  const [value = Number.NaN] = await read(loss);
  return { loss: value, slopes: await Promise.all(slopes.map(read)) };
}

/** One model from its seed through all its epochs, rows as they come: that library's slopes, and Adam as it was published. */
export async function trainedByJax(
  size: NetworkSize,
  { inputs, order, target }: Lesson,
  plan: { readonly epochs: number; readonly batch: number; readonly learningRate: number },
): Promise<Layers> {
  const layers = start(size, target.seed);
  const means = layers.map((layer) => new Float64Array(layer.length));
  const squares = layers.map((layer) => new Float64Array(layer.length));
  let step = 0;
  for (let epoch = 0; epoch < plan.epochs; epoch += 1) {
    for (let from = 0; from < order.length; from += plan.batch) {
      const batch = order.subarray(from, from + plan.batch);
      const { slopes } = await byJax(size, layers as unknown as Layers, {
        inputs,
        order: batch,
        target,
      });
      step += 1;
      layers.forEach((layer, i) => {
        slopes[i]?.forEach((slope, at) => {
          const mean = 0.9 * (means[i]?.[at] as number) + 0.1 * slope;
          const square = 0.999 * (squares[i]?.[at] as number) + 0.001 * slope * slope;
          (means[i] as Float64Array)[at] = mean;
          (squares[i] as Float64Array)[at] = square;
          const pace = Math.sqrt(square / (1 - 0.999 ** step)) + 1e-7;
          layer[at] =
            (layer[at] as number) - (plan.learningRate * (mean / (1 - 0.9 ** step))) / pace;
        });
      });
    }
  }
  return layers as unknown as Layers;
}

/** The weights that the engine begins with, laid out as it lays them out: biases, which are 0, come last. */
function start(size: NetworkSize, seed: number): Float64Array[] {
  const { features, hidden, classes } = size;
  const [drawn, second] = initialWeights(size, seed) as [Float32Array, Float32Array?];
  const units = hidden || classes;
  const first = new Float64Array(units * (features + 1));
  drawn.forEach((value, at) => {
    first[(at % units) * (features + 1) + Math.floor(at / units)] = value;
  });
  if (!second) return [first];
  const withBiases = new Float64Array((hidden + 1) * classes);
  withBiases.set(second);
  return [first, withBiases];
}
