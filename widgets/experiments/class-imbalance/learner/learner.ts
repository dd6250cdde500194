/** Trains filters on the messages, all those that a spread asks for at once, and reads their scores. */
import { groups } from 'd3-array';
import { runOf, type Env, type Sweep } from '#kit/contract';
import { stopChecks } from '../../../engine/stop-checks.ts';
import { trainAndTest } from '../../../engine/train-and-test.ts';
import { seeded } from '#kit/numbers';
import { FILES, inputsOf, split, unpack, WORDS } from '../../../shared/messages/messages.ts';
import type { Messages, Split } from '../../../shared/messages/messages.ts';
import { roundedScore, useOf, type ImbalanceOutcome } from '../outcome.ts';
import { modelKey, type params, type ImbalanceSettings } from '../params.ts';

/** Chosen so that a filter's ranking no longer improves. */
const EPOCHS = 30;
const TRAINING = {
  features: WORDS,
  hidden: 0,
  classes: 1,
  spread: 0.01,
  epochs: EPOCHS,
  batch: 256,
  learningRate: 1,
  // Not Adam: see README.md.
  descent: { decay: 0.002 },
} as const;
/** Epochs after which a spread reads held-out messages, a round trip to the back end; a run of its own does after each. */
const LOOKS: readonly number[] = [0, 1, 2, 3, 5, 8, 12, 16, 20, 25, 30];

/** All runs of a spread as one computation: a model for each that differs in what is learned. */
export const sweepFilters: Sweep<typeof params, ImbalanceOutcome> = async (list, show, env) => {
  const { put, pause } = stopChecks(env);
  const messages = await readMessages(env.readData);
  const { labels } = messages;
  const inputs = inputsOf(messages);
  const models = groups(list, modelKey).map(([key, [first]]) => {
    const settings = first as ImbalanceSettings;
    const parts = split(messages, settings.seed);
    const weights = weightsOf(labels.length, parts, settings);
    return { key, parts, target: { labels, weights, seed: settings.seed } };
  });
  await trainAndTest({
    ...TRAINING,
    inputs,
    // The same for all, so that all seeds of a spread learn together.
    order: seeded(1, 'order'),
    targets: models.map(({ target }) => target),
    pause,
    tested: inputs,
    tests: (epoch) => list.length === 1 || LOOKS.includes(epoch),
    onTest: async (epoch, found) => {
      const outcomes = list.map((settings) => {
        const i = models.findIndex(({ key }) => key === modelKey(settings));
        const { parts } = models[i] as (typeof models)[number];
        return observe(messages, parts, settings, found[i] as Float32Array, epoch);
      });
      await put(() => show(outcomes, epoch / EPOCHS));
    },
  });
};

/** The learner of `class-imbalance`. */
export const learnFilter = runOf(sweepFilters);

/** Fetches the two packed files and reads them; throws as `unpack` does. */
export async function readMessages(readData: Env['readData']): Promise<Messages> {
  const [bits, words] = await Promise.all([readData(FILES.bits), readData(FILES.words)]);
  return unpack(bits, new TextDecoder().decode(words));
}

/** The rows that a model learns from. A smaller set of spam is part of every larger one of the same seed. */
function trainingRows({ spam, genuine }: Split, { remedy, trainingSpam }: ImbalanceSettings) {
  const rare = spam.training.subarray(0, trainingSpam);
  const few = remedy === 'undersample' ? rare.length : Infinity;
  return { spam: rare, genuine: genuine.training.subarray(0, few) };
}

/** The weight of each of `count` rows, 0 where it is not learned from: copies of a message are its weight. */
export function weightsOf(count: number, parts: Split, settings: ImbalanceSettings): Float32Array {
  const { spam, genuine } = trainingRows(parts, settings);
  const { remedy, seed } = settings;
  const random = seeded(seed, `oversample ${spam.length}`);
  const draw = (): number => spam[random.whole(spam.length)] as number;
  const each = remedy === 'weights' ? genuine.length / spam.length : 1;
  const weights = new Float32Array(count);
  for (const row of genuine) weights[row] = 1;
  for (const row of remedy === 'oversample' ? genuine.map(draw) : spam)
    weights[row] = (weights[row] as number) + each;
  return weights;
}

/** One look at a model, used as the settings say. */
function observe(
  { shown, labels }: Messages,
  parts: Split,
  settings: ImbalanceSettings,
  chances: Float32Array,
  epoch: number,
): ImbalanceOutcome {
  const scoreAt = (row: number): number => roundedScore(chances[row] as number);
  const held = (part: 'validation' | 'test') => ({
    spam: Array.from(parts.spam[part].map(scoreAt).sort()),
    genuine: Array.from(parts.genuine[part].map(scoreAt).sort()),
  });
  const { spam, genuine } = trainingRows(parts, settings);
  const validation = held('validation');
  return {
    learned: { spam: spam.length, genuine: genuine.length },
    validation,
    test: held('test'),
    shown: shown.map(({ row, text }) => ({ text, isSpam: labels[row] === 1, score: scoreAt(row) })),
    epochs: { done: epoch, planned: EPOCHS },
    use: useOf(settings, validation),
  };
}
