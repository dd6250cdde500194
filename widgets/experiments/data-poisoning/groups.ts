/** The models of a spread, in groups that can learn together. */
import { attackOf, poisonable, trainingLabels, triggered } from './attack.ts';
import type { Attack, Poisonable, TrainingLabels } from './attack.ts';
import type { Digits } from '../../shared/digits/digits.ts';
import { splitOf } from './images.ts';
import { unseen, type PoisonOutcome, type Tests } from './outcome.ts';
import type { PoisonSettings } from './params.ts';

/** Passes over the training set, and as many again after images were discarded. */
export const EPOCHS = 12;

/** Epochs of a training that stay in the curve; a spread looks at its models after no others. */
const CHARTED: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 10, 12];

/** Whether a point of the curve stays, `epoch` counted through both trainings. */
export function isCharted(epoch: number): boolean {
  return CHARTED.includes(epoch > EPOCHS ? epoch - EPOCHS : epoch);
}

/** One model of a spread, and what is known of it. */
export interface Model {
  readonly settings: PoisonSettings;
  readonly training: TrainingLabels;
  /** Rows that its defence has thrown out. */
  discarded: readonly number[];
  outcome: PoisonOutcome;
}

/** Models that share seed and attack: one set of rows, one order, one test. */
export interface ModelGroup {
  readonly seed: number;
  readonly attack: Attack;
  readonly trainingSet: Poisonable;
  readonly tests: Tests;
  readonly models: readonly Model[];
}

/** Sorts a list of settings into groups, in the order in which they first appear. */
export function groupsOf(images: Digits, list: readonly PoisonSettings[]): ModelGroup[] {
  const alike = new Map<string, PoisonSettings[]>();
  for (const settings of list) {
    const key = JSON.stringify([settings.seed, attackOf(settings)]);
    alike.set(key, [...(alike.get(key) ?? []), settings]);
  }
  return [...alike.values()].map((group) => groupOf(images, group));
}

function groupOf(images: Digits, group: readonly PoisonSettings[]): ModelGroup {
  const first = group[0] as PoisonSettings;
  const { seed } = first;
  const attack = attackOf(first);
  const parts = splitOf(images, seed);
  const trainingSet = poisonable(parts, attack, seed);
  const tests = { heldOut: parts.heldOut, triggered: triggered(parts, attack, seed) };
  const models = group.map((settings) => {
    const training = trainingLabels(trainingSet, settings.poisoned);
    const planned = defends(settings) ? 2 * EPOCHS : EPOCHS;
    const outcome = unseen(trainingSet, training, tests, planned, settings.attack === 'unknown');
    return { settings, training, discarded: [], outcome };
  });
  return { seed, attack, trainingSet, tests, models };
}

/** True when images are to be discarded and the model trained again. */
export function defends({ defence }: PoisonSettings): boolean {
  return defence !== 'none';
}
