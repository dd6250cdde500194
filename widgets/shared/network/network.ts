/** A network with one hidden layer, or none (logistic regression), in plain loops: most of an image is paper, and paper costs nothing here. */
import type { Random } from '../../kit/numbers/random.ts';
import { KINDS } from '../digits/digits.ts';

/** Numbers that a network is kept in: their precision is that of every sum which is stored in them. */
export type Numbers = Float32Array | Float64Array;

/** Rows to learn from: `features` numbers each; a row may come in several versions, which have its label. */
export interface Lessons {
  readonly features: number;
  /** The rows, version by version: versions x rows x features. */
  readonly versions: readonly Float64Array[];
  readonly labels: Uint8Array;
}

/** Steps of every training, and rows in a step: the same whatever there is to learn from. */
export const STEPS = 750;
export const BATCH = 32;
const ADAM = { rate: 0.005, mean: 0.9, square: 0.999, least: 1e-7 };

/** Weights of a network: features x hidden, hidden biases, hidden x classes, class biases, one after the other; without hidden units the first two are missing. */
export interface Network {
  readonly features: number;
  readonly hidden: number;
  readonly weights: Numbers;
}

/** How many weights there are. */
function sizeOf({ features, hidden }: Pick<Network, 'features' | 'hidden'>): number {
  if (hidden === 0) return (features + 1) * KINDS;
  return (features + 1) * hidden + (hidden + 1) * KINDS;
}

/** Untrained: weights even between -r and r, r = sqrt(6 / inputs) (He et al. 2015), biases 0. Without hidden units all 0. */
export function untrained(features: number, hidden: number, random: Random): Network {
  const weights = new Float64Array(sizeOf({ features, hidden }));
  const fill = (from: number, count: number, inputs: number): void => {
    const most = Math.sqrt(6 / inputs);
    for (let i = from; i < from + count; i += 1) weights[i] = most * (2 * random.uniform() - 1);
  };
  if (hidden > 0) {
    fill(0, features * hidden, features);
    fill((features + 1) * hidden, hidden * KINDS, hidden);
  }
  return { features, hidden, weights };
}

/** Room for one row's way through a network. */
export interface Pass {
  readonly units: Numbers;
  readonly scores: Numbers;
  readonly inUnits: Numbers;
}

function forward(
  { features, hidden, weights }: Network,
  row: Numbers,
  { units, scores }: Omit<Pass, 'inUnits'>,
): void {
  if (hidden === 0) {
    weighted(weights, 0, features, KINDS, row, scores);
    return;
  }
  weighted(weights, 0, features, hidden, row, units);
  for (let unit = 0; unit < hidden; unit += 1) {
    if ((units[unit] as number) < 0) units[unit] = 0;
  }
  weighted(weights, (features + 1) * hidden, hidden, KINDS, units, scores);
}

/** What is not 0 of inputs or units, and where its weights begin: no layer has more. */
const amounts = new Float64Array(1000);
const begins = new Int32Array(1000);

/** Notes the numbers that are not 0, the first of which has its weights at `from`, each after `width` more; answers with how many. */
function gather(numbers: Numbers, count: number, from: number, width: number): number {
  let found = 0;
  for (let i = 0; i < count; i += 1) {
    const value = numbers[i] as number;
    if (value !== 0) {
      amounts[found] = value;
      begins[found] = from + i * width;
      found += 1;
    }
  }
  return found;
}

