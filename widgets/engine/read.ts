/** The only way to look at a tensor's values. */
import { BackendFault } from '../kit/contract/faults.ts';
import { FAULTS } from '#words/widgets/kit/words/fault-words';

/** How long a read may take, in milliseconds, unless said otherwise. */
const READ_LIMIT = 10_000;

interface Readable {
  data(): Promise<Float32Array | Int32Array | Uint8Array>;
}

/**
 * The values of a tensor. Rejects with a BackendFault when they do not come in time or are not finite. A lost WebGL
 * context and a buffer too large for WebGPU never answer at all, a synchronous read on WebGPU may answer wrongly, and
 * both GPUs turn NaN into plausible numbers: so reads are asynchronous, have a limit, and look at what came.
 */
export async function read(tensor: Readable, limitMs = READ_LIMIT): Promise<Float32Array> {
  const values = await inTime(tensor.data(), limitMs, FAULTS.silent);
  for (const value of values) {
    if (!Number.isFinite(value)) throw new BackendFault(FAULTS.noNumber);
  }
  return values instanceof Float32Array ? values : Float32Array.from(values);
}

/** Settles as the work does, or rejects with a BackendFault that says what the back end did instead. */
export function inTime<T>(work: Promise<T>, limitMs: number, did: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new BackendFault(did)), limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
