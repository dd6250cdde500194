import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { sha256 } from '../../../../widgets/kit/data/sha256.ts';
import { verified, verifiedData } from '../../../../widgets/run/data/verified.ts';

const NAME = 'optdigits8.bin';
const published = (): Promise<Uint8Array> =>
  readFile(new URL(`../../../../public/data/${NAME}`, import.meta.url)).then((b) =>
    Uint8Array.from(b),
  );

describe('the hash', () => {
  it('equals that of Node on every length around a block', () => {
    const random = seeded(1, 'hash');
    for (let length = 0; length <= 200; length += 1) {
      const bytes = Uint8Array.from({ length }, () => random.whole(256));
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('takes a part of a larger buffer for what it is', () => {
    const all = Uint8Array.from({ length: 100 }, (_, i) => i);
    const part = all.subarray(10, 30);
    expect(sha256(part)).toBe(createHash('sha256').update(part).digest('hex'));
  });
});

describe('data', () => {
  it('are used as they were published', async () => {
    const bytes = await published();
    expect(verified(NAME, bytes)).toBe(bytes);
  });

  it('are refused when one bit differs', async () => {
    const bytes = await published();
    bytes[5000] = (bytes[5000] as number) ^ 1;
    expect(() => verified(NAME, bytes)).toThrow(/differs from what was published/);
  });

  it('are refused when they are cut off', async () => {
    const bytes = await published();
    expect(() => verified(NAME, bytes.slice(0, -1))).toThrow(/116804 bytes instead of 116805/);
  });

  it('are refused when nobody published them', () => {
    expect(() => verified('toString', new Uint8Array(3))).toThrow(/no data set called toString/);
  });

  it('are asked for again after a failure, and only once after a success', async () => {
    let asked = 0;
    const flaky = (): Promise<Uint8Array> => {
      asked += 1;
      return asked === 1 ? Promise.resolve(new Uint8Array(4)) : published();
    };
    await expect(verifiedData(NAME, flaky)).rejects.toMatchObject({ name: 'DataFault' });
    await verifiedData(NAME, flaky);
    await verifiedData(NAME, flaky);
    expect(asked).toBe(2);
  });
});
