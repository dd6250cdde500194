/** Adam (Kingma and Ba 2015) for many models at once, each with its own count of steps. */
import { columnsOf } from './side-by-side.ts';
import type { Size } from './lay-out.ts';
import * as tf from './tf.ts';

const BETA1 = 0.9;
const BETA2 = 0.999;
/** As TF.js has it on every back end that computes with 32 bits. */
const EPSILON = 1e-7;

/** A tensor of weights with its running means of slopes and of their squares. */
export type Moving = {
  readonly value: tf.Tensor;
  readonly mean: tf.Tensor;
  readonly square: tf.Tensor;
};

/** Per model: what its running means keep, how far it goes, and what stands under the fraction. */
interface Pace {
  readonly keepMean: number;
  readonly keepSquare: number;
  readonly rate: number;
  readonly floor: number;
}

/**
 * The pace at a model's step number `step`. The means are kept without their factors 1 - beta, which stand in `rate` and
 * `floor` with the correction for the first steps: the same numbers in fewer operations.
 */
function paceAt(step: number, learningRate: number): Pace {
  const spread = Math.sqrt((1 - BETA2 ** step) / (1 - BETA2));
  return {
    keepMean: BETA1,
    keepSquare: BETA2,
    rate: (learningRate * (1 - BETA1) * spread) / (1 - BETA1 ** step),
    floor: EPSILON * spread,
  };
}

const STILL: Pace = { keepMean: 1, keepSquare: 1, rate: 0, floor: EPSILON };

/** Counts steps, and says how each column of the weights moves at the next one. */
export class Paces {
  readonly #steps: number[];
  readonly #size: Size;
  readonly #learningRate: number;

  constructor(size: Size, models: number, learningRate: number) {
    this.#steps = new Array<number>(models).fill(0);
    this.#size = size;
    this.#learningRate = learningRate;
  }

  /** The next step: models that saw nothing stand still. Tensors for the first layer's columns, then the second's models. */
  next(idle: readonly boolean[]): Moves[] {
    const paces = idle.map((rests, model) => {
      if (rests) return STILL;
      const step = (this.#steps[model] = (this.#steps[model] as number) + 1);
      return paceAt(step, this.#learningRate);
    });
    const { hidden } = this.#size;
    const columns = columnsOf(this.#size);
    const first = (name: keyof Pace): tf.Tensor => {
      const values = new Float32Array(paces.length * columns);
      paces.forEach((pace, i) => {
        values.fill(pace[name], i * columns, (i + 1) * columns);
        // The unit that is always 1 stays so.
        if (hidden > 0 && name === 'rate') values[(i + 1) * columns - 1] = 0;
      });
      return tf.tensor1d(values);
    };
    const second = (name: keyof Pace): tf.Tensor =>
      tf.tensor3d(
        Float32Array.from(paces, (pace) => pace[name]),
        [paces.length, 1, 1],
      );
    return hidden > 0
      ? [moves(paces, first, hidden > 0), moves(paces, second, false)]
      : [moves(paces, first, false)];
  }
}

/** How the weights of one layer move at one step. */
export type Moves = Readonly<Record<keyof Pace, tf.Tensor | number>>;

/** One number serves where all models go at one pace; otherwise, or with a column that rests, a tensor. */
function moves(
  paces: readonly Pace[],
  spread: (name: keyof Pace) => tf.Tensor,
  hasResting: boolean,
): Moves {
  const [one] = paces as [Pace];
  const even = paces.every(({ rate, keepMean }) => rate === one.rate && keepMean === one.keepMean);
  const of = (name: keyof Pace): tf.Tensor | number =>
    even && !(hasResting && name === 'rate') ? one[name] : spread(name);
  return {
    keepMean: of('keepMean'),
    keepSquare: of('keepSquare'),
    rate: of('rate'),
    floor: of('floor'),
  };
}

/** The weights after one step against their slopes. */
export function moved({ value, mean, square }: Moving, slope: tf.Tensor, by: Moves): Moving {
  const newMean = tf.add(tf.mul(mean, by.keepMean), slope);
  const newSquare = tf.add(tf.mul(square, by.keepSquare), tf.square(slope));
  const step = tf.div(tf.mul(newMean, by.rate), tf.add(tf.sqrt(newSquare), by.floor));
  return { value: tf.sub(value, step), mean: newMean, square: newSquare };
}
