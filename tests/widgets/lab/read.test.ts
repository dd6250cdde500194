import { describe, expect, it } from 'vitest';
import { read } from '../../../widgets/lab/read.ts';

const tensor = (values: readonly number[]): { data(): Promise<Float32Array> } => ({
  data: () => Promise.resolve(Float32Array.from(values)),
});

describe('reading a tensor', () => {
  it('gives its values', async () => {
    expect([...(await read(tensor([1, 2.5])))]).toEqual([1, 2.5]);
  });

  it('gives up on a tensor that never answers, as after a lost context or an oversized buffer', async () => {
    const silent = { data: () => new Promise<Float32Array>(() => undefined) };
    const began = performance.now();
    await expect(read(silent, 40)).rejects.toMatchObject({
      name: 'BackendFault',
      message: 'stopped answering',
    });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it.each([Number.NaN, Infinity, -Infinity])('refuses %s wherever it stands', async (value) => {
    await expect(read(tensor([0, 1, value]))).rejects.toMatchObject({ name: 'BackendFault' });
  });

  it('passes on the error of a lost device', async () => {
    const lost = { data: () => Promise.reject<Float32Array>(new Error('mapAsync: device lost')) };
    await expect(read(lost)).rejects.toThrow('device lost');
  });
});
