/** The obvious way to train the models of a spread: a TF.js model for each value, and `model.fit` for each in turn. */
import { layers, sequential, type Sequential } from '@tensorflow/tfjs-layers';
import type { Targets } from '../../widgets/engine/batches.ts';
import { initialWeights } from '../../widgets/engine/nn.ts';
import * as tf from '../../widgets/engine/tf.ts';
import type { Case } from './sweep-cases.ts';

function modelFor({ features, hidden, classes, learningRate }: Case): Sequential {
  // Weights are set below; workers are bundled without the random numbers that TF.js would draw here.
  const dense = (units: number, activation: 'relu' | 'softmax', inputs: number): layers.Layer =>
    layers.dense({ units, activation, inputShape: [inputs], kernelInitializer: 'zeros' });
  const model = sequential({
    layers: [
      ...(hidden > 0 ? [dense(hidden, 'relu', features)] : []),
      dense(classes, 'softmax', hidden || features),
    ],
  });
  model.compile({ optimizer: tf.train.adam(learningRate), loss: 'categoricalCrossentropy' });
  return model;
}

/** The same start as our own models have. */
function start(model: Sequential, one: Case, { seed }: Targets): void {
  const values = initialWeights(one, seed);
  const shapes = model.getWeights().map(({ shape }) => shape as [number, number]);
  const weights = shapes.map((shape, i) =>
    i % 2 === 0 ? tf.tensor(values[i / 2] as Float32Array, shape) : tf.zeros(shape),
  );
  model.setWeights(weights);
  tf.dispose(weights);
}

/** Trains them all; resolves with what each makes of the rows it has learned from, rows x classes. */
export async function byModelFit(one: Case): Promise<Float32Array[]> {
  const { inputs, features, classes, targets, epochs, batch } = one;
  const rows = inputs.length / features;
  const x = tf.tensor2d(inputs, [rows, features]);
  const chances: Float32Array[] = [];
  for (const target of targets) {
    const model = modelFor(one);
    start(model, one, target);
    const answers = new Float32Array(rows * classes);
    target.labels.forEach((label, row) => (answers[row * classes + label] = 1));
    const y = tf.tensor2d(answers, [rows, classes]);
    await model.fit(x, y, {
      epochs,
      batchSize: batch,
      shuffle: false,
      yieldEvery: 'never',
      verbose: 0,
    });
    const told = model.predict(x, { batchSize: rows }) as tf.Tensor;
    chances.push((await told.data()) as Float32Array);
    tf.dispose([y, told]);
    model.dispose();
  }
  x.dispose();
  return chances;
}
