import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { squeezed } from '../../scripts/offline/squeeze.ts';
import { picture } from '../../widgets/kit/draw/pixels.ts';

/** Every chunk of the one PNG in a text, by its name. */
function chunksIn(text: string): Map<string, Buffer> {
  const file = Buffer.from(text.split('base64,')[1] ?? '', 'base64');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
}

test('a stored picture keeps its pixels, its size and its colours in fewer bytes', () => {
  const pixels = Array.from({ length: 196 }, (_, i) => (i % 14 > 6 ? 16 : 0));
  const stored = picture(28, 14, 14, [
    { x: 0, y: 0, pixels },
    { x: 14, y: 0, pixels },
  ]);
  const small = squeezed(stored);
  expect(small.length).toBeLessThan(0.7 * stored.length);
  const [before, after] = [chunksIn(stored), chunksIn(small)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const name of ['IHDR', 'PLTE', 'tRNS']) expect(after.get(name)).toEqual(before.get(name));
  const rows = (of: Map<string, Buffer>): Buffer => inflateSync(of.get('IDAT') as Buffer);
  expect(rows(after).equals(rows(before))).toBe(true);
});

test('text around a picture stays as it is', () => {
  expect(squeezed('no <b>picture</b> here')).toBe('no <b>picture</b> here');
});
