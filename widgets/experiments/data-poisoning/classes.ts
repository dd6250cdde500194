/** The models of a spread, sorted by what they can learn together. Pure. */
import { attackOf, poisonable, taught, triggered } from './attack.ts';
import type { Attack, Poisonable, TrainingLabels } from './attack.ts';
import type { Digits } from '../../shared/digits/digits.ts';
import { splitOf } from './images.ts';
import { unseen, type PoisonOutcome, type Tests } from './outcome.ts';
import type { PoisonSettings } from './params.ts';

/** Passes over the training set, and as many again after images were discarded. */
export const EPOCHS = 12;

/** One model of a spread, and what is known of it. */
export interface Model {
  readonly settings: PoisonSettings;
  readonly taught: TrainingLabels;
  outcome: PoisonOutcome;
}

/** Models that share seed and attack: one set of rows, one order, one test. */
export interface Class {
  readonly seed: number;
  readonly attack: Attack;
  readonly ground: Poisonable;
  readonly tests: Tests;
  readonly models: readonly Model[];
}

/** Sorts a list of settings into classes, in the order in which they first appear. */
export function classesOf(images: Digits, list: readonly PoisonSettings[]): Class[] {
  const groups = new Map<string, PoisonSettings[]>();
  for (const settings of list) {
    const key = JSON.stringify([settings.seed, attackOf(settings)]);
    groups.set(key, [...(groups.get(key) ?? []), settings]);
  }
  return [...groups.values()].map((group) => classOf(images, group));
}

function classOf(images: Digits, group: readonly PoisonSettings[]): Class {
  const first = group[0] as PoisonSettings;
  const { seed } = first;
  const attack = attackOf(first);
  const parts = splitOf(images, seed);
  const ground = poisonable(parts, attack, seed);
  const tests = { heldOut: parts.heldOut, triggered: triggered(parts, attack, seed) };
  const models = group.map((settings) => {
    const lesson = taught(ground, settings.poisoned);
    const planned = defends(settings) ? 2 * EPOCHS : EPOCHS;
    const outcome = unseen(ground, lesson, tests, planned, settings.attack === 'unknown');
    return { settings, taught: lesson, outcome };
  });
  return { seed, attack, ground, tests, models };
}

/** True when images are to be discarded and the model trained again. */
export function defends({ defence }: PoisonSettings): boolean {
  return defence !== 'none';
}
