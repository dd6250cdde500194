/** The obvious loop: networks with one hidden layer on typed arrays, one row at a time, in one thread, without TF.js. */
import type { Targets } from '../../widgets/engine/batches.ts';
import { initialWeights } from '../../widgets/engine/nn.ts';
import type { Case } from './sweep-cases.ts';

interface Layer {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/** Trains one network after another with Adam; what each makes of the rows it has learned from, rows x classes. */
export function bareNetworks(one: Case): Float32Array[] {
  return one.targets.map((target) => bareNetwork(one, target));
}

function bareNetwork(one: Case, target: Targets): Float32Array {
  const { features, hidden, classes, inputs, batch } = one;
  const rows = inputs.length / features;
  const [first, second] = initialWeights(one, target.seed) as [Float32Array, Float32Array];
  const layer1: Layer = { weights: first, biases: new Float32Array(hidden) };
  const layer2: Layer = { weights: second, biases: new Float32Array(classes) };
  const all = [layer1.weights, layer1.biases, layer2.weights, layer2.biases] as const;
  const slopes = all.map((part) => new Float32Array(part.length)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const adam = all.map((part) => [new Float32Array(part.length), new Float32Array(part.length)]);
  const units = new Float32Array(hidden);
  const chances = new Float32Array(classes);
  const back = new Float32Array(hidden);
  let step = 0;
  for (let epoch = 0; epoch < one.epochs; epoch += 1) {
    for (let from = 0; from < rows; from += batch) {
      const to = Math.min(rows, from + batch);
      for (const part of slopes) part.fill(0);
      for (let row = from; row < to; row += 1) {
        const input = inputs.subarray(row * features, (row + 1) * features);
        forward(input, layer1, layer2, units, chances);
        backward(input, target.labels[row] as number, to - from);
      }
      step += 1;
      all.forEach((part, i) => descend(part, slopes[i] as Float32Array, adam[i] as Float32Array[]));
    }
  }
  const told = new Float32Array(rows * classes);
  for (let row = 0; row < rows; row += 1) {
    forward(inputs.subarray(row * features, (row + 1) * features), layer1, layer2, units, chances);
    told.set(chances, row * classes);
  }
  return told;

  function backward(input: Float32Array, label: number, size: number): void {
    const [slopes1, biases1, slopes2, biases2] = slopes;
    back.fill(0);
    for (let k = 0; k < classes; k += 1) {
      const off = ((chances[k] as number) - (k === label ? 1 : 0)) / size;
      biases2[k] = (biases2[k] as number) + off;
      for (let j = 0; j < hidden; j += 1) {
        const at = j * classes + k;
        slopes2[at] = (slopes2[at] as number) + off * (units[j] as number);
        back[j] = (back[j] as number) + off * (layer2.weights[at] as number);
      }
    }
    for (let j = 0; j < hidden; j += 1) {
      if ((units[j] as number) <= 0) back[j] = 0;
      biases1[j] = (biases1[j] as number) + (back[j] as number);
    }
    for (let i = 0; i < features; i += 1) {
      const value = input[i] as number;
      for (let j = 0; j < hidden; j += 1) {
        const at = i * hidden + j;
        slopes1[at] = (slopes1[at] as number) + value * (back[j] as number);
      }
    }
  }

  function descend(part: Float32Array, slope: Float32Array, [mean, square]: Float32Array[]): void {
    if (!mean || !square) return;
    const correct1 = 1 - 0.9 ** step;
    const correct2 = 1 - 0.999 ** step;
    for (let i = 0; i < part.length; i += 1) {
      const now = slope[i] as number;
      mean[i] = 0.9 * (mean[i] as number) + 0.1 * now;
      square[i] = 0.999 * (square[i] as number) + 0.001 * now * now;
      const root = Math.sqrt((square[i] as number) / correct2) + 1e-7;
      part[i] = (part[i] as number) - (one.learningRate * (mean[i] as number)) / correct1 / root;
    }
  }
}

function forward(
  input: Float32Array,
  { weights: first, biases: biases1 }: Layer,
  { weights: second, biases: biases2 }: Layer,
  units: Float32Array,
  chances: Float32Array,
): void {
  units.set(biases1);
  for (let i = 0; i < input.length; i += 1) {
    const value = input[i] as number;
    for (let j = 0; j < units.length; j += 1) {
      units[j] = (units[j] as number) + value * (first[i * units.length + j] as number);
    }
  }
  chances.set(biases2);
  for (let j = 0; j < units.length; j += 1) {
    const value = (units[j] = Math.max(0, units[j] as number));
    for (let k = 0; k < chances.length; k += 1) {
      chances[k] = (chances[k] as number) + value * (second[j * chances.length + k] as number);
    }
  }
  const highest = chances.reduce((a, b) => Math.max(a, b));
  let sum = 0;
  for (let k = 0; k < chances.length; k += 1) {
    chances[k] = Math.exp((chances[k] as number) - highest);
    sum += chances[k] as number;
  }
  for (let k = 0; k < chances.length; k += 1) chances[k] = (chances[k] as number) / sum;
}
