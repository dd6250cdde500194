/** A network with one hidden layer, or none (logistic regression). */
import type { Random } from '#kit/numbers';
import { KINDS } from '../digits/digits.ts';
import { slopesOfLayer, weighted, type Numbers } from './layer.ts';

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

/** Room for the ways of some rows through a network: views of each row, and what is in them row after row. */
export interface Pass {
  readonly units: readonly Numbers[];
  readonly scores: readonly Numbers[];
  /** Slopes of the sums in scores and in units: rows x kinds and rows x hidden. */
  readonly inScores: Numbers;
  readonly inUnits: Numbers;
}

function forward(
  { features, hidden, weights }: Network,
  row: Numbers,
  units: Numbers,
  scores: Numbers,
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
  for (const [i, { row, label }] of batch.entries()) {
    const [units, scores] = [pass.units[i] as Numbers, pass.scores[i] as Numbers];
    forward(network, row, units, scores);
    softmax(scores);
    loss -= Math.log(scores[label] as number);
    scores[label] = (scores[label] as number) - 1;
    for (let kind = 0; kind < KINDS; kind += 1)
      scores[kind] = (scores[kind] as number) / batch.length;
    for (let unit = 0; unit < hidden; unit += 1) {
      let slope = 0;
      if ((units[unit] as number) > 0) {
        for (let kind = 0; kind < KINDS; kind += 1)
          slope += (weights[second + unit * KINDS + kind] as number) * (scores[kind] as number);
      }
      pass.inUnits[i * hidden + unit] = slope;
    }
  }
  const rows = batch.map(({ row }) => row);
  const inFirst = hidden === 0 ? pass.inScores : pass.inUnits;
  slopesOfLayer(slopes, 0, features, hidden || KINDS, rows, inFirst);
  if (hidden > 0)
    slopesOfLayer(slopes, second, hidden, KINDS, pass.units.slice(0, rows.length), pass.inScores);
  return loss / batch.length;
}

/** Room for rows, in numbers of the network's precision. */
export function passOf(
  { hidden, weights }: Pick<Network, 'hidden' | 'weights'>,
  rows = BATCH,
): Pass {
  const room = (length: number): Numbers =>
    weights instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
  const inRows = (all: Numbers, length: number): Numbers[] =>
    Array.from({ length: rows }, (_, i) => all.subarray(i * length, (i + 1) * length));
  const inScores = room(rows * KINDS);
  return {
    units: inRows(room(rows * hidden), hidden),
    scores: inRows(inScores, KINDS),
    inScores,
    inUnits: room(rows * hidden),
  };
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

/** A row to learn from, in one of its versions. */
export function rowOf({ features, versions, labels }: Lessons, at: number, version: number): Row {
  const rows = versions[version] as Float64Array;
  return { row: rows.subarray(at * features, (at + 1) * features), label: labels[at] as number };
}

/**
 * So many steps of Adam (Kingma and Ba 2015), in place, each on a batch of rows that are drawn. A weight that is not kept has no slope,
 * and so it stays. `pause` is awaited now and then, and may throw to end it.
 */
export async function descend(
  network: Network,
  draw: () => Row,
  pause: () => Promise<void>,
  {
    steps = STEPS,
    rate = ADAM.rate,
    isKept,
  }: { steps?: number; rate?: number; isKept?: Uint8Array },
): Promise<Network> {
  const { weights } = network;
  const room = (): Float64Array => new Float64Array(weights.length);
  const [slopes, descent] = [room(), { means: room(), squares: room(), left: [1, 1] } as Descent];
  const pass = passOf(network);
  for (let step = 0; step < steps; step += 1) {
    if (step % BETWEEN === 0) await pause();
    slopesOf(network, Array.from({ length: BATCH }, draw), slopes, pass);
    isKept?.forEach((one, i) => {
      if (one === 0) slopes[i] = 0;
    });
    move(weights, slopes, descent, rate);
  }
  return network;
}

/** Trains a network from its start, in place. Rows come in a fresh order each time all have been seen, in versions drawn by chance. */
export async function train(
  network: Network,
  lessons: Lessons,
  random: Random,
  pause: () => Promise<void>,
  steps = STEPS,
): Promise<Network> {
  const { versions, labels } = lessons;
  let order: Int32Array = new Int32Array(0);
  let next = 0;
  const draw = (): Row => {
    if (next >= order.length) {
      order = random.order(labels.length);
      next = 0;
    }
    const at = order[next] as number;
    next += 1;
    return rowOf(lessons, at, versions.length > 1 ? random.whole(versions.length) : 0);
  };
  return descend(network, draw, pause, { steps });
}

/** The class with the highest score for each row; of equal ones the first. */
export function answersOf(network: Network, rows: Numbers): Uint8Array {
  const { features } = network;
  const { units, scores } = passOf(network, 1);
  const [own, given] = [units[0] as Numbers, scores[0] as Numbers];
  return Uint8Array.from({ length: rows.length / features }, (_, i) => {
    forward(network, rows.subarray(i * features, (i + 1) * features), own, given);
    let best = 0;
    for (let kind = 1; kind < KINDS; kind += 1)
      if ((given[kind] as number) > (given[best] as number)) best = kind;
    return best;
  });
}
