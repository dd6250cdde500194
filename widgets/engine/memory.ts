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
  for (let i = 0; i < rows; i += 1) {
    const to = i * columns;
    let k = 0;
    for (; k + 3 < inner; k += 4) {
      const at = i * inner + k;
      const [a0, a1, a2, a3] = [a[at], a[at + 1], a[at + 2], a[at + 3]] as [
        number,
        number,
        number,
        number,
      ];
      const b0 = k * columns;
      const b1 = b0 + columns;
      const b2 = b1 + columns;
      const b3 = b2 + columns;
      for (let j = 0; j < columns; j += 1) {
        values[to + j] =
          (values[to + j] as number) +
          a0 * (b[b0 + j] as number) +
          a1 * (b[b1 + j] as number) +
          a2 * (b[b2 + j] as number) +
          a3 * (b[b3 + j] as number);
      }
    }
    for (; k < inner; k += 1) {
      const one = a[i * inner + k] as number;
      for (let j = 0; j < columns; j += 1) {
        values[to + j] = (values[to + j] as number) + one * (b[k * columns + j] as number);
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
