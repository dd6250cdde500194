/** The model in operations of TensorFlow.js says what the model itself says. */
import { beforeAll, expect, test } from 'vitest';
import { Gpt } from '../../../../widgets/engine/gpt/gpt.ts';
import { drawnPieces } from '../../../../widgets/engine/gpt/texts.ts';
import { GptOnTf } from '../../../../widgets/engine/gpt/tfjs.ts';
import * as tf from '../../../../widgets/engine/tf.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';

beforeAll(async () => {
  await nodeEnv('wasm');
});

test('it gives the same chances after the same characters, for several texts at once, and leaves nothing behind', async () => {
  const size = { symbols: 11, width: 32, layers: 2, heads: 4, context: 12 };
  const [texts, length] = [3, 9];
  const random = seeded(1, 'texts');
  const model = new Gpt(size, 128, 1);
  const text = Uint8Array.from({ length: 400 }, () => random.whole(size.symbols));
  const all = drawnPieces(text, size.context, 8, seeded(1));
  for (let step = 0; step < 60; step += 1) model.learn(all.next().value, 0.01);
  const cache = model.cache(texts);
  const drawn = (): Uint8Array =>
    Uint8Array.from({ length: texts }, () => random.whole(size.symbols));
  for (let at = 0; at < length; at += 1) model.next(cache, drawn());
  const { numTensors } = tf.memory();
  const same = new GptOnTf(size, model.weights);
  const kept = same.kept(cache, length);
  const last = drawn();
  const chances = await same.next(kept, length, last);
  const own = model.next(cache, last);
  expect(chances).toHaveLength(texts * size.symbols);
  for (const [i, one] of chances.entries())
    expect(one).toBeCloseTo(own[Math.floor(i / size.symbols)]?.[i % size.symbols] ?? 0, 5);
  same.free();
  for (const one of kept) tf.dispose([one.keys, one.values]);
  expect(tf.memory().numTensors).toBe(numTensors);
});
