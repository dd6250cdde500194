/** A back end is believed only after it has computed what can be computed by hand. */
import { BackendFault } from '../../kit/contract/faults.ts';
import { read } from '../../engine/read.ts';
import * as tf from '../../engine/tf.ts';
import { LAB } from '#words/widgets/run/lab/words';

const LIMIT = 8000;

/** Checks the arithmetic that every learner here stands on. Rejects with a BackendFault; leaves no tensor behind. */
export async function selfTest(): Promise<void> {
  const before = tf.memory().numTensors;
  await product();
  await gradient();
  await step();
  // GPUs of some phones compute with 16 bits, and Adam then divides by nothing.
  if (tf.backend().epsilon() > 1e-6) throw new BackendFault(LAB.coarse);
  if (tf.memory().numTensors !== before) throw new BackendFault(LAB.leaks);
}

/** (1 2 3; 4 5 6) times (7 8; 9 10; 11 12), by hand. */
async function product(): Promise<void> {
  const result = tf.tidy(() =>
    tf.matMul(tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]), tf.tensor2d([7, 8, 9, 10, 11, 12], [3, 2])),
  );
  await agrees(result, [58, 64, 139, 154], LAB.product);
}

/** The gradient of softmax cross-entropy is probability minus label: for logits (0, ln 3), (-1/4, 1/4). */
async function gradient(): Promise<void> {
  const slope = tf.tidy(() => {
    const labels = tf.tensor2d([0, 1], [1, 2]);
    const loss = (logits: tf.Tensor): tf.Scalar =>
      tf.sum(tf.losses.softmaxCrossEntropy(labels, logits)) as tf.Scalar;
    return tf.grad(loss)(tf.tensor2d([0, Math.log(3)], [1, 2]));
  });
  await agrees(slope, [0.25, -0.25], LAB.gradient);
}

/** Adam's first step is the learning rate against the sign of the slope, through a layer that cuts at zero. */
async function step(): Promise<void> {
  const weights = tf.tidy(() => tf.variable(tf.tensor2d([2, -3], [2, 1])));
  const optimizer = tf.train.adam(0.1);
  try {
    const cost = optimizer.minimize(
      () => tf.sum(tf.relu(tf.matMul(tf.tensor2d([1, 0, 0, -1], [2, 2]), weights))) as tf.Scalar,
      true,
      [weights],
    );
    if (!cost) throw new BackendFault(LAB.noLoss);
    await agrees(cost, [5], LAB.loss);
    await agrees(weights.clone(), [1.9, -2.9], LAB.step);
  } finally {
    optimizer.dispose();
    weights.dispose();
  }
}

async function agrees(tensor: tf.Tensor, expected: readonly number[], what: string): Promise<void> {
  try {
    const values = await read(tensor, LIMIT);
    const same = expected.every((value, i) => Math.abs((values[i] as number) - value) < 1e-3);
    if (!same) throw new BackendFault(LAB.wrong(what));
  } finally {
    tensor.dispose();
  }
}
