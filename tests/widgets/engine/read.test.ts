import { describe, expect, it } from 'vitest';
import { whatItDid } from '../../../widgets/kit/contract/faults.ts';
import { read } from '../../../widgets/engine/read.ts';

const tensor = (values: readonly number[]): { data(): Promise<Float32Array> } => ({
  data: () => Promise.resolve(Float32Array.from(values)),
});

describe('reading a tensor', () => {
  it('gives its values', async () => {
    expect([...(await read(tensor([1, 2.5])))]).toEqual([1, 2.5]);
  });

  it('gives up on a tensor that never answers, as after a lost context or an oversized buffer', async () => {
    const silent = { data: () => new Promise<Float32Array>(() => undefined) };
    await expect(read(silent, 40)).rejects.toMatchObject({
      name: 'BackendFault',
      message: 'stopped answering',
    });
  });

  it.each([Number.NaN, Infinity, -Infinity])('refuses %s wherever it stands', async (value) => {
    await expect(read(tensor([0, 1, value]))).rejects.toMatchObject({ name: 'BackendFault' });
  });

  it('passes on the error of a lost device', async () => {
    const lost = { data: () => Promise.reject<Float32Array>(new Error('mapAsync: device lost')) };
    await expect(read(lost)).rejects.toThrow('device lost');
  });
});

it.each([
  ['V8', new RangeError('Array buffer allocation failed')],
  ['V8', new RangeError('Invalid typed array length: 30000000000')],
  [
    'V8 in wasm',
    new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory: out of memory'),
  ],
  ['Firefox', new RangeError('invalid array length')],
  ['Safari', new RangeError('Out of memory')],
  ['emscripten', new Error('Aborted(OOM). Build with -sASSERTIONS for more info.')],
  ['TF.js on WebGL', new Error('Unable to create WebGLTexture.')],
])('%s without memory is told in one way', (_, error) => {
  expect(whatItDid(error)).toBe('ran out of memory');
});

it('what is no lack of memory is not told as one', () => {
  expect(whatItDid(new RangeError('there is no run called x'))).toBe(
    'failed (there is no run called x)',
  );
});
