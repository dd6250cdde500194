import { afterEach, describe, expect, it, vi } from 'vitest';
import { packed } from '../../../../scripts/offline/pack.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { readAsset } from '../../../../widgets/run/page/assets.ts';
import { unpack } from '../../../../widgets/run/page/unpack.ts';

const random = seeded(1, 'packed');
const noise = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, () => random.whole(256));

describe('what a page carries packed', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 1000, 300_001])('comes back whole: %i bytes', async (length) => {
    const bytes = noise(length);
    expect(Buffer.compare(await unpack(packed(bytes)), bytes)).toBe(0);
  });

  it('is written in letters that mean nothing in HTML, and in five for four bytes', async () => {
    const text = packed(noise(10_000));
    expect(text).toMatch(/^[(-;=-}]+$/);
    expect(text.length).toBeLessThan(10_100 * 1.25);
  });

  it('may have been put on a line of its own', async () => {
    const text = packed('a lesson');
    expect(new TextDecoder().decode(await unpack(`\n  ${text}\n`))).toBe('a lesson');
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 5000)],
    ['empty', () => ''],
    ['altered in one letter', (text: string) => `${text.slice(0, 900)}(${text.slice(901)}`],
    ['something else', () => '<!doctype html>'],
  ])('is refused when it is %s', async (_, spoil) => {
    await expect(unpack(spoil(packed(noise(10_000))))).rejects.toThrow();
  });
});

const damaged = packed(noise(99)).slice(2);

describe('a file of the one-file edition', () => {
  afterEach(() => vi.unstubAllGlobals());
  const inPage = (carrier: { textContent: string } | null): void => {
    vi.stubGlobal('CSS', { escape: (name: string) => name });
    vi.stubGlobal('document', {
      documentElement: { dataset: { edition: 'one-file' } },
      querySelector: () => carrier && { ...carrier, getAttribute: () => 'data/x.bin' },
    });
  };

  it('is read from the page', async () => {
    inPage({ textContent: packed(Uint8Array.of(1, 2, 3)) });
    expect(await readAsset('data/x.bin')).toEqual(Uint8Array.of(1, 2, 3));
  });

  it.each([
    ['left out', null, /does not hold the file data\/x\.bin\. Use a whole copy/],
    ['damaged', { textContent: damaged }, /data\/x\.bin is damaged.*again/],
  ])('that is %s is named, with what to do', async (_, carrier, words) => {
    inPage(carrier);
    await expect(readAsset('data/x.bin')).rejects.toMatchObject({
      name: 'DataFault',
      message: expect.stringMatching(words),
    });
  });
});
