/** Training of one group of models, and what a defence makes of them. */
import { seeded } from '../../../kit/numbers/random.ts';
import type { Models, Rows } from '../../../engine/look.ts';
import { trainMany } from '../../../engine/train-many.ts';
import { EPOCHS, isCharted, type ModelGroup, type Model } from '../groups.ts';
import { activationScores, bySuspicion, lossScores, neighbourScores } from '../defence.ts';
import { PIXELS } from '../images.ts';
import { KINDS } from '../../../shared/digits/digits.ts';
import { observe } from '../observe.ts';

const HYPERPARAMETERS = {
  features: PIXELS,
  hidden: 32,
  classes: KINDS,
  batch: 32,
  learningRate: 0.005,
};

/** The way to the page for all models. */
export interface Report {
  /** So many more passes of so many models are done. */
  readonly did: (passes: number) => Promise<void>;
  /** Awaited between batches; throws when nobody wants the outcome any more. */
  readonly pause: () => Promise<void>;
}

/** One training of a group: the first, or that after images were discarded. */
export interface Stage {
  readonly tests: Rows;
  /** Whether models are looked at after each epoch: a run of its own can be played, a spread cannot. */
  readonly everyEpoch: boolean;
  /** Epochs that came before. */
  readonly from: number;
  /** Rows that a model does not get to see. */
  readonly without: (model: Model) => readonly number[];
}

/** Trains some models of a group from their start; `atEnd` sees them before they are freed. */
export async function train(
  { seed, attack, trainingSet, tests }: ModelGroup,
  models: readonly Model[],
  { did, pause }: Report,
  stage: Stage,
  atEnd?: (learned: Models) => Promise<void>,
): Promise<void> {
  let told = 0;
  await trainMany({
    ...HYPERPARAMETERS,
    inputs: trainingSet.rows.pixels,
    epochs: EPOCHS,
    order: seeded(seed, 'order'),
    targets: models.map((model) => ({
      labels: model.training.labels,
      weights: cleared(model.training.weights, stage.without(model)),
      seed,
    })),
    pause,
    onEpoch: async (epoch, learned) => {
      // What stood at the end of the first training is known already.
      if (stage.from > 0 && epoch === 0) return;
      if (!stage.everyEpoch && !isCharted(stage.from + epoch)) return;
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
export interface Facts {
  readonly chances: () => Promise<readonly Float32Array[]>;
  readonly hidden: () => Promise<readonly Float32Array[]>;
  readonly pause: () => Promise<void>;
}

/** The facts about trained models, from their answers to all rows. */
export function factsOf(learned: Models, rows: Rows, pause: () => Promise<void>): Facts {
  let chances: Promise<readonly Float32Array[]> | undefined;
  let hidden: Promise<readonly Float32Array[]> | undefined;
  return {
    chances: () => (chances ??= learned.probabilities(rows)),
    hidden: () => (hidden ??= learned.hiddenOf(rows)),
    pause,
  };
}

/** The rows that a model has seen, from the most to the least suspicious in the eyes of its defence. */
export async function rank(
  { trainingSet }: ModelGroup,
  { settings, training: { weights, labels } }: Model,
  facts: Facts,
  place: number,
): Promise<readonly number[]> {
  const used = [...weights.keys()].filter((row) => (weights[row] as number) > 0);
  const seen = { ...trainingSet.rows, labels, rows: used };
  if (settings.defence === 'neighbours') {
    return bySuspicion(seen, await neighbourScores(seen, facts.pause));
  }
  if (settings.defence === 'loss') {
    return bySuspicion(seen, lossScores(seen, (await facts.chances())[place] as Float32Array));
  }
  return bySuspicion(seen, activationScores(seen, (await facts.hidden())[place] as Float32Array));
}
