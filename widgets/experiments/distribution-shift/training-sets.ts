/** What a model is to learn from, as the settings say; pure, so that it can be tested without training. */
import type { Env } from '../../kit/contract/widget.ts';
import { first, joined, type Digits, type Split } from '../../shared/digits/digits.ts';
import { unpack } from '../../shared/digits/packed.ts';
import { fileOf, SETS, splitOf, type SetName } from './sets.ts';
import type { ShiftSettings } from './params.ts';

/** Epochs of training at home, and as many again over the mix when foreign labels are added. */
export const EPOCHS = 20;

/** Epochs, counted through both trainings, whose points stay in the curve. */
export const CHARTED: readonly number[] = [0, 1, 2, 3, 5, 8, 12, 16, 20, 24, 28, 32, 36, 40];

/** Every set, split into what may be learned from and what is tested on. */
export type Sets = Readonly<Record<SetName, Split>>;

/** The three sets in the form that the repair asks for, split by the seed. */
export async function readSets(settings: ShiftSettings, env: Env): Promise<Sets> {
  const form = settings.repair === 'preprocess' ? 'stretched' : 'published';
  const read = async (set: SetName): Promise<Split> => {
    const file = fileOf(set, form);
    return splitOf(set, unpack(file, await env.readData(file.name)), settings.seed);
  };
  const [mnist, semeion, optdigits] = await Promise.all([
    read('mnist'),
    read('semeion'),
    read('optdigits'),
  ]);
  return { mnist, semeion, optdigits };
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
  const count = settings.foreignLabels;
  return joined([first(sets[home].training, count), first(sets[abroad].training, count)]);
}
