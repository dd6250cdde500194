/** Trains models on poisoned data, lets a defence throw images out, and trains again: all models of a spread at once. */
import { runOf, type Env, type Sweep } from '../kit/widget.ts';
import { seeded } from '../kit/random.ts';
import * as tf from '../lab/tf.ts';
import { learnTogether, type Together } from '../lab/together.ts';
import { attackOf, poisonable, taught, triggered } from './attack.ts';
import type { Attack, Poisonable, Taught } from './attack.ts';
import { activationScores, bySuspicion, lossScores, neighbourScores } from './defence.ts';
import { FILE, KINDS, PIXELS, split, unpack, type Images } from './images.ts';
import { benched, observe, unseen, type PoisonOutcome, type Tests } from './outcome.ts';
import type { params, PoisonSettings } from './params.ts';

/** Passes over the training set, and as many again after images were discarded. */
export const EPOCHS = 12;
/** Epochs after which the held-out images are read: each time is a round trip to the back end. */
const LOOKS: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 10, 12];
/** Longest time without a chance to stop, in ms. */
const PATIENCE = 60;
const HOW = { features: PIXELS, hidden: 32, classes: KINDS, batch: 32, learningRate: 0.005 };

/** One model of a spread, and what is known of it. */
interface Model {
  readonly settings: PoisonSettings;
  readonly taught: Taught;
  outcome: PoisonOutcome;
}

/** Models that share seed and attack: one set of rows, one order, one test. */
interface Class {
  readonly seed: number;
  readonly attack: Attack;
  readonly ground: Poisonable;
  readonly tests: Tests;
  readonly models: readonly Model[];
}

/** The way to the page for all models. */
interface Report {
  /** So many more passes of so many models are done. */
  readonly did: (passes: number) => Promise<void>;
  /** Awaited between batches; throws when nobody wants the outcome any more. */
  readonly pause: () => Promise<void>;
}

/** The models of `data-poisoning`, as one computation. */
export const sweepDataPoisoning: Sweep<typeof params, PoisonOutcome> = async (list, show, env) => {
  const images = unpack(await env.readData(FILE));
  const classes = classesOf(images, list);
  const models = classes.flatMap((one) => one.models);
  const inOrder = list.map((settings) => models.find((model) => model.settings === settings));
  const planned = models.reduce((sum, { outcome }) => sum + outcome.epochs.planned, 0);
  const report = reporter(planned, env, (share) =>
    show(
      inOrder.map((model) => (model as Model).outcome),
      share,
    ),
  );
  for (const one of classes) await learnClass(one, report);
};

/** The learner of `data-poisoning`: a sweep over one model. */
export const learnDataPoisoning = runOf(sweepDataPoisoning);

function reporter(planned: number, env: Env, show: (share: number) => Promise<void>): Report {
  let done = 0;
  let shownAt = 0;
  const put = async (): Promise<void> => {
    await show(done / planned);
    shownAt = env.clock();
  };
  return {
    did: async (passes) => {
      done += passes;
      await put();
    },
    pause: async () => {
      if (env.clock() - shownAt > PATIENCE) await put();
    },
  };
}

/** Sorts a list of settings into classes, in the order in which they first appear. */
function classesOf(images: Images, list: readonly PoisonSettings[]): Class[] {
  const groups = new Map<string, PoisonSettings[]>();
  for (const settings of list) {
    const key = JSON.stringify([settings.seed, attackOf(settings)]);
    groups.set(key, [...(groups.get(key) ?? []), settings]);
  }
  return [...groups.values()].map((group) => classOf(images, group));
}

