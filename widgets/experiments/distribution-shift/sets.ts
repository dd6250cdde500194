/** What models learn from and are tested on, as the settings say. */
import type { Env } from '#kit/contract';
import { first, joined, split, type Digits, type Split } from '../../shared/digits/digits.ts';
import { fileOf, splitOf, TRAINING } from '../../shared/digits/eight.ts';
import { unpack } from '../../shared/digits/packed.ts';
import { perSet, SETS, type PerSet } from '../../shared/digits/sets.ts';
import type { ShiftSettings } from './params.ts';

/** Epochs of each lesson. */
export const EPOCHS = 20;
/** Epochs, counted through both lessons, whose points stay in the curve. */
export const CHARTED: readonly number[] = [0, 1, 2, 3, 5, 8, 12, 16, 20, 24, 28, 32, 36, 40];

/** Every set, split into what may be learned from and what is tested on. */
export type Sets = PerSet<Split>;

/** The three sets, as published or `cut` alike, each split by the seed in an order of its own: the same order either way. */
export async function readSets(cut: boolean, seed: number, { readData }: Env): Promise<Sets> {
  const files = perSet((set) => fileOf(set, cut ? 'stretched' : 'published'));
  const bytes = await Promise.all(SETS.map((set) => readData(files[set].name)));
  return perSet((set) => {
    const digits = unpack(files[set], bytes[SETS.indexOf(set)] as Uint8Array);
    return split(digits, TRAINING, seed, splitOf(set));
  });
}

/** The settings of every model of a run, the reader's own first. */
export function models(settings: ShiftSettings): ShiftSettings[] {
  if (settings.matrix !== 'all') return [settings];
  const others = SETS.filter((set) => set !== settings.trainOn);
  return [settings, ...others.map((trainOn) => ({ ...settings, trainOn }))];
}

/** Equal for settings that train the same models: where these are used matters only where they learn from there, too. */
export function modelOf({ testOn, foreignLabels, ...model }: ShiftSettings): string {
  return JSON.stringify(model.repair === 'labels' ? [model, testOn, foreignLabels] : model);
}

/**
 * What a model learns from, one after the other, by the name of the random stream that orders it: its home; then, where
 * people have labelled digits of another set, these and as many from home, so that it does not forget. (Foreign ones alone
 * cost 15 to 25 points at home.) All come from the training parts: no digit that is ever tested on is learned from.
 */
export function lessonsOf(sets: Sets, settings: ShiftSettings): Readonly<Record<string, Digits>> {
  const { trainOn: home, testOn: abroad, repair, foreignLabels } = settings;
  const isRepaired = repair === 'labels' && foreignLabels > 0 && home !== abroad;
  const mix = [home, abroad].map((set) => first(sets[set].training, foreignLabels));
  return { order: sets[home].training, ...(isRepaired && { repair: joined(mix) }) };
}

/** Epochs that a model learns for. */
export function epochsOf(sets: Sets, settings: ShiftSettings): number {
  return EPOCHS * Object.keys(lessonsOf(sets, settings)).length;
}
