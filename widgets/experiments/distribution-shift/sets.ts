/** The three sets of digits, and what a model is to learn from, as the settings say. */
import type { Env } from '../../kit/contract/widget.ts';
import { first, joined, split, type Digits, type Split } from '../../shared/digits/digits.ts';
import { unpack, type PackedFile } from '../../shared/digits/packed.ts';
import type { ShiftSettings } from './params.ts';

/** A set by its permanent name; the order is that of the matrix. */
export const SETS = ['mnist', 'semeion', 'optdigits'] as const;
/** The name of a set. */
export type SetName = (typeof SETS)[number];

/** What a set is called, and what its digits are called in a sentence. */
export const CALLED: Readonly<Record<SetName, { readonly name: string; readonly digits: string }>> =
  {
    mnist: { name: 'MNIST', digits: 'American digits' },
    semeion: { name: 'Semeion', digits: 'Italian digits' },
    optdigits: { name: 'Optdigits', digits: 'Turkish digits' },
  };

/** Pixels of an image of 8 x 8. */
export const PIXELS = 64;
/** Ink of a full pixel. */
export const FULL_INK = 16;
/** Digits that a model learns from; the rest of its set is held out. */
export const TRAINING = 1150;

/** Epochs of training at home, and as many again over the mix when foreign labels are added. */
export const EPOCHS = 20;
/** Epochs, counted through both trainings, whose points stay in the curve. */
export const CHARTED: readonly number[] = [0, 1, 2, 3, 5, 8, 12, 16, 20, 24, 28, 32, 36, 40];

/** The file of a set: as it was published, or every digit cropped to its ink and stretched over the image. */
export function fileOf(set: SetName, form: 'published' | 'stretched'): PackedFile {
  const name = form === 'stretched' ? `${set}8-stretched.bin` : `${set}8.bin`;
  return { name, size: PIXELS, perByte: 1, full: FULL_INK, moreThan: TRAINING };
}

/** Every set, split into what may be learned from and what is tested on. */
export type Sets = Readonly<Record<SetName, Split>>;

/** The three sets in the form that the repair asks for, each split by the seed in an order of its own. */
export async function readSets({ repair, seed }: ShiftSettings, env: Env): Promise<Sets> {
  const read = async (set: SetName): Promise<[SetName, Split]> => {
    const file = fileOf(set, repair === 'preprocess' ? 'stretched' : 'published');
    const digits = unpack(file, await env.readData(file.name));
    return [set, split(digits, TRAINING, seed, `split ${set}`)];
  };
  return Object.fromEntries(await Promise.all(SETS.map(read))) as Sets;
}

/** The set that is home, and the one that is abroad. */
export function homeAndAbroad(settings: ShiftSettings): { home: SetName; abroad: SetName } {
  return { home: settings.trainOn as SetName, abroad: settings.testOn as SetName };
}

/** The settings of every model of a run, the reader's own first. */
export function models(settings: ShiftSettings): ShiftSettings[] {
  if (settings.matrix !== 'all') return [settings];
  const others = SETS.filter((set) => set !== settings.trainOn);
  return [settings, ...others.map((trainOn) => ({ ...settings, trainOn }))];
}

/** True when foreign digits are learned from: abroad is another set, and somebody labelled some. */
export function learnsForeign(settings: ShiftSettings): boolean {
  const { repair, foreignLabels, trainOn, testOn } = settings;
  return repair === 'labels' && foreignLabels > 0 && trainOn !== testOn;
}

/** Epochs that a model's settings ask for. */
export function epochsOf(settings: ShiftSettings): number {
  return learnsForeign(settings) ? 2 * EPOCHS : EPOCHS;
}

/**
 * What a model goes on learning from when people have labelled some foreign digits: these, and as many from home, so that
 * it does not forget. (Foreign ones alone cost 15 to 25 points at home.) Both come from the training parts: no digit that
 * is ever tested on is learned from.
 */
export function repairMix(sets: Sets, settings: ShiftSettings): Digits {
  const { home, abroad } = homeAndAbroad(settings);
  return joined([home, abroad].map((set) => first(sets[set].training, settings.foreignLabels)));
}
