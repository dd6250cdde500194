/** What a mark is painted over, for the build, which reads the images from the disk. */
import type { Env } from '#kit/contract';
import { placesOf, split } from '../../shared/digits/digits.ts';
import { meanImage, MNIST14 } from '../../shared/digits/mnist14.ts';
import { unpack } from '../../shared/digits/packed.ts';
import { IMAGES } from './attack.ts';
import { params, type PoisonSettings } from './params.ts';

/** The parameter table with the average training image of the attacked digit, as the seed splits them, faint below the painter. */
export async function overAverage(readData: Env['readData'], { seed, source }: PoisonSettings) {
  const images = unpack(MNIST14, await readData(MNIST14.name));
  const { training } = split(images, IMAGES, seed, 'split');
  const average = meanImage(training, placesOf(training, Number(source)));
  // Painted ink has 16.
  const pixels = average.map((ink) => 7.2 * ink);
  const under = { with: 'source', at: source, pixels, says: `faint: the average ${source}` };
  return { ...params, patch: { ...params.patch, surface: { ...params.patch.surface, under } } };
}
