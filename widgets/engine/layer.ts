/** A layer of many models that Adam moves: one loop where the back end's memory can be reached, else some ten operations. */
import type { StepSize } from './pure/adam.ts';
import { isWithinReach, memoryOf } from './memory.ts';
import * as tf from './tf.ts';

/** A layer of weights that learns: models x units x inputs, the last `resting` units of each model never move. */
export interface Layer {
  readonly weights: tf.Tensor3D;
  /** Moves against the slopes, which it frees. */
  step(slopes: tf.Tensor, sizes: readonly StepSize[]): void;
  free(): void;
}

/** A layer with these weights to begin with. */
export function layer(
  values: Float32Array,
  shape: readonly [number, number, number],
  resting = 0,
): Layer {
  return isWithinReach() ? inMemory(values, shape, resting) : byOperations(values, shape, resting);
}

/** One loop instead of ten operations with a tensor each. */
function inMemory(
  values: Float32Array,
  [models, units, inputs]: readonly [number, number, number],
  resting: number,
): Layer {
  const means = new Float32Array(values.length);
  const squares = new Float32Array(values.length);
  // A fresh tensor each time: wasm keeps a packed copy of what it has multiplied with, and would not see a change.
  const fresh = (): tf.Tensor3D => tf.tensor3d(values, [models, units, inputs]);
  let weights = fresh();
  return {
    get weights() {
      return weights;
    },
    step: (slopes, sizes) => {
      const memory = memoryOf(slopes);
      sizes.forEach((size, model) => {
        const from = model * units * inputs;
        descend({ values, means, squares }, memory, from, from + (units - resting) * inputs, size);
      });
      tf.dispose([weights, slopes]);
      weights = fresh();
    },
    free: () => weights.dispose(),
  };
}

interface Moving {
  readonly values: Float32Array;
  readonly means: Float32Array;
  readonly squares: Float32Array;
}

function descend(
  { values, means, squares }: Moving,
  slopes: Float32Array,
  from: number,
  to: number,
  { keepMean, keepSquare, rate, floor }: StepSize,
): void {
  for (let i = from; i < to; i += 1) {
    const slope = slopes[i] as number;
    const mean = keepMean * (means[i] as number) + slope;
    const square = keepSquare * (squares[i] as number) + slope * slope;
    means[i] = mean;
    squares[i] = square;
    values[i] = (values[i] as number) - (rate * mean) / (Math.sqrt(square) + floor);
  }
}

type AdamState = {
  readonly value: tf.Tensor3D;
  readonly mean: tf.Tensor;
  readonly square: tf.Tensor;
};

function byOperations(
  values: Float32Array,
  shape: readonly [number, number, number],
  resting: number,
): Layer {
  let state = tf.tidy((): AdamState => {
    const value = tf.tensor3d(values, [...shape]);
    return { value, mean: tf.zerosLike(value), square: tf.zerosLike(value) };
  });
  return {
    get weights() {
      return state.value;
    },
    step: (slopes, sizes) => {
      const before = state;
      state = tf.tidy(() => moved(before, tf.reshape(slopes, [...shape]), sizes, resting));
      tf.dispose([before, slopes]);
    },
    free: () => tf.dispose(state),
  };
}

function moved(
  { value, mean, square }: AdamState,
  slopes: tf.Tensor,
  sizes: readonly StepSize[],
  resting: number,
): AdamState {
  const { keepMean, keepSquare, rate, floor } = inColumns(sizes, value.shape[1], resting);
  const newMean = tf.add(tf.mul(mean, keepMean), slopes);
  const newSquare = tf.add(tf.mul(square, keepSquare), tf.square(slopes));
  const step = tf.div(tf.mul(newMean, rate), tf.add(tf.sqrt(newSquare), floor));
  return { value: tf.sub(value, step), mean: newMean, square: newSquare };
}

/** One number serves where all models take steps of one size; otherwise a number for each model, or each unit where some rest. */
function inColumns(
  sizes: readonly StepSize[],
  units: number,
  resting: number,
): Readonly<Record<keyof StepSize, tf.Tensor | number>> {
  const [one] = sizes as readonly [StepSize];
  const even = sizes.every(({ rate, keepMean }) => rate === one.rate && keepMean === one.keepMean);
  const of = (name: keyof StepSize): tf.Tensor | number =>
    even
      ? one[name]
      : tf.tensor3d(
          sizes.map((size) => size[name]),
          [sizes.length, 1, 1],
        );
  const rates = new Float32Array(sizes.length * units);
  sizes.forEach(({ rate }, i) => rates.fill(rate, i * units, (i + 1) * units - resting));
  const rate = resting > 0 ? tf.tensor3d(rates, [sizes.length, units, 1]) : of('rate');
  return { keepMean: of('keepMean'), keepSquare: of('keepSquare'), rate, floor: of('floor') };
}
