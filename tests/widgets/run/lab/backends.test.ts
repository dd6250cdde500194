import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { adapter, webglAdapter, webgpuAdapter } from '../../../../widgets/run/lab/adapters.ts';
import { openBackend, type Machine } from '../../../../widgets/run/lab/backends.ts';
import { selfTest } from '../../../../widgets/run/lab/self-test.ts';
import * as tf from '../../../../widgets/engine/tf.ts';

const losses: string[] = [];
const machine: Machine = { onLoss: (did) => losses.push(did), clock: () => performance.now() };

/** A back end that computes as cpu does, until a test spoils it. */
function spoilt(name: string, parts: object = {}): void {
  tf.registerBackend(name, () => Object.assign(new MathBackendCPU(), parts));
  tf.copyRegisteredKernels('cpu', name);
}

beforeAll(() => tf.setBackend('cpu'));

afterEach(async () => {
  vi.unstubAllGlobals();
  losses.length = 0;
  await tf.setBackend('cpu');
  for (const name of ['crooked', 'webgl', 'webgpu']) {
    if (tf.findBackendFactory(name)) tf.removeBackend(name);
    for (const kernel of tf.getKernelsForBackend(name))
      tf.unregisterKernel(kernel.kernelName, name);
  }
});

describe('opening a back end', () => {
  it.each(['cpu', 'wasm'])('%s passes its self-test and leaves no tensor behind', async (name) => {
    const before = tf.memory().numTensors;
    const finding = await openBackend(name, false, machine);
    expect(finding).toMatchObject({ state: 'ready', detail: 'the processor' });
    expect(tf.getBackend()).toBe(name);
    await selfTest();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('refuses a back end whose products are wrong', async () => {
    spoilt('crooked');
    tf.unregisterKernel('BatchMatMul', 'crooked');
    const right = tf.getKernel('BatchMatMul', 'cpu');
    tf.registerKernel({
      kernelName: 'BatchMatMul',
      backendName: 'crooked',
      kernelFunc: (args) => {
        const info = right.kernelFunc(args) as tf.TensorInfo;
        const values = (args.backend as MathBackendCPU).data.get(info.dataId)
          .values as Float32Array;
        values[0] = (values[0] as number) + 0.1;
        return info;
      },
    });
    const finding = await openBackend('crooked', false, machine);
    expect(finding).toMatchObject({
      state: 'failed',
      detail: 'failed its self-test (a matrix product came out wrong)',
    });
  });

  it('refuses a back end without a kernel that training needs', async () => {
    spoilt('crooked');
    tf.unregisterKernel('Relu', 'crooked');
    expect(await openBackend('crooked', false, machine)).toMatchObject({
      state: 'failed',
      detail: 'cannot compute Relu',
    });
  });

  it('refuses a back end that computes with 16 bits', async () => {
    spoilt('crooked', { floatPrecision: () => 16, epsilon: () => 1e-4 });
    expect(await openBackend('crooked', false, machine)).toMatchObject({
      state: 'failed',
      detail: 'computes with too few digits',
    });
  });

  it('refuses a back end that never answers', async () => {
    vi.useFakeTimers();
    try {
      spoilt('crooked', { read: () => new Promise(() => undefined) });
      const finding = openBackend('crooked', false, machine);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await finding).toMatchObject({ state: 'failed', detail: 'stopped answering' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('reports a back end that the program lacks', async () => {
    expect(await openBackend('abacus', false, machine)).toMatchObject({ state: 'failed' });
  });
});

/** A browser whose WebGL names its renderer so. */
function withWebgl(renderer: string): void {
  tf.env().set('WEBGL_RENDER_FLOAT32_ENABLED', true);
  const gl = {
    RENDERER: 1,
    getExtension: (name: string) =>
      name === 'WEBGL_debug_renderer_info' ? { UNMASKED_RENDERER_WEBGL: 2 } : null,
    getParameter: (what: number) => (what === 2 ? renderer : 'WebKit WebGL'),
  };
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = (): unknown => gl;
    },
  );
}

/** A browser with that WebGPU adapter. */
function withWebgpu(found: unknown): void {
  vi.stubGlobal('navigator', { gpu: { requestAdapter: () => Promise.resolve(found) } });
}

describe('hardware and its imitations', () => {
  it.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)',
    'llvmpipe (LLVM 19.1.7, 256 bits)',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)',
    'Apple Software Renderer',
  ])('takes %s for an imitation', (name) => {
    expect(adapter([name]).isHardware).toBe(false);
  });

  it.each(['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060)', 'Apple M2', 'Mali-G78', ''])(
    'takes "%s" for hardware',
    (name) => expect(adapter([name]).isHardware).toBe(true),
  );

  it('finds no WebGPU where there is none, or no adapter', async () => {
    vi.stubGlobal('navigator', {});
    expect(await webgpuAdapter()).toBeUndefined();
    withWebgpu(null);
    expect(await webgpuAdapter()).toBeUndefined();
    expect(await openBackend('webgpu', true, machine)).toMatchObject({ state: 'absent' });
  });

  it('believes an adapter that calls itself a fallback', async () => {
    withWebgpu({ isFallbackAdapter: true, info: { vendor: 'someone' } });
    expect(await webgpuAdapter()).toEqual({ name: 'someone', isHardware: false });
  });

  it('finds no WebGL where there is no canvas for it', () => {
    vi.stubGlobal('OffscreenCanvas', undefined);
    expect(webglAdapter()).toBeUndefined();
  });

  it('uses an imitation only when the reader asks for it', async () => {
    withWebgl('SwiftShader');
    spoilt('webgl');
    expect(await openBackend('webgl', false, machine)).toMatchObject({ state: 'software' });
    expect(await openBackend('webgl', true, machine)).toMatchObject({ state: 'ready' });
  });
});

