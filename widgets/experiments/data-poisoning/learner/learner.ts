/** Trains models on poisoned data, lets a defence throw images out, and trains again: all models of a spread at once. */
import { groups, sum } from 'd3-array';
import { rowsOf, type Models } from '../../../engine/look.ts';
import { stopChecks } from '../../../engine/stop-checks.ts';
import { trainAndTest, type TestedPlan } from '../../../engine/train-and-test.ts';
import { runOf, type Sweep } from '../../../kit/contract/widget.ts';
import { seeded } from '../../../kit/numbers/random.ts';
import { joined, KINDS } from '../../../shared/digits/digits.ts';
import { unpack } from '../../../shared/digits/packed.ts';
import { attackOf, FILE, IMAGES, PIXELS, poisonedData, weightsOf } from '../attack.ts';
import type { PoisonedData } from '../attack.ts';
import { bySuspicion } from '../defence.ts';
import { afterDefence, defends, EPOCHS, isCharted, observe, unseen } from '../outcome.ts';
import type { PoisonOutcome } from '../outcome.ts';
import type { params, PoisonSettings } from '../params.ts';

const SIZE = { features: PIXELS, hidden: 32, classes: KINDS };
const TRAINING = { ...SIZE, epochs: EPOCHS, batch: 32, learningRate: 0.005 };

/** One model of a spread, and what is known of it. */
interface Model {
  readonly settings: PoisonSettings;
  readonly data: PoisonedData;
  /** 1 for each row that it sees; what its defence throws out becomes 0. */
  readonly weights: Float32Array;
  outcome: PoisonOutcome;
}

/** The way to the page for all models. */
interface Report {
  /** So many more passes of so many models are done. */
  readonly did: (passes: number) => Promise<void>;
  /** Awaited between batches; throws when nobody wants the outcome any more. */
  readonly pause: () => Promise<void>;
  /** Whether models are looked at after each epoch: a run of its own can be played, a spread cannot. */
  readonly everyEpoch: boolean;
}

/** The models of `data-poisoning`, as one computation; those that share seed and attack learn together. */
export const sweepDataPoisoning: Sweep<typeof params, PoisonOutcome> = async (list, show, env) => {
  const images = unpack(FILE, await env.readData(FILE.name));
  const likeness = (one: PoisonSettings): string => JSON.stringify([one.seed, attackOf(one)]);
  const models = groups(list, likeness).flatMap(([, alike]) => {
    const data = poisonedData(images, alike[0] as PoisonSettings);
    return alike.map((settings): Model => {
      const weights = weightsOf(data, settings.poisoned);
      const poisoned = sum(weights.subarray(IMAGES));
      return { settings, data, weights, outcome: unseen(data, poisoned, settings) };
    });
  });
  const planned = sum(models, ({ outcome }) => outcome.epochs.planned);
  const { put, pause } = stopChecks(env);
  const outcomes = (): readonly PoisonOutcome[] =>
    list.map((one) => (models.find(({ settings }) => settings === one) as Model).outcome);
  let done = 0;
  const did = (passes: number): Promise<void> => {
    done += passes;
    return put(() => show(outcomes(), done / planned));
  };
  const report = { did, pause, everyEpoch: list.length === 1 };
  for (const [data, together] of groups(models, (model) => model.data)) {
    await train(data, together, report, 0);
    const defended = together.filter(({ settings }) => defends(settings));
    if (defended.length > 0) await train(data, defended, report, EPOCHS);
  }
};

/** The learner of `data-poisoning`: a sweep over one model. */
export const learnDataPoisoning = runOf(sweepDataPoisoning);

/** Trains models from their start; `before`: so many epochs were trained already. After the first training defences discard. */
async function train(
  data: PoisonedData,
  models: readonly Model[],
  { did, pause, everyEpoch }: Report,
  before: number,
): Promise<void> {
  const { pixels: inputs, labels } = data.rows;
  const { seed } = data;
  const targets = models.map(({ weights }) => ({ labels, weights, seed }));
  let told = 0;
  // What stood at the end of the first training is known when the second begins.
  const tests = (passed: number): boolean =>
    before + passed === 0 || (passed > 0 && (everyEpoch || isCharted(passed)));
  const onTest: TestedPlan['onTest'] = async (passed, chances, learned) => {
    for (const [i, model] of models.entries())
      model.outcome = observe(model.outcome, data, before + passed, chances[i] as Float32Array);
    await did((passed - told) * models.length);
    told = passed;
    if (before + passed === EPOCHS) await discard(data, models, learned, pause);
  };
  const tested = joined([data.heldOut, data.triggered]).pixels;
  const learning = { ...TRAINING, inputs, order: seeded(seed, 'order'), targets, pause };
  await trainAndTest({ ...learning, tested, tests, onTest });
}

/** Lets each model's defence throw out the most suspicious of the rows that the model has seen. */
async function discard(
  data: PoisonedData,
  models: readonly Model[],
  learned: Models,
  pause: Report['pause'],
): Promise<void> {
  if (!models.some(({ settings }) => defends(settings))) return;
  const rows = rowsOf(data.rows.pixels, PIXELS);
  try {
    const chances = await learned.probabilities(rows);
    const hidden = await learned.hiddenOf(rows);
    for (const [i, model] of models.entries()) {
      const { settings, weights } = model;
      if (!defends(settings)) continue;
      const seen = { ...data.rows, rows: [...weights.keys()].filter((row) => weights[row] === 1) };
      const looks = { chances: chances[i] as Float32Array, hidden: hidden[i] as Float32Array };
      const suspects = await bySuspicion(settings.defence, seen, looks, pause);
      const discarded = suspects.slice(0, settings.discard);
      for (const row of discarded) weights[row] = 0;
      model.outcome = afterDefence(model.outcome, data, discarded);
    }
  } finally {
    rows.free();
  }
}
