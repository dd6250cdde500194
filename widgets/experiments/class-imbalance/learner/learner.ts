/** Trains filters on the messages, all those that a spread asks for at once, and reads their scores. */
import { runOf, type Env, type Run, type Sweep } from '../../../kit/contract/widget.ts';
import { rowsOf } from '../../../engine/look.ts';
import { stopChecks } from '../../../engine/stop-checks.ts';
import { trainMany, type TrainingPlan } from '../../../engine/train-many.ts';
import { seeded } from '../../../kit/numbers/random.ts';
import { modelKey, trainingRows, weightsOf } from '../training-sets.ts';
import {
  FILES,
  inputsOf,
  split,
  unpack,
  WORDS,
  type Messages,
  type Split,
} from '../../../shared/messages/messages.ts';
import { roundedScore, useOf, type ExampleMessage, type ImbalanceOutcome } from '../outcome.ts';
import type { params, ImbalanceSettings } from '../params.ts';

/** Chosen so that a filter's ranking no longer improves; see README.md for what was tried. */
const EPOCHS = 30;
const TRAINING = {
  features: WORDS,
  hidden: 0,
  classes: 1,
  spread: 0.01,
  epochs: EPOCHS,
  batch: 256,
  learningRate: 1,
  // Not Adam, which gives every weight the same pace: with a few dozen spam messages a word seen once would count like one
  // seen often, and the ranking suffers.
  way: { descent: { decay: 0.002 } },
} as const;
/** Epochs after which a spread reads held-out messages, a round trip to the back end; a run of its own does after each. */
const LOOKS: readonly number[] = [0, 1, 2, 3, 5, 8, 12, 16, 20, 25, 30];
/** The order in which rows are seen: the same for all, so that all seeds of a spread learn together. */
const ORDER_SEED = 1;

/** One model to train: several settings may ask for the same. */
interface Model {
  readonly settings: ImbalanceSettings;
  readonly split: Split;
}

/** All runs of a spread as one computation: a model for each that differs in what is learned. */
export const sweepClassImbalance: Sweep<typeof params, ImbalanceOutcome> = async (
  list,
  show,
  env,
) => {
  const messages = await readMessages(env);
  const models = new Map<string, Model>();
  for (const settings of list) {
    const key = modelKey(settings);
    if (!models.has(key)) models.set(key, { settings, split: split(messages, settings.seed) });
  }
  const keys = [...models.keys()];
  const { put, pause } = stopChecks(env);
  const inputs = inputsOf(messages);
  const rows = rowsOf(inputs, WORDS);
  const onEpoch: TrainingPlan['onEpoch'] = async (epoch, { probabilities }) => {
    if (list.length > 1 && !LOOKS.includes(epoch)) return;
    const found = await probabilities(rows);
    const outcomes = list.map((settings) => {
      const key = modelKey(settings);
      const chances = found[keys.indexOf(key)] as Float32Array;
      return observe(messages, models.get(key) as Model, settings, chances, epoch);
    });
    await put(() => show(outcomes, epoch / EPOCHS));
  };
  const targets = [...models.values()].map((model) => ({
    labels: messages.labels,
    weights: weightsOf(messages.count, model.split, model.settings),
    seed: model.settings.seed,
  }));
  const order = seeded(ORDER_SEED, 'order');
  try {
    await trainMany({ ...TRAINING, inputs, order, targets, pause, onEpoch });
  } finally {
    rows.free();
  }
};

/** The learner of `class-imbalance`. */
export const learnClassImbalance: Run<typeof params, ImbalanceOutcome> = runOf(sweepClassImbalance);

async function readMessages(env: Env): Promise<Messages> {
  const [bits, words] = await Promise.all([env.readData(FILES.bits), env.readData(FILES.words)]);
  return unpack(bits, new TextDecoder().decode(words));
}

/** One look at a model, used as the settings say. */
function observe(
  messages: Messages,
  model: Model,
  settings: ImbalanceSettings,
  chances: Float32Array,
  epoch: number,
): ImbalanceOutcome {
  const scores = (rows: Int32Array): number[] =>
    Array.from(rows.map((row) => roundedScore(chances[row] as number)).sort());
  const { spam, genuine } = model.split;
  const learned = trainingRows(model.split, settings);
  const validation = { spam: scores(spam.validation), genuine: scores(genuine.validation) };
  return {
    learned: { spam: learned.spam.length, genuine: learned.genuine.length },
    validation,
    test: { spam: scores(spam.test), genuine: scores(genuine.test) },
    shown: messages.shown.map(({ row, text }): ExampleMessage => ({
      text,
      isSpam: messages.labels[row] === 1,
      score: roundedScore(chances[row] as number),
    })),
    epochs: { done: epoch, planned: EPOCHS },
    use: useOf(settings, validation),
  };
}
