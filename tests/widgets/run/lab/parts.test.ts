import '@tensorflow/tfjs-backend-cpu';
import { expect, test } from 'vitest';
import type { PageSide } from '../../../../widgets/run/protocol.ts';
import { labParts } from '../../../../widgets/run/lab/parts.ts';
import * as tf from '../../../../widgets/engine/tf.ts';

const page: PageSide = {
  asset: () => Promise.reject(new Error('none')),
  show: () => Promise.resolve(),
  showMany: () => Promise.resolve(),
};

test('a worker times a back end once, and goes back to it without a second trial', async () => {
  const { open } = labParts();
  const found = await open('cpu', false, page);
  expect(found).toMatchObject({ state: 'ready', stepMs: expect.any(Number) });
  tf.registerBackend('other', () => tf.findBackend('cpu'));
  await tf.setBackend('other');
  expect(await open('cpu', false, page)).toBe(found);
  expect(tf.getBackend()).toBe('cpu');
});

test('a back end that is absent is asked for again each time', async () => {
  const { open } = labParts();
  const found = await open('webgpu', false, page);
  expect(found).toMatchObject({ state: 'absent' });
  expect(await open('webgpu', false, page)).not.toBe(found);
});