function classOf(images: Images, group: readonly PoisonSettings[]): Class {
  const first = group[0] as PoisonSettings;
  const { seed } = first;
  const attack = attackOf(first);
  const parts = split(images, seed);
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

function defends({ defence }: PoisonSettings): boolean {
  return defence !== 'none';
}

/** Trains a class, then once more those models whose defence has thrown something out. */
async function learnClass(one: Class, report: Report): Promise<void> {
  const tests = imagesOf(one.tests.heldOut, one.tests.triggered);
  const rows = imagesOf(one.ground.rows);
  try {
    const thrown = new Map<Model, readonly number[]>();
    await train(one, one.models, report, { tests, from: 0, without: () => [] }, async (learned) => {
      const facts = factsOf(learned, rows, report.pause);
      for (const [i, model] of one.models.entries()) {
        if (!defends(model.settings)) continue;
        const ranked = await rank(one, model, facts, i);
        thrown.set(model, ranked.slice(0, model.settings.discard));
      }
    });
    for (const [model, discarded] of thrown) {
      model.outcome = benched(model.outcome, one.ground, model.taught, discarded);
    }
    const again = [...thrown.keys()];
    const without = (model: Model): readonly number[] => thrown.get(model) ?? [];
    if (again.length > 0) await train(one, again, report, { tests, from: EPOCHS, without });
  } finally {
    tf.dispose([tests, rows]);
  }
}

interface Stage {
  readonly tests: tf.Tensor2D;
  /** Epochs that came before. */
  readonly from: number;
  /** Rows that a model does not get to see. */
  readonly without: (model: Model) => readonly number[];
}

async function train(
  { seed, attack, ground, tests }: Class,
  models: readonly Model[],
  { did, pause }: Report,
  stage: Stage,
  atEnd?: (learned: Together) => Promise<void>,
): Promise<void> {
  let told = 0;
  await learnTogether({
    ...HOW,
    inputs: ground.rows.pixels,
    epochs: EPOCHS,
    order: seeded(seed, 'order'),
    lessons: models.map((model) => ({
      labels: model.taught.labels,
      weights: cleared(model.taught.weights, stage.without(model)),
      seed,
    })),
    pause,
    onEpoch: async (epoch, learned) => {
      // What stood at the end of the first training is known already.
      if (!LOOKS.includes(epoch) || (stage.from > 0 && epoch === 0)) return;
      const chances = await learned.probabilities(stage.tests);
      models.forEach((model, i) => {
        const look = { epoch: stage.from + epoch, chances: chances[i] as Float32Array };
        model.outcome = observe(model.outcome, attack, tests, look);
      });
      if (epoch === EPOCHS) await atEnd?.(learned);
      const passes = (epoch - told) * models.length;
      told = epoch;
      await did(passes);
    },
  });
}

function cleared(weights: Float32Array, rows: readonly number[]): Float32Array {
  const left = Float32Array.from(weights);
  for (const row of rows) left[row] = 0;
  return left;
}

/** What a defence may ask of trained models: read once for all of them, and only if somebody asks. */
interface Facts {
  readonly chances: () => Promise<readonly Float32Array[]>;
  readonly hidden: () => Promise<readonly Float32Array[]>;
  readonly pause: () => Promise<void>;
}

function factsOf(learned: Together, rows: tf.Tensor2D, pause: () => Promise<void>): Facts {
  let chances: Promise<readonly Float32Array[]> | undefined;
  let hidden: Promise<readonly Float32Array[]> | undefined;
  return {
    chances: () => (chances ??= learned.probabilities(rows)),
    hidden: () => (hidden ??= learned.hiddenOf(rows)),
    pause,
  };
}

/** The rows that a model has seen, from the most to the least suspicious in the eyes of its defence. */
async function rank(
  { ground }: Class,
  { settings, taught: { weights, labels } }: Model,
  facts: Facts,
  place: number,
): Promise<readonly number[]> {
  const used = [...weights.keys()].filter((row) => (weights[row] as number) > 0);
  const seen = { pixels: ground.rows.pixels, labels, rows: used };
  if (settings.defence === 'neighbours') {
    return bySuspicion(seen, await neighbourScores(seen, facts.pause));
  }
  if (settings.defence === 'loss') {
    return bySuspicion(seen, lossScores(seen, (await facts.chances())[place] as Float32Array));
  }
  return bySuspicion(seen, activationScores(seen, (await facts.hidden())[place] as Float32Array));
}

function imagesOf(...groups: readonly Images[]): tf.Tensor2D {
  return tf.tidy(() =>
    tf.concat2d(
      groups.map(({ pixels, count }) => tf.tensor2d(pixels, [count, PIXELS])),
      0,
    ),
  );
}
