/** Which of the images in the line-up are poisoned: for the key of an assignment, which no page of a student’s holds. */
import type { Env } from '#kit/contract';
import { MNIST14 } from '../../shared/digits/mnist14.ts';
import { unpack } from '../../shared/digits/packed.ts';
import { IMAGES, poisonedData } from './attack.ts';
import { rowsShown } from './line-up.ts';
import type { PoisonSettings } from './params.ts';

/** For each of the settings, the places of the poisoned images among those that are shown, from 0. */
export async function planted(list: readonly PoisonSettings[], readData: Env['readData']) {
  const images = unpack(MNIST14, await readData(MNIST14.name));
  return list.map((settings) => {
    const data = poisonedData(images, settings);
    const shown = rowsShown(data, Math.min(settings.poisoned, data.victims.length));
    return [...shown.keys()].filter((place) => (shown[place] ?? 0) >= IMAGES);
  });
}
