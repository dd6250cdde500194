import { Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleWorker } from '../../../scripts/workers.mjs';

describe.each([
  ['sim', 12],
  ['lab', 265],
])('the bundle of the %s worker', async (name, limit) => {
  const script = await bundleWorker(`widgets/run/${name}/worker.ts`);

  it('is a classic script without imports', () => {
    expect(() => new Script(script)).not.toThrow();
    expect(script).not.toMatch(/(^|[;\s])import\s*\(|import\.meta/);
  });

  it('makes no code from text, which the policy would refuse', () => {
    expect(script).not.toMatch(/new Function\b|[^.\w]eval\(|[^.\w]Function\(/);
  });

  it('names no module of Node', () => {
    expect(script).not.toMatch(/require\(.(fs|path|worker_threads|perf_hooks)/);
  });

  it(`takes at most ${limit} kB, gzipped`, () => {
    expect(gzipSync(script).length / 1000).toBeLessThan(limit);
  });
});
