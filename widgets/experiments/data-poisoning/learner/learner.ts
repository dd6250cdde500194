/** Trains models on poisoned data, lets a defence throw images out, and trains again: all models of a spread at once. */
import { rowsOf, type Models, type Rows } from '../../../engine/look.ts';
import { stopChecks } from '../../../engine/stop-checks.ts';
import { trainMany } from '../../../engine/train-many.ts';
import { runOf, type Sweep } from '../../../kit/contract/widget.ts';
import { seeded } from '../../../kit/numbers/random.ts';
import { joined, KINDS } from '../../../shared/digits/digits.ts';
import { unpack } from '../../../shared/digits/packed.ts';
import { activationScores, bySuspicion, lossScores, neighbourScores } from '../defence.ts';
import { defends, EPOCHS, groupsOf, isCharted, type Model, type ModelGroup } from '../groups.ts';
import { FILE, PIXELS } from '../images.ts';
import { afterDefence, observe } from '../observe.ts';
import type { PoisonOutcome } from '../outcome.ts';
import type { params } from '../params.ts';

const SIZE = { features: PIXELS, hidden: 32, classes: KINDS };
const TRAINING = { ...SIZE, epochs: EPOCHS, batch: 32, learningRate: 0.005 };

/** The way to the page for all models. */
interface Report {
  /** So many more passes of so many models are done. */
  readonly did: (passes: number) => Promise<void>;
  /** Awaited between batches; throws when nobody wants the outcome any more. */
  readonly pause: () => Promise<void>;
  /** Whether models are looked at after each epoch: a run of its own can be played, a spread cannot. */
  readonly everyEpoch: boolean;
}

/** The models of `data-poisoning`, as one computation. */
export const sweepDataPoisoning: Sweep<typeof params, PoisonOutcome> = async (list, show, env) => {
  const images = unpack(FILE, await env.readData(FILE.name));
  const groups = groupsOf(images, list);
  const models = groups.flatMap((one) => one.models);
  const inOrder = list.map((settings) => models.find((one) => one.settings === settings) as Model);
  const planned = models.reduce((sum, { outcome }) => sum + outcome.epochs.planned, 0);
  const { put, pause } = stopChecks(env);
  const outcomes = (): readonly PoisonOutcome[] => inOrder.map(({ outcome }) => outcome);
  let done = 0;
  const did = (passes: number): Promise<void> => {
    done += passes;
    return put(() => show(outcomes(), done / planned));
  };
  for (const one of groups) await learn(one, { did, pause, everyEpoch: list.length === 1 });
};

/** The learner of `data-poisoning`: a sweep over one model. */
export const learnDataPoisoning = runOf(sweepDataPoisoning);

/** Trains a group, then once more those models that have a defence, without what it has thrown out. */
async function learn(group: ModelGroup, report: Report): Promise<void> {
  const tests = rowsOf(joined([group.tests.heldOut, group.tests.triggered]).pixels, PIXELS);
  const rows = rowsOf(group.trainingSet.rows.pixels, PIXELS);
  const defended = group.models.filter(({ settings }) => defends(settings));
  try {
    await train(group, report, tests, (learned) => discard(group, learned, rows, report.pause));
    for (const model of defended) {
      model.outcome = afterDefence(model, group.trainingSet);
    }
    if (defended.length > 0) await train({ ...group, models: defended }, report, tests);
  } finally {
    tests.free();
    rows.free();
  }
}

/** Trains models from their start; `atEnd` sees them before they are freed: with it, it is their first training. */
async function train(
  { seed, attack, trainingSet, tests, models }: ModelGroup,
  { did, pause, everyEpoch }: Report,
  tested: Rows,
  atEnd?: (learned: Models) => Promise<void>,
): Promise<void> {
  const from = atEnd ? 0 : EPOCHS;
  let told = 0;
  await trainMany({
    ...TRAINING,
    inputs: trainingSet.rows.pixels,
    order: seeded(seed, 'order'),
    targets: models.map(({ training: { labels, weights }, discarded }) => {
      const left = weights.map((weight, row) => (discarded.includes(row) ? 0 : weight));
      return { labels, weights: left, seed };
    }),
    pause,
    onEpoch: async (passed, learned) => {
      const epoch = from + passed;
      // What stood at the end of the first training is known already.
      if (from > 0 && passed === 0) return;
      if (!everyEpoch && !isCharted(epoch)) return;
      const chances = await learned.probabilities(tested);
      models.forEach((model, i) => {
        const look = { epoch, chances: chances[i] as Float32Array };
        model.outcome = observe(model.outcome, attack, tests, look);
      });
      if (passed === EPOCHS) await atEnd?.(learned);
      const passes = (passed - told) * models.length;
      told = passed;
      await did(passes);
    },
  });
}

/** What each model's defence throws out of the rows that the model has seen: the most suspicious. */
async function discard(
  { trainingSet, models }: ModelGroup,
  learned: Models,
  rows: Rows,
  pause: () => Promise<void>,
): Promise<void> {
  // Read once for all models, and only if a defence asks.
  const asks = (name: string): boolean => models.some(({ settings }) => settings.defence === name);
  const chances = asks('loss') ? await learned.probabilities(rows) : [];
  const hidden = asks('activations') ? await learned.hiddenOf(rows) : [];
  for (const [i, model] of models.entries()) {
    const { settings, training } = model;
    if (!defends(settings)) continue;
    const used = [...training.weights.keys()].filter((row) => training.weights[row] === 1);
    const seen = { ...trainingSet.rows, rows: used };
    const scores = {
      neighbours: () => neighbourScores(seen, pause),
      loss: () => lossScores(seen, chances[i] as Float32Array),
      activations: () => activationScores(seen, hidden[i] as Float32Array),
    }[settings.defence as 'neighbours' | 'loss' | 'activations'];
    model.discarded = bySuspicion(seen, await scores()).slice(0, settings.discard);
  }
}