describe('known faults of TF.js 4.22', () => {
  it('webgl that computes with 32 bits is not taken for 16', async () => {
    withWebgl('Apple M2');
    spoilt('webgl', {
      floatPrecisionValue: 16,
      epsilon(this: { floatPrecisionValue: number }) {
        return this.floatPrecisionValue === 32 ? 1e-7 : 1e-4;
      },
    });
    expect(await openBackend('webgl', false, machine)).toMatchObject({ state: 'ready' });
    expect(tf.backend().epsilon()).toBe(1e-7);
  });

  it('webgl that does compute with 16 bits is refused', async () => {
    withWebgl('Mali-G52');
    tf.env().set('WEBGL_RENDER_FLOAT32_ENABLED', false);
    spoilt('webgl', { epsilon: () => 1e-4 });
    expect(await openBackend('webgl', false, machine)).toMatchObject({ state: 'failed' });
  });

  it('a lost context is reported, although TF.js says nothing', async () => {
    withWebgl('Apple M2');
    const canvas = new EventTarget();
    spoilt('webgl', { gpgpu: { gl: { canvas } } });
    await openBackend('webgl', false, machine);
    canvas.dispatchEvent(new Event('webglcontextlost'));
    expect(losses).toEqual(['lost its context']);
  });

  it('a lost device is reported, although small tensors go on', async () => {
    withWebgpu({ info: { vendor: 'nvidia' } });
    let lose = (): void => undefined;
    const lost = new Promise<void>((resolve) => (lose = resolve));
    const device = Object.assign(new EventTarget(), { lost });
    spoilt('webgpu', { device });
    expect(await openBackend('webgpu', false, machine)).toMatchObject({ detail: 'nvidia' });
    device.dispatchEvent(new Event('uncapturederror'));
    lose();
    await lost;
    await Promise.resolve();
    expect(losses).toEqual(['reported an error of its device', 'lost its device']);
  });
});
