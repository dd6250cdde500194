/** Two back ends keep their tensors where JavaScript can reach them: there a plain loop may take the place of many operations. */
import * as tf from './tf.ts';

interface InJavaScript {
  readonly data: { get(id: object): { readonly values: Float32Array } };
}
interface InHeap {
  typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array;
}

/** Whether the values of tensors lie within reach on the back end in use. */
export function isWithinReach(): boolean {
  return tf.getBackend() === 'cpu' || tf.getBackend() === 'wasm';
}

/** The values of a tensor where they lie, not a copy; to be used at once, for wasm's memory moves when it grows. */
export function memoryOf(tensor: tf.Tensor): Float32Array {
  const backend: unknown = tf.backend();
  if (tf.getBackend() === 'wasm') return (backend as InHeap).typedArrayFromHeap(tensor);
  return (backend as InJavaScript).data.get(tensor.dataId).values;
}

/**
 * The product of two matrices. TF.js's own on cpu computes four addresses for each multiplication; on the other back ends
 * it is fast as long as neither matrix is turned and neither is one of a stack.
 */
export function product(a: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D {
  if (tf.getBackend() !== 'cpu') return tf.matMul(a, b);
  const [rows, inner] = a.shape;
  const columns = b.shape[1];
  const values = new Float32Array(rows * columns);
  multiply(memoryOf(a), memoryOf(b), values, [rows, inner, columns]);
  return tf.tensor2d(values, [rows, columns]);
}

/** rows x inner times inner x columns, four of `inner` at a time. */
function multiply(
  a: Float32Array,
  b: Float32Array,
  values: Float32Array,
  [rows, inner, columns]: readonly [number, number, number],
): void {
  const whole = inner - (inner % 4);
  for (let i = 0; i < rows; i += 1) {
    const [to, at] = [i * columns, i * inner];
    for (let k = 0; k < inner; k += k < whole ? 4 : 1) {
      const a0 = a[at + k] as number;
      const b0 = k * columns;
      if (k >= whole) {
        for (let j = 0; j < columns; j += 1)
          values[to + j] = (values[to + j] as number) + a0 * (b[b0 + j] as number);
        continue;
      }
      const [a1, a2, a3] = [
        a[at + k + 1] as number,
        a[at + k + 2] as number,
        a[at + k + 3] as number,
      ];
      const [b1, b2, b3] = [b0 + columns, b0 + 2 * columns, b0 + 3 * columns];
      for (let j = 0; j < columns; j += 1) {
        values[to + j] =
          (values[to + j] as number) +
          a0 * (b[b0 + j] as number) +
          a1 * (b[b1 + j] as number) +
          a2 * (b[b2 + j] as number) +
          a3 * (b[b3 + j] as number);
      }
    }
  }
}

/** A stack of matrices without the last row of each; TF.js's own on cpu computes an address for each number. */
export function withoutLastRow(stack: tf.Tensor3D): tf.Tensor3D {
  const [count, rows, columns] = stack.shape;
  const shape: [number, number, number] = [count, rows - 1, columns];
  if (tf.getBackend() !== 'cpu') return tf.slice3d(stack, [0, 0, 0], shape);
  const each = rows * columns;
  const values = memoryOf(stack);
  const kept = new Float32Array(count * (each - columns));
  for (let i = 0; i < count; i += 1) {
    kept.set(values.subarray(i * each, (i + 1) * each - columns), i * (each - columns));
  }
  return tf.tensor3d(kept, shape);
}
