/** The other model: the same logarithm from the same facts, through one hidden layer, so that the weather may count more at one hour than at another. */
import { mean } from 'd3-array';
import type { Random } from '#kit/numbers';
import { seeded } from '#kit/numbers';
import { move, type Descent } from '../../shared/network/network.ts';
import { CELLS, FACTS, rowsOf, type Bikes, type Day, type Fitted, type Rows } from './bikes.ts';

const HIDDEN = 16;
/** Facts that are scales and not yes or no: the first ones. */
const SCALES = 3;
/** Weights from each input to each unit, cells first; from here on the weather's, then the units' levels, then the units' own weights, then the level of the whole. */
const WEATHER = CELLS * HIDDEN;
const LEVELS = WEATHER + FACTS * HIDDEN;
const OUT = LEVELS + HIDDEN;
const LAST = OUT + HIDDEN;
export const WEIGHTS = LAST + 1;

/** Steps of a training, rows in a step, and the rate at its beginning, which falls to 0. */
const STEPS = 750;
const BATCH = 32;
const RATE = 0.02;
/** How much weights are drawn to 0. With the others of its kind the best of those tried on weeks of 2011 held out. */
const DECAY = 0.001;

/** Weather with 0 in the middle of each scale, in place. */
function centre(facts: Float64Array, from = 0): void {
  for (let j = from; j < from + SCALES; j += 1) facts[j] = 2 * (facts[j] as number) - 1;
}

/** What the network makes of a row; `units` holds its hidden units. */
function forward(
  weights: Float64Array,
  cell: number,
  facts: Float64Array,
  from: number,
  units: Float64Array,
): number {
  let sum = weights[LAST] as number;
  for (let unit = 0; unit < HIDDEN; unit += 1) {
    let value = (weights[LEVELS + unit] as number) + (weights[cell * HIDDEN + unit] as number);
    for (let at = WEATHER + unit, j = from; at < LEVELS; at += HIDDEN, j += 1)
      value += (facts[j] as number) * (weights[at] as number);
    units[unit] = value > 0 ? value : 0;
    if (value > 0) sum += value * (weights[OUT + unit] as number);
  }
  return sum;
}

/** The slopes of half the mean square error of some rows, and of the penalty on weights, into `slopes`; answers with that loss. */
export function slopesOf(
  weights: Float64Array,
  { cells, facts, logs }: Rows,
  batch: Int32Array,
  slopes: Float64Array,
): number {
  const units = new Float64Array(HIDDEN);
  let loss = 0;
  for (let i = 0; i < WEIGHTS; i += 1) {
    const weight = weights[i] as number;
    slopes[i] = DECAY * weight;
    loss += (DECAY * weight * weight) / 2;
  }
  const add = (at: number, slope: number): void => {
    slopes[at] = (slopes[at] as number) + slope;
  };
  for (const row of batch) {
    const cell = cells[row] as number;
    const from = row * FACTS;
    const off = forward(weights, cell, facts, from, units) - (logs[row] as number);
    loss += (off * off) / 2 / batch.length;
    const slope = off / batch.length;
    add(LAST, slope);
    for (let unit = 0; unit < HIDDEN; unit += 1) {
      const value = units[unit] as number;
      if (value === 0) continue;
      add(OUT + unit, slope * value);
      const back = slope * (weights[OUT + unit] as number);
      add(LEVELS + unit, back);
      add(cell * HIDDEN + unit, back);
      for (let at = WEATHER + unit, j = from; at < LEVELS; at += HIDDEN, j += 1)
        add(at, back * (facts[j] as number));
    }
  }
  return loss;
}

/** Untrained: weights even between -r and r, r = sqrt(6 / inputs) (He et al. 2015), of a row's inputs only those counted that are not 0. */
export function untrained(random: Random): Float64Array {
  const weights = new Float64Array(WEIGHTS);
  const fill = (from: number, to: number, inputs: number): void => {
    const most = Math.sqrt(6 / inputs);
    for (let i = from; i < to; i += 1) weights[i] = most * (2 * random.uniform() - 1);
  };
  fill(0, LEVELS, 1 + FACTS);
  fill(OUT, LAST, HIDDEN);
  return weights;
}

/** Trains it on days, from weights and in an order that the seed draws. */
export function fitNetwork(bikes: Bikes, days: readonly Day[], seed: number): Fitted {
  const { cells, facts, logs } = rowsOf(bikes, days);
  for (let from = 0; from < facts.length; from += FACTS) centre(facts, from);
  // Engines differ in the last place of a logarithm, and a training would carry that on.
  const rounded = Array.from(logs, Math.fround);
  // Logarithms about their mean, so that the penalty draws towards that and not towards no hires at all.
  const middle = mean(rounded) ?? 0;
  const rows = { cells, facts, logs: rounded.map((log) => log - middle) };
  const weights = untrained(seeded(seed, 'weights'));
  const random = seeded(seed, 'order');
  const room = (): Float64Array => new Float64Array(WEIGHTS);
  const slopes = room();
  const descent: Descent = { means: room(), squares: room(), left: [1, 1] };
  let order = random.order(rows.logs.length);
  for (let step = 0, next = 0; step < STEPS; step += 1, next += BATCH) {
    if (next + BATCH > order.length) {
      order = random.order(order.length);
      next = 0;
    }
    slopesOf(weights, rows, order.subarray(next, next + BATCH), slopes);
    move(weights, slopes, descent, RATE * (1 - step / STEPS));
  }
  const units = new Float64Array(HIDDEN);
  return (cell, facts) => {
    centre(facts);
    return middle + forward(weights, cell, facts, 0, units);
  };
}