/** Weighted sums of a layer that begins at `from`: inputs x outputs, then the biases. */
function weighted(
  weights: Numbers,
  from: number,
  inputs: number,
  outputs: number,
  row: Numbers,
  sums: Numbers,
): void {
  const biases = from + inputs * outputs;
  const count = gather(row, inputs, from, outputs);
  // Of shorter numbers each step is to be rounded.
  const isShort = weights instanceof Float32Array;
  let i = 0;
  // Four sums at a time are held until they are whole, in a third of the time.
  for (; i + 3 < outputs; i += 4) {
    let a = weights[biases + i] as number;
    let b = weights[biases + i + 1] as number;
    let c = weights[biases + i + 2] as number;
    let d = weights[biases + i + 3] as number;
    for (let k = 0; k < count; k += 1) {
      const value = amounts[k] as number;
      const at = (begins[k] as number) + i;
      a += value * (weights[at] as number);
      b += value * (weights[at + 1] as number);
      c += value * (weights[at + 2] as number);
      d += value * (weights[at + 3] as number);
      if (isShort) {
        a = Math.fround(a);
        b = Math.fround(b);
        c = Math.fround(c);
        d = Math.fround(d);
      }
    }
    sums[i] = a;
    sums[i + 1] = b;
    sums[i + 2] = c;
    sums[i + 3] = d;
  }
  for (; i < outputs; i += 1) {
    let sum = weights[biases + i] as number;
    for (let k = 0; k < count; k += 1) {
      sum += (amounts[k] as number) * (weights[(begins[k] as number) + i] as number);
      if (isShort) sum = Math.fround(sum);
    }
    sums[i] = sum;
  }
}

/** Adds to the slopes of a layer: the inputs times the slopes of its sums. */
function addSlopes(
  slopes: Numbers,
  from: number,
  inputs: number,
  outputs: number,
  row: Numbers,
  inSums: Numbers,
): void {
  // Half the units are at rest.
  const count = gather(inSums, outputs, 0, 1);
  for (let input = 0; input < inputs; input += 1) {
    const value = row[input] as number;
    if (value === 0) continue;
    const begin = from + input * outputs;
    for (let k = 0; k < count; k += 1) {
      const at = begin + (begins[k] as number);
      slopes[at] = (slopes[at] as number) + value * (amounts[k] as number);
    }
  }
  const biases = from + inputs * outputs;
  for (let i = 0; i < outputs; i += 1)
    slopes[biases + i] = (slopes[biases + i] as number) + (inSums[i] as number);
}

/** e to the power of each score less the highest, over their sum: probabilities, in place. */
export function softmax(scores: Numbers): void {
  let most = -Infinity;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let i = 0; i < scores.length; i += 1) {
    const value = exponential((scores[i] as number) - most);
    scores[i] = value;
    sum += value;
  }
  for (let i = 0; i < scores.length; i += 1) scores[i] = (scores[i] as number) / sum;
}

/** Powers of a half, which are exact. */
const HALVES = Array.from({ length: 60 }, (_, i) => 2 ** -i);

/** e to the power of `x`, up to 0: by hand, since engines differ in the last place of theirs and a training would carry that on. */
export function exponential(x: number): number {
  if (x < -40) return 0;
  // As a whole number: 0 with a sign would be looked up slowly.
  const halvings = Math.ceil(-x / Math.LN2) | 0;
  const rest = x + halvings * Math.LN2;
  let sum = 1;
  for (let i = 14; i > 0; i -= 1) sum = 1 + (sum * rest) / i;
  return sum * (HALVES[halvings] as number);
}

/** A row to learn from: a view of `features` numbers, and the class that it is of. */
export interface Row {
  readonly row: Numbers;
  readonly label: number;
}

/** The slopes of the mean cross-entropy of a batch in all weights, into `slopes`; answers with that mean. */
export function slopesOf(
  network: Network,
  batch: readonly Row[],
  slopes: Numbers,
  pass: Pass,
): number {
  const { features, hidden, weights } = network;
  const second = (features + 1) * hidden;
  slopes.fill(0);
  let loss = 0;
  for (const { row, label } of batch) {
    forward(network, row, pass);
    const { scores, units, inUnits } = pass;
    softmax(scores);
    loss -= Math.log(scores[label] as number);
    scores[label] = (scores[label] as number) - 1;
    for (let kind = 0; kind < KINDS; kind += 1)
      scores[kind] = (scores[kind] as number) / batch.length;
    if (hidden === 0) {
      addSlopes(slopes, 0, features, KINDS, row, scores);
      continue;
    }
    for (let unit = 0; unit < hidden; unit += 1) {
      let slope = 0;
      if ((units[unit] as number) > 0) {
        for (let kind = 0; kind < KINDS; kind += 1)
          slope += (weights[second + unit * KINDS + kind] as number) * (scores[kind] as number);
      }
      inUnits[unit] = slope;
    }
    addSlopes(slopes, second, hidden, KINDS, units, scores);
    addSlopes(slopes, 0, features, hidden, row, inUnits);
  }
  return loss / batch.length;
}

