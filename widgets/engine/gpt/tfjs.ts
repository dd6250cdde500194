/** The same model in operations of TensorFlow.js, a step at a time with what is kept: what a price for each operation makes of it. */
import * as tf from '../tf.ts';
import { eights } from './attention.ts';
import type { Cache, GptSize } from './gpt.ts';

interface Layer {
  readonly look: tf.Tensor2D;
  readonly back: tf.Tensor2D;
  readonly up: tf.Tensor2D;
  readonly down: tf.Tensor2D;
}
interface Weights {
  readonly symbol: tf.Tensor2D;
  readonly place: tf.Tensor2D;
  readonly stack: readonly Layer[];
  readonly head: tf.Tensor2D;
}

/** Keys and values of some texts that are equally long, a layer each: texts x heads x length x (width / heads). */
export type Kept = readonly { readonly keys: tf.Tensor4D; readonly values: tf.Tensor4D }[];

export class GptOnTf {
  readonly #size: GptSize;
  readonly #weights: Weights;

  /** A model with these weights, in the order in which `Gpt` has them. */
  constructor(size: GptSize, weights: Float32Array) {
    const { symbols, width, layers, context } = size;
    let at = 0;
    const matrix = (rows: number, columns: number): tf.Tensor2D => {
      at += rows * columns;
      return tf.tensor2d(weights.slice(at - rows * columns, at), [rows, columns]);
    };
    this.#size = size;
    this.#weights = {
      symbol: matrix(symbols, width),
      place: matrix(context, width),
      stack: Array.from({ length: layers }, () => ({
        look: matrix(width, 3 * width),
        back: matrix(width, width),
        up: matrix(width, 4 * width),
        down: matrix(4 * width, width),
      })),
      head: matrix(width, eights(symbols)),
    };
  }

  /** What `Gpt` has kept of some texts of this length. */
  kept({ kept, lengths }: Cache, length: number): Kept {
    const { width, heads, layers } = this.#size;
    const texts = lengths.length;
    return Array.from({ length: layers }, (_, layer) => {
      const [keys, values] = [1, 2].map((part) => {
        const all = new Float32Array(texts * length * width);
        for (let text = 0; text < texts; text += 1)
          for (let at = 0; at < length; at += 1) {
            const from = (3 * at + part) * width;
            const row = kept[text * layers + layer]?.subarray(from, from + width) ?? [];
            all.set(row, (text * length + at) * width);
          }
        const shape = [texts, length, heads, width / heads] as const;
        return tf.tidy(() => tf.transpose(tf.tensor4d(all, [...shape]), [0, 2, 1, 3]));
      }) as [tf.Tensor4D, tf.Tensor4D];
      return { keys, values };
    });
  }

  /** The chances of what comes after one character more of each text, texts x symbols; what was kept stays as it is. */
  async next(kept: Kept, length: number, symbols: Uint8Array): Promise<Float32Array> {
    const { width, heads, symbols: count } = this.#size;
    const { symbol, place, stack, head } = this.#weights;
    const texts = symbols.length;
    const part = width / heads;
    const chances = tf.tidy(() => {
      const is = tf.gather(symbol, tf.tensor1d([...symbols], 'int32'));
      let stream: tf.Tensor2D = tf.add(is, tf.slice(place, [length, 0], [1, width]));
      for (const [i, { look, back, up, down }] of stack.entries()) {
        const looked = tf.split(tf.matMul(normal(stream), look), 3, 1);
        const [query, key, value] = looked.map((one) =>
          tf.reshape(one, [texts, heads, 1, part]),
        ) as [tf.Tensor4D, tf.Tensor4D, tf.Tensor4D];
        const own = kept[i] as Kept[number];
        const keys = tf.concat([own.keys, key], 2);
        const values = tf.concat([own.values, value], 2);
        const near = tf.mul(tf.matMul(query, keys, false, true), 1 / Math.sqrt(part));
        const found = tf.reshape(tf.matMul(tf.softmax(near), values), [texts, width]);
        stream = tf.add(stream, tf.matMul(found as tf.Tensor2D, back));
        stream = tf.add(stream, tf.matMul(tf.relu(tf.matMul(normal(stream), up)), down));
      }
      const scores = tf.matMul(normal(stream), head);
      return tf.softmax(tf.slice(scores, [0, 0], [texts, count]));
    });
    const data = await chances.data<'float32'>();
    chances.dispose();
    return data;
  }

  free(): void {
    const { symbol, place, stack, head } = this.#weights;
    tf.dispose([symbol, place, head, ...stack.flatMap((one) => Object.values(one) as tf.Tensor[])]);
  }
}

/** Each row divided by the root of the mean of its squares. */
function normal(rows: tf.Tensor2D): tf.Tensor2D {
  const squares = tf.mean(tf.square(rows), 1, true);
  return tf.mul(rows, tf.rsqrt(tf.add(squares, 1e-5)));
}
