import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { halved, pack14 } from '../../../../scripts/pack-mnist14.mjs';
import { MNIST14, MNIST14_MORE } from '../../../../widgets/shared/digits/mnist14.ts';
import { readMnist } from '../../../../scripts/pack-digits.mjs';
import { unpack } from '../../../../widgets/shared/digits/packed.ts';

const published = (name: string): Buffer =>
  readFileSync(new URL(`../../../../public/data/${name}`, import.meta.url));

describe('the packed files', () => {
  test.each([
    ['mnist14.json', MNIST14],
    ['mnist14-more.json', MNIST14_MORE],
  ])('hold as many images as %s says, whose faults name the list of wrong labels', (name, file) => {
    const card = JSON.parse(published(name).toString());
    expect(card.files).toMatchObject([{ name: file.name, bytes: card.rows * 99 }]);
    expect(unpack(file, published(file.name)).count).toBe(card.rows);
    expect(card.faults).toContain('cleanlab/label-errors');
  });
  test('share no image, and hold ten kinds of digits each', () => {
    const [first, more] = [MNIST14, MNIST14_MORE].map((file) => {
      const { count, pixels, labels } = unpack(file, published(file.name));
      expect(new Set(labels).size).toBe(10);
      return Array.from({ length: count }, (_, i) =>
        pixels.subarray(196 * i, 196 * i + 196).join(),
      );
    }) as [string[], string[]];
    const known = new Set(first);
    expect(more.filter((image) => known.has(image))).toEqual([]);
  });
  test('are every third image from the first on, and every sixth from the second on', () => {
    const images = Buffer.alloc(16 + 20);
    images.writeUInt32BE(2051, 0);
    images.writeUInt32BE(20, 4);
    images.writeUInt32BE(1, 8);
    const labels = Uint8Array.from({ length: 28 }, (_, i) => i - 8);
    expect([...readMnist(images, labels).labels]).toEqual([0, 3, 6, 9, 12, 15, 18]);
    expect([...readMnist(images, labels, { every: 6, from: 1 }).labels]).toEqual([1, 7, 13, 19]);
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
