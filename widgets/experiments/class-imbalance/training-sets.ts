/** How much each message counts in training, as the settings say; pure, so that it can be tested without training. */
import { seeded } from '../../kit/numbers/random.ts';
import type { Split } from '../../shared/messages/messages.ts';
import type { ImbalanceSettings } from './params.ts';

type TrainingChoice = Pick<ImbalanceSettings, 'remedy' | 'trainingSpam' | 'seed'>;

/** The rows that a model learns from. A smaller set of spam is part of every larger one of the same seed. */
export function trainingRows(
  split: Split,
  settings: TrainingChoice,
): { spam: Int32Array; genuine: Int32Array } {
  const spam = split.spam.training.subarray(0, settings.trainingSpam);
  const genuine = split.genuine.training;
  return {
    spam,
    genuine: settings.remedy === 'undersample' ? genuine.subarray(0, spam.length) : genuine,
  };
}

/**
 * The weight of each of `count` rows; 0: not learned from. Copies of a message are its weight: drawing spam again until
 * there is as much of it as of the rest gives whole weights, class weights give equal ones of the same sum.
 */
export function weightsOf(count: number, split: Split, settings: TrainingChoice): Float32Array {
  const { spam, genuine } = trainingRows(split, settings);
  const weights = new Float32Array(count);
  for (const row of genuine) weights[row] = 1;
  if (settings.remedy === 'oversample') {
    const random = seeded(settings.seed, `oversample ${spam.length}`);
    genuine.forEach(() => {
      const row = spam[random.whole(spam.length)] as number;
      weights[row] = (weights[row] as number) + 1;
    });
    return weights;
  }
  const each = settings.remedy === 'weights' ? genuine.length / spam.length : 1;
  for (const row of spam) weights[row] = each;
  return weights;
}

/** Equal for settings that train the same model: threshold, share in use and costs change nothing in it. */
export function modelKey({ remedy, trainingSpam, seed }: TrainingChoice): string {
  return `${remedy} ${trainingSpam} ${seed}`;
}
