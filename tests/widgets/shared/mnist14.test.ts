import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { halved, pack14 } from '../../../scripts/pack-mnist14.mjs';
import { MNIST14 } from '../../../widgets/shared/digits/mnist14.ts';
import { unpack } from '../../../widgets/shared/digits/packed.ts';

describe('the packed file', () => {
  test('holds as many images as its card says, whose faults name the list of wrong labels', () => {
    const card = JSON.parse(
      readFileSync(new URL('../../../public/data/mnist14.json', import.meta.url), 'utf8'),
    );
    expect(card.files).toMatchObject([{ name: MNIST14.name, bytes: card.rows * 99 }]);
    expect(card.faults).toContain('cleanlab/label-errors');
  });
  test('holds means of 2 x 2 pixels in sixteen greys, halves rounded up', () => {
    const image = new Uint8Array(784);
    image.set([255, 255], 0);
    image.set([255, 255], 28);
    image.set([255, 0], 2);
    image[28 * 27 + 27] = 34;
    const small = halved(image);
    // 255 of 1,020 are 3.75 of 15; 34 of 1,020 are exactly a half.
    expect([small[0], small[1], small[2], small[195]]).toEqual([15, 4, 0, 1]);
  });
  test('comes back as it was packed, left pixel first', () => {
    const side = 28;
    const images = new Uint8Array(2001 * 784);
    images.set([255, 255, 0, 0], 0);
    images.set([255, 255, 0, 0], 28);
    const bytes = pack14({
      side,
      pixels: images,
      labels: new Uint8Array(2001).fill(3),
    });
    expect([bytes[0], bytes[1], bytes.length]).toEqual([0xf0, 0, 2001 * 99]);
    const read = unpack(MNIST14, bytes);
    expect([read.count, read.pixels[0], read.pixels[1], read.labels[2000]]).toEqual([
      2001, 1, 0, 3,
    ]);
  });
});
