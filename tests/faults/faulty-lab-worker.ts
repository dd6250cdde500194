/**
 * The lab's own worker with one part that fails, for tests in the browser: bundle it, put `self.fault = {…};` in front,
 * and serve it as `workers/lab.js`. The product has no switch for this.
 */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { expose } from 'comlink';
import { workerSide } from '../../widgets/run/worker-side.ts';
import { labParts } from '../../widgets/run/lab/parts.ts';
import * as tf from '../../widgets/engine/tf.ts';

/** What happens when a learner on that back end has read its data; `all`: on every back end. */
interface Fault {
  readonly kind:
    'hang' | 'kill' | 'lose' | 'kernel' | 'nan' | 'memory' | 'data' | 'cut' | 'self-test';
  readonly on: string;
}
declare const self: { readonly fault?: Fault; close(): void };
const fault: Fault = self.fault ?? { kind: 'hang', on: 'none' };
const hits = (backend: string): boolean => fault.on === 'all' || fault.on === backend;

function lose(): void {
  const { device, gpgpu } = tf.backend() as {
    device?: GPUDeviceLike;
    gpgpu?: { gl: WebGL2RenderingContext };
  };
  device?.destroy();
  gpgpu?.gl.getExtension('WEBGL_lose_context')?.loseContext();
}
interface GPUDeviceLike {
  destroy(): void;
}

/** Hidden layers from now on hold no numbers, as from a driver that overflows. */
function spoil(backend: string): void {
  const relu = tf.getKernel('Relu', backend);
  const fill = tf.getKernel('Fill', backend);
  tf.unregisterKernel('Relu', backend);
  const spoilt: tf.KernelFunc = ({ inputs, backend: its }) => {
    const attrs = { shape: inputs['x']?.shape ?? [], value: Number.NaN, dtype: 'float32' };
    return fill.kernelFunc({ inputs: {}, attrs: attrs as never, backend: its });
  };
  tf.registerKernel({ ...relu, kernelFunc: spoilt });
}

/** From now on whoever asks for memory is refused. That wasm's real exhaustion ends alike is tested on Node. */
function starve(): void {
  const refuse = (): never => {
    throw new RangeError('Array buffer allocation failed');
  };
  const { wasm } = tf.backend() as { wasm?: object };
  if (wasm) Object.assign(wasm, { _malloc: refuse });
  else Object.assign(tf.backend(), { write: refuse });
}

const deeds: Record<Fault['kind'], (backend: string) => void> = {
  hang: () => {
    for (;;);
  },
  kill: () => self.close(),
  lose,
  kernel: (backend) => tf.unregisterKernel('Relu', backend),
  nan: spoil,
  memory: starve,
  data: () => undefined,
  cut: () => undefined,
  'self-test': () => undefined,
};

const parts = labParts();
let happened = false;
expose(
  workerSide({
    ...parts,
    open: (backend, asked, page) =>
      fault.kind === 'self-test' && hits(backend)
        ? Promise.resolve({ state: 'failed', detail: 'failed its self-test' })
        : parts.open(backend, asked, page),
    env: (page) => {
      const altered = async (name: string): Promise<Uint8Array> => {
        const bytes = Uint8Array.from(await page.asset(name));
        if (fault.kind === 'data') bytes[100] = (bytes[100] as number) ^ 1;
        return fault.kind === 'cut' ? bytes.subarray(0, bytes.length - 65) : bytes;
      };
      const env = parts.env({ ...page, asset: altered });
      const readData = async (name: string): Promise<Uint8Array> => {
        const bytes = await env.readData(name);
        if (hits(env.backend) && !happened) {
          happened = true;
          deeds[fault.kind](env.backend);
        }
        return bytes;
      };
      return { ...env, readData };
    },
  }),
);
