/** The same as in `nn.ts` in fewer operations, where they can be had; the last digits differ. */
import { isWithinReach, memoryOf } from './memory.ts';
import { adam, ADAM, probabilities, type Descent } from './nn.ts';
import * as tf from './tf.ts';

/** Scores as probabilities, softmax by an operation of its own. */
export function quickProbabilities(scores: tf.Tensor3D): tf.Tensor3D {
  return scores.shape[2] === 1 ? probabilities(scores) : tf.softmax(scores);
}

/** Adam, as one loop where the weights are within reach. */
export function quickAdam(start: tf.Tensor3D, learningRate: number): Descent {
  return isWithinReach() ? adamInMemory(start, learningRate) : adam(start, learningRate);
}

/**
 * Adam as one loop. Its running means are kept without their factors 1 - beta, which stand in `rate` and `floor` together
 * with the correction for the first steps: the same numbers in fewer operations.
 */
function adamInMemory(start: tf.Tensor3D, learningRate: number): Descent {
  const { beta1, beta2, epsilon } = ADAM;
  const values = Float32Array.from(memoryOf(start));
  const [means, squares] = [new Float32Array(values.length), new Float32Array(values.length)];
  const each = values.length / start.shape[0];
  const steps = new Uint32Array(start.shape[0]);
  let weights = start;
  const step: Descent['step'] = (slope, idle) => {
    const slopes = memoryOf(slope);
    idle.forEach((rests, model) => {
      if (rests) return;
      const count = (steps[model] = (steps[model] as number) + 1);
      const spread = Math.sqrt((1 - beta2 ** count) / (1 - beta2));
      const rate = (learningRate * (1 - beta1) * spread) / (1 - beta1 ** count);
      const floor = epsilon * spread;
      for (let i = model * each; i < (model + 1) * each; i += 1) {
        const one = slopes[i] as number;
        const mean = beta1 * (means[i] as number) + one;
        const square = beta2 * (squares[i] as number) + one * one;
        means[i] = mean;
        squares[i] = square;
        values[i] = (values[i] as number) - (rate * mean) / (Math.sqrt(square) + floor);
      }
    });
    tf.dispose([weights, slope]);
    // A fresh tensor each time: wasm keeps a packed copy of what it has multiplied with, and would not see a change.
    return (weights = tf.tensor3d(values, start.shape));
  };
  return { step, free: () => undefined };
}
