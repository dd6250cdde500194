/** The network: 64 pixels, 32 hidden units, 10 digits; about 2,400 numbers that Adam turns a little after every batch. */
import { seeded } from '../../../kit/numbers/random.ts';
import { read } from '../../../engine/read.ts';
import * as tf from '../../../engine/tf.ts';
import { KINDS, pick, type Digits } from '../../../shared/digits/digits.ts';
import { PIXELS } from '../sets.ts';

/** Digits in a batch. */
const BATCH = 32;
const HIDDEN = 32;
const LEARNING_RATE = 0.01;

/** A network in training; whoever makes one frees it. */
export interface Network {
  readonly weights: readonly [tf.Variable, tf.Variable, tf.Variable, tf.Variable];
  readonly free: () => void;
}

/** A fresh network. Weights begin normal with variance 2 / inputs (He et al. 2015), from the seed. */
export function network(seed: number): Network {
  const random = seeded(seed, 'weights');
  const layer = (rows: number, columns: number): tf.Variable =>
    tf.tidy(() => {
      const spread = Math.sqrt(2 / rows);
      const values = Float32Array.from({ length: rows * columns }, () => spread * random.normal());
      return tf.variable(tf.tensor2d(values, [rows, columns]));
    });
  const zeros = (count: number): tf.Variable => tf.tidy(() => tf.variable(tf.zeros([count])));
  const weights = [
    layer(PIXELS, HIDDEN),
    zeros(HIDDEN),
    layer(HIDDEN, KINDS),
    zeros(KINDS),
  ] as const;
  return { weights, free: () => weights.forEach((weight) => weight.dispose()) };
}

function logits({ weights: [w1, b1, w2, b2] }: Network, images: tf.Tensor2D): tf.Tensor2D {
  return tf.add(tf.matMul(tf.relu(tf.add(tf.matMul(images, w1), b1)), w2), b2);
}

/** The loss of a batch (mean cross-entropy) and its slope in each of the four weights. */
export function slopes(
  net: Network,
  images: tf.Tensor2D,
  answers: tf.Tensor2D,
): { value: tf.Scalar; grads: tf.NamedTensorMap } {
  return tf.variableGrads(
    () => tf.losses.softmaxCrossEntropy<tf.Tensor2D, tf.Scalar>(answers, logits(net, images)),
    [...net.weights],
  );
}

/** Images as the network sees them: a row of 64 values from 0 to 1 for each digit. */
export function imagesOf({ count, pixels }: Digits): tf.Tensor2D {
  return tf.tensor2d(pixels, [count, PIXELS]);
}

// Answers are laid out here and not by an op: wasm has no kernel for gradients of a look-up.
function answersOf(digits: Digits): tf.Tensor2D {
  const values = new Float32Array(digits.count * KINDS);
  digits.labels.forEach((label, i) => (values[i * KINDS + label] = 1));
  return tf.tensor2d(values, [digits.count, KINDS]);
}

/** One pass over the digits after another; `pause` is awaited between batches and may throw to end it. */
export async function train(
  net: Network,
  digits: Digits,
  plan: {
    readonly epochs: number;
    /** Seed and stream of the order in which digits are seen. */
    readonly seed: number;
    readonly name: string;
    readonly pause: () => Promise<void>;
    readonly onEpoch: (epoch: number) => Promise<void>;
  },
): Promise<void> {
  const random = seeded(plan.seed, plan.name);
  const adam = tf.train.adam(LEARNING_RATE);
  try {
    for (let epoch = 1; epoch <= plan.epochs; epoch += 1) {
      const shuffled = pick(digits, random.order(digits.count));
      const images = imagesOf(shuffled);
      const answers = answersOf(shuffled);
      try {
        for (let from = 0; from < digits.count; from += BATCH) {
          tf.tidy(() => step(net, adam, images, answers, from));
          await plan.pause();
        }
      } finally {
        tf.dispose([images, answers]);
      }
      await plan.onEpoch(epoch);
    }
  } finally {
    adam.dispose();
  }
}

function step(
  net: Network,
  adam: tf.AdamOptimizer,
  images: tf.Tensor2D,
  answers: tf.Tensor2D,
  from: number,
): void {
  const size = Math.min(BATCH, images.shape[0] - from);
  const { grads } = slopes(
    net,
    tf.slice2d(images, [from, 0], [size, PIXELS]),
    tf.slice2d(answers, [from, 0], [size, KINDS]),
  );
  adam.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
}

/**
 * The probabilities that the network gives to the ten digits, for one image after another; one read from the back end.
 * The last step, softmax, is done here: a GPU could turn a NaN into a plausible probability before it can be seen.
 */
export async function probabilities(net: Network, images: tf.Tensor2D): Promise<Float32Array> {
  const result = tf.tidy(() => logits(net, images));
  try {
    return softmax(Float32Array.from(await read(result)));
  } finally {
    result.dispose();
  }
}

function softmax(values: Float32Array): Float32Array {
  for (let from = 0; from < values.length; from += KINDS) {
    const row = values.subarray(from, from + KINDS);
    const highest = row.reduce((a, b) => Math.max(a, b));
    const sum = row.reduce((total, value) => total + Math.exp(value - highest), 0);
    row.forEach((value, kind) => (row[kind] = Math.exp(value - highest) / sum));
  }
  return values;
}
