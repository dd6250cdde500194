/** Times language models on the reader’s own processor, one step of writing for batches of growing size; no experiment. */
import { Gpt, type Cache, type GptSize } from '../../engine/gpt/gpt.ts';
import { productsOver } from '../../engine/gpt/product.ts';
import type { AnySettings } from '../../kit/contract/params.ts';
import type { AnyRun } from '../../kit/contract/widget.ts';
import { MOST_TEXTS, SERVED } from '../../kit/device/machines.ts';
import { seeded } from '../../kit/numbers/random.ts';
import { timeBatches, type Show } from '../device-times.ts';

type Pass = (texts: number) => Promise<void>;

/** Writes the last character that each text has room for, over and over. */
function smallModel(): Pass {
  const size: GptSize = SERVED;
  const model = new Gpt(size, MOST_TEXTS, 1);
  const caches = new Map<number, Cache>();
  return (texts) => {
    const cache = caches.get(texts) ?? model.cache(texts);
    caches.set(texts, cache);
    cache.lengths.fill(size.context - 1);
    model.next(cache, new Uint8Array(texts));
    return Promise.resolve();
  };
}

/** As wide, and as deep: 96 MiB of weights in 32 bits, more than a processor keeps near it. */
const [WIDTH, LAYERS] = [1024, 2] as const;

/** The dense layers of a larger model; its weights are drawn at random, which takes as long to multiply. */
function largeModel(): Pass {
  const shapes = [
    [WIDTH, 3 * WIDTH],
    [WIDTH, WIDTH],
    [WIDTH, 4 * WIDTH],
    [4 * WIDTH, WIDTH],
  ] as const;
  const weights = 12 * WIDTH * WIDTH * LAYERS;
  const rows = 4 * MOST_TEXTS * WIDTH;
  const { numbers, add } = productsOver(weights + 2 * rows);
  const random = seeded(1, 'device');
  for (let i = 0; i < numbers.length; i += 1) numbers[i] = random.uniform() - 0.5;
  return (texts) => {
    let at = 0;
    for (let layer = 0; layer < LAYERS; layer += 1)
      for (const [inputs, columns] of shapes) {
        numbers.fill(0, weights + rows, weights + rows + texts * columns);
        // Eight columns lie one behind the other, so that memory is read from its beginning to its end.
        for (let column = 0; column < columns; column += 8) {
          const to = { at: weights + rows + column, row: columns };
          add(to, { at: weights, row: inputs }, { at, row: 8 }, texts, inputs, 8);
          at += 8 * inputs;
        }
      }
    return Promise.resolve();
  };
}

/** Times the small model or the large one, as the settings say. */
export const timeProcessor: AnyRun = async ({ machine }: AnySettings, show, { clock }) => {
  const pass = machine === 'large' ? largeModel() : smallModel();
  await timeBatches(pass, clock, show as Show, MOST_TEXTS);
};
