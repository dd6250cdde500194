import { expect, test, vi } from 'vitest';
import type * as lab from '../../../../widgets/run/lab/node.ts';

/** Another copy of the module, as a bundler makes one. */
async function copy(): Promise<typeof lab> {
  vi.resetModules();
  return import('../../../../widgets/run/lab/node.ts');
}

test('two copies of the lab on Node open one back end: neither counts the tensors of the other', async () => {
  const copies = [await copy(), await copy()] as const;
  expect(copies[0].nodeEnv).not.toBe(copies[1].nodeEnv);
  const opened = await Promise.allSettled(copies.map(async ({ nodeEnv }) => nodeEnv()));
  expect(opened.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
});
