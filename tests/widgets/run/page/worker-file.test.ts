import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hashesInPlace } from '../../../../scripts/workers.mjs';
import { sha256InSteps } from '../../../../widgets/kit/data/sha256.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { verifiedAs } from '../../../../widgets/run/page/worker-file.ts';

const random = seeded(1, 'worker');
const program = Uint8Array.from({ length: 100_000 }, () => random.whole(256));
const hash = createHash('sha256').update(program).digest('hex');
const altered = program.with(5000, (program[5000] ?? 0) ^ 1);

afterEach(() => vi.unstubAllGlobals());

describe.each(['with', 'without'])('a worker’s file, %s the browser’s own hashes', (whose) => {
  const check = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
    if (whose === 'without') vi.stubGlobal('crypto', {});
    return verifiedAs(hash, 'workers/sim.js', bytes);
  };

  it('is used as it was built', async () => {
    expect(await check(program)).toBe(program);
  });

  it.each([
    ['a page of the network', new TextEncoder().encode('<!doctype html><title>Sign in</title>')],
    ['nothing', new Uint8Array()],
    ['its beginning', program.slice(0, 50_000)],
    ['the same with a byte altered', altered],
    ['the same with a byte more', Uint8Array.of(...program, 10)],
  ])('is refused when it is %s', async (_, bytes) => {
    await expect(check(bytes)).rejects.toMatchObject({
      name: 'DataFault',
      message: expect.stringMatching(/workers\/sim\.js is not the book’s.*press run again/),
    });
  });
});

it('a file that the build knows nothing of is no worker', async () => {
  await expect(verifiedAs(undefined, 'workers/x.js', program)).rejects.toThrow(/not the book’s/);
});

it('hashing gives way after every 32,768 bytes', () => {
  const steps = [...sha256InSteps(program)];
  expect(steps).toHaveLength(3);
});

it('the build puts the hashes of what it has bundled into the page’s code', async () => {
  const plugin = hashesInPlace(() =>
    Promise.resolve(
      new Map([
        ['workers/sim-a.js', 'abc'],
        ['workers/sim.js', 'abc'],
      ]),
    ),
  );
  expect(await plugin.load('/book/widgets/run/page/assets.ts')).toBeNull();
  expect(plugin.isUsed).toBe(false);
  // FIPS 180-2, appendix B.1.
  expect(await plugin.load('/book/widgets/run/page/worker-hashes.ts')).toBe(
    'export const WORKER_HASHES = {"workers/sim-a.js":"ba7816bf8f01cfea"};',
  );
  expect(plugin.isUsed).toBe(true);
});
