/**
 * Times a network, or a small language model, on batches of growing size, on the back end that is open. This is no experiment: nothing is set, and each
 * machine has an outcome of its own.
 */
import type { AnySettings } from '../../kit/contract/params.ts';
import type { AnyRun } from '../../kit/contract/widget.ts';
import { seeded } from '../../kit/numbers/random.ts';
import { lookAt, rowsOf, type Rows } from '../../engine/look.ts';
import { network } from '../../engine/nn.ts';
import type { Cache } from '../../engine/gpt/gpt.ts';
import { GptOnTf, type Kept } from '../../engine/gpt/tfjs.ts';
import * as tf from '../../engine/tf.ts';
import { MOST_TEXTS, SERVED } from '../../kit/device/machines.ts';
import { timeBatches, type Show } from '../device-times.ts';

/** That of the digits, with many more units between: else a graphics card would be done before a clock has moved. */
const SIZE = { features: 196, hidden: 4096, classes: 10 };
const LARGEST = 256;

type Timed = (show: Show, clock: () => number) => Promise<void>;

/** Makes batches of this network answer, and reads what it says. */
const timeNetwork: Timed = async (show, clock) => {
  const weights = network(SIZE, [1]);
  const models = lookAt(
    () => weights,
    () => Promise.resolve(),
  );
  const laid = new Map<number, Rows>();
  const random = seeded(1, 'device');
  const pass = async (size: number): Promise<void> => {
    let rows = laid.get(size);
    if (!rows) {
      const pixels = Float32Array.from({ length: size * SIZE.features }, () => random.uniform());
      laid.set(size, (rows = rowsOf(pixels, SIZE.features)));
    }
    await models.probabilities(rows);
  };
  try {
    await timeBatches(pass, clock, show, LARGEST);
  } finally {
    tf.dispose([...weights]);
    for (const rows of laid.values()) rows.free();
  }
};

/** Keys and values that are all 0. */
function emptyCache(texts: number): Cache {
  const { width, layers, context } = SERVED;
  const one = new Float32Array(3 * context * width);
  return {
    lengths: new Uint32Array(texts),
    kept: Array.from({ length: layers * texts }, () => one),
  };
}

/** The model that is served, in operations of TensorFlow.js: the last character that each text has room for, over and over. */
const timeSmallModel: Timed = async (show, clock) => {
  const { symbols, width, layers, context } = SERVED;
  const random = seeded(1, 'device');
  // Whatever the numbers are, it takes as long: the head has a column more than there are symbols.
  const count = width * (2 * symbols + 1 + context + 12 * layers * width);
  const weights = Float32Array.from({ length: count }, () => random.uniform() - 0.5);
  const model = new GptOnTf(SERVED, weights);
  const length = context - 1;
  const laid = new Map<number, Kept>();
  const pass = async (texts: number): Promise<void> => {
    const kept = laid.get(texts) ?? model.kept(emptyCache(texts), length);
    laid.set(texts, kept);
    await model.next(kept, length, new Uint8Array(texts));
  };
  try {
    await timeBatches(pass, clock, show, MOST_TEXTS);
  } finally {
    model.free();
    for (const kept of laid.values()) for (const one of kept) tf.dispose([one.keys, one.values]);
  }
};

/** Times the network, or the language model, as the settings say. */
export const timeDevice: AnyRun = ({ machine }: AnySettings, show, { clock }) =>
  (machine === 'operations' ? timeSmallModel : timeNetwork)(show as Show, clock);