/** Room for rows, in numbers of the network's precision. */
export function passOf({ hidden, weights }: Pick<Network, 'hidden' | 'weights'>): Pass {
  const room = (length: number): Numbers =>
    weights instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
  return { units: room(hidden), scores: room(KINDS), inUnits: room(hidden) };
}

/** Adam on its way: running means of slopes and of their squares, and how much of the first steps' bias is left in them. */
export interface Descent {
  readonly means: Numbers;
  readonly squares: Numbers;
  readonly left: [mean: number, square: number];
}

/** A step of Adam (Kingma and Ba 2015); a weight that no row has touched yet stays where it is. */
export function move(
  weights: Numbers,
  slopes: Numbers,
  { means, squares, left }: Descent,
  learningRate: number,
): void {
  const { mean: keep, square: hold, least } = ADAM;
  left[0] *= keep;
  left[1] *= hold;
  const rate = (learningRate * Math.sqrt(1 - left[1])) / (1 - left[0]);
  for (let i = 0; i < weights.length; i += 1) {
    const slope = slopes[i] as number;
    const before = squares[i] as number;
    if (slope === 0 && before === 0) continue;
    const mean = keep * (means[i] as number) + (1 - keep) * slope;
    const square = hold * before + (1 - hold) * slope * slope;
    means[i] = mean;
    squares[i] = square;
    weights[i] = (weights[i] as number) - (rate * mean) / (Math.sqrt(square) + least);
  }
}

/** Steps between two chances to stop. */
const BETWEEN = 50;

/**
 * Trains a network from its start, in place: so many steps of Adam (Kingma and Ba 2015), each on a batch. Rows come in a fresh order each
 * time all have been seen, in versions drawn by chance. `pause` is awaited now and then, and may throw to end it.
 */
export async function train(
  network: Network,
  { features, versions, labels }: Lessons,
  random: Random,
  pause: () => Promise<void>,
  steps = STEPS,
): Promise<Network> {
  const { weights } = network;
  const room = (): Float64Array => new Float64Array(weights.length);
  const [slopes, descent] = [room(), { means: room(), squares: room(), left: [1, 1] } as Descent];
  const pass = passOf(network);
  let order: Int32Array = new Int32Array(0);
  let next = 0;
  for (let step = 0; step < steps; step += 1) {
    if (step % BETWEEN === 0) await pause();
    const batch = Array.from({ length: BATCH }, () => {
      if (next >= order.length) {
        order = random.order(labels.length);
        next = 0;
      }
      const at = order[next] as number;
      next += 1;
      const version = versions.length > 1 ? random.whole(versions.length) : 0;
      const rows = versions[version] as Float64Array;
      return {
        row: rows.subarray(at * features, (at + 1) * features),
        label: labels[at] as number,
      };
    });
    slopesOf(network, batch, slopes, pass);
    move(weights, slopes, descent, ADAM.rate);
  }
  return network;
}

/** The class with the highest score for each row; of equal ones the first. */
export function answersOf(network: Network, rows: Numbers): Uint8Array {
  const { features } = network;
  const pass = passOf(network);
  return Uint8Array.from({ length: rows.length / features }, (_, i) => {
    forward(network, rows.subarray(i * features, (i + 1) * features), pass);
    let best = 0;
    for (let kind = 1; kind < KINDS; kind += 1)
      if ((pass.scores[kind] as number) > (pass.scores[best] as number)) best = kind;
    return best;
  });
}
