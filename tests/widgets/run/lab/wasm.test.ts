import '@tensorflow/tfjs-backend-wasm';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { openBackend } from '../../../../widgets/run/lab/backends.ts';
import { DataFault } from '../../../../widgets/kit/contract/faults.ts';
import * as tf from '../../../../widgets/engine/tf.ts';

const folder = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
const clock = (): number => performance.now();
const onLoss = (): void => undefined;

afterEach(() => vi.unstubAllGlobals());

it('a damaged wasm program is reported and not waited for', async () => {
  const began = clock();
  const file = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array(1000));
  expect(await openBackend('wasm', false, { file, onLoss, clock })).toEqual({
    state: 'failed',
    detail: 'arrived damaged',
  });
  expect(clock() - began).toBeLessThan(2000);
});

it('a wasm program that did not arrive is no fault of the back end', async () => {
  const file = (): Promise<Uint8Array> => Promise.reject(new DataFault('It is not there.'));
  const opening = openBackend('wasm', false, { file, onLoss, clock });
  await expect(opening).rejects.toMatchObject({ name: 'DataFault' });
});

it('wasm without SIMD is not offered, and no file is asked for', async () => {
  const simd = tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  const file = vi.fn(() => Promise.reject(new Error('nothing should be read')));
  tf.env().set('WASM_HAS_SIMD_SUPPORT', false);
  const finding = await openBackend('wasm', false, { file, onLoss, clock });
  tf.env().set('WASM_HAS_SIMD_SUPPORT', (await simd) as boolean);
  expect(finding).toEqual({ state: 'absent', detail: 'not offered by this browser' });
  expect(file).not.toHaveBeenCalled();
});

it('wasm starts from bytes that are handed to it: no threads, no fetch', async () => {
  const fetched = vi.fn(() => Promise.reject(new Error('refused by the policy')));
  vi.stubGlobal('fetch', fetched);
  const asked: string[] = [];
  const file = async (name: string): Promise<Uint8Array> => {
    asked.push(name);
    return readFile(join(folder, name));
  };
  expect(await openBackend('wasm', false, { file, onLoss, clock })).toMatchObject({
    state: 'ready',
  });
  expect(asked).toEqual(['tfjs-backend-wasm-simd.wasm']);
  expect(fetched).not.toHaveBeenCalled();
  expect(tf.env().getBool('WASM_HAS_MULTITHREAD_SUPPORT')).toBe(false);
  expect(tf.getBackend()).toBe('wasm');
});

it('wasm that has no memory left says so, and does not write over its own numbers', async () => {
  await openBackend('wasm', false, { onLoss, clock });
  const ones = tf.ones([2, 2]);
  const { makeOutput } = tf.backend() as unknown as {
    makeOutput: (shape: number[], type: 'float32') => tf.TensorInfo;
  };
  // Twice four gigabytes are more than its addresses reach. Nothing is written there, so nothing is taken.
  const twice = (): void => {
    for (let i = 0; i < 2; i += 1) makeOutput.call(tf.backend(), [1_000_000_000], 'float32');
  };
  expect(twice).toThrow('ran out of memory');
  expect(await tf.matMul(ones as tf.Tensor2D, ones as tf.Tensor2D).data()).toEqual(
    Float32Array.from([2, 2, 2, 2]),
  );
});
