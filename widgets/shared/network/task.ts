/** What such a network learns from and is tested on: real digits, split, shown and labelled as the settings have it; and the network itself. */
import type { Env } from '#kit/contract';
import { seeded } from '#kit/numbers';
import { imageAt, joined, KINDS, type Digits } from '../digits/digits.ts';
import { MNIST14, MNIST14_MORE } from '../digits/mnist14.ts';
import { unpack } from '../digits/packed.ts';
import { lengthOf, moved, shown, type Features } from '../digits/shown.ts';
import { train, untrained, type Lessons, type Network } from './network.ts';
import type { TaughtSettings } from './taught-params.ts';

/** Images that may be learned from; the rest is tested on. */
export const LEARNED = 2500;
/** Where a moved copy goes, and the image as it is. */
export const MOVES = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** What makes a model, besides the number of labels. */
export type Setup = Pick<
  TaughtSettings,
  'features' | 'model' | 'shifts' | 'width' | 'wrongShare' | 'seed'
>;

/** Images in the order of a seed: the first to learn from, the others to be tested on. */
export interface Material {
  readonly digits: Digits;
  readonly order: Int32Array;
}

/** Something to learn, and something to be tested on. */
export interface Task {
  readonly lessons: Lessons;
  readonly tested: { readonly rows: Float64Array; readonly labels: Uint8Array };
}

/** Reads both files of images. */
export async function readImages(readData: Env['readData']): Promise<Digits> {
  const files = await Promise.all(
    [MNIST14, MNIST14_MORE].map(async (file) => unpack(file, await readData(file.name))),
  );
  return joined(files);
}

function rowsOf(
  digits: Digits,
  places: Int32Array,
  features: Features,
  [columns, rows]: readonly [number, number] = MOVES[0],
): Float64Array {
  const length = lengthOf(features);
  const found = new Float64Array(places.length * length);
  const isMoved = columns !== 0 || rows !== 0;
  places.forEach((place, i) => {
    const image = imageAt(digits, place);
    found.set(shown(isMoved ? moved(image, columns, rows) : image, features), i * length);
  });
  return found;
}

/** The labels of some images, of which a share names another digit; the more are wrong, those of a lesser share still are. */
function labelsOf(
  { digits }: Material,
  places: Int32Array,
  { wrongShare, seed }: Setup,
): Uint8Array {
  const random = seeded(seed, 'wrong labels');
  return Uint8Array.from(places, (place) => {
    const label = digits.labels[place] as number;
    const [chance, other] = [random.uniform(), random.whole(KINDS - 1)];
    return chance < wrongShare ? (label + 1 + other) % KINDS : label;
  });
}

/** All images in the order of a seed. */
export function materialOf(digits: Digits, seed: number): Material {
  return { digits, order: seeded(seed, 'split').order(digits.count) };
}

/** What a setup learns from and is tested on. */
export async function taskOf(
  material: Material,
  setup: Setup,
  pause: () => Promise<void>,
): Promise<Task> {
  const { digits, order } = material;
  const { features, shifts } = setup;
  const [learned, held] = [order.subarray(0, LEARNED), order.subarray(LEARNED)];
  const versions: Float64Array[] = [];
  for (const move of shifts === '1' ? MOVES : MOVES.slice(0, 1)) {
    await pause();
    versions.push(rowsOf(digits, learned, features, move));
  }
  await pause();
  return {
    lessons: { features: lengthOf(features), versions, labels: labelsOf(material, learned, setup) },
    tested: {
      rows: rowsOf(digits, held, features),
      labels: Uint8Array.from(held, (place) => digits.labels[place] as number),
    },
  };
}

/** The first so many rows of what there is to learn. */
export function firstOf({ features, versions, labels }: Lessons, count: number): Lessons {
  return {
    features,
    versions: versions.map((rows) => rows.subarray(0, count * features)),
    labels: labels.subarray(0, count),
  };
}

/** The network, or the logistic regression, that a setup makes of so many labels: the same settings give the same one, bit for bit. */
export function networkOf(
  { lessons }: Task,
  { model, width, seed }: Setup,
  labels: number,
  pause: () => Promise<void>,
): Promise<Network> {
  const start = untrained(
    lessons.features,
    model === 'logistic' ? 0 : width,
    seeded(seed, 'weights'),
  );
  return train(start, firstOf(lessons, labels), seeded(seed, 'order'), pause);
}
