/** Trains models on poisoned data, lets a defence throw images out, and trains again: all models of a spread at once. */
import { groups, rollup, sum } from 'd3-array';
import { onRows, type Models } from '../../../engine/look.ts';
import { stopChecks } from '../../../engine/stop-checks.ts';
import { trainAndTest, type TestedPlan } from '../../../engine/train-and-test.ts';
import { runOf, type Sweep } from '#kit/contract';
import { seeded } from '#kit/numbers';
import { joined, KINDS } from '../../../shared/digits/digits.ts';
import { MNIST14, PIXELS } from '../../../shared/digits/mnist14.ts';
import { unpack } from '../../../shared/digits/packed.ts';
import { bySuspicion } from '../../../shared/digits/suspicion.ts';
import { attackOf, IMAGES, poisonedData, weightsOf, type PoisonedData } from '../attack.ts';
import { defended, EPOCHS, isCharted, observe, unseen } from '../outcome.ts';
import type { Model, PoisonOutcome } from '../outcome.ts';
import { judgedBy, rowsShown, WAYS } from '../line-up.ts';
import type { params, PoisonSettings } from '../params.ts';

const SIZE = { features: PIXELS, hidden: 32, classes: KINDS };
const TRAINING = { ...SIZE, epochs: EPOCHS, batch: 32, learningRate: 0.005 };

/** Also shows all outcomes as they are, and throws when nobody wants them any more. */
type Watch = Pick<TestedPlan, 'pause' | 'tests'> & { readonly report: () => Promise<void> };

/** The models of `data-poisoning`, as one computation; those that share seed and attack learn together. */
export const sweepDataPoisoning: Sweep<typeof params, PoisonOutcome> = async (list, show, env) => {
  const images = unpack(MNIST14, await env.readData(MNIST14.name));
  const likeness = (one: PoisonSettings): string => JSON.stringify([one.seed, attackOf(one)]);
  const laidOut = rollup(list, ([one]) => poisonedData(images, one as PoisonSettings), likeness);
  const models = list.map((settings): Model => {
    const data = laidOut.get(likeness(settings)) as PoisonedData;
    const weights = weightsOf(data, settings.poisoned);
    const outcome = unseen(data, sum(weights.subarray(IMAGES)), settings);
    return { settings, data, weights, outcome };
  });
  const { put, pause } = stopChecks(env);
  const report = (): Promise<void> => {
    const outcomes = models.map(({ outcome }) => outcome);
    const planned = sum(outcomes, ({ epochs }) => epochs.planned);
    return put(() => show(outcomes, sum(outcomes, ({ epochs }) => epochs.done) / planned));
  };
  // A run of its own can be played, epoch by epoch; a spread cannot.
  const tests = (epoch: number): boolean => list.length === 1 || isCharted(epoch);
  const watch = { report, pause, tests };
  for (const [, together] of groups(models, ({ data }) => data)) {
    await train(together, 0, watch);
    await train(together.filter(isDefended), EPOCHS, watch);
  }
};

/** The learner of `data-poisoning`: a sweep over one model. */
export const learnDataPoisoning = runOf(sweepDataPoisoning);

const isDefended = ({ settings }: Model): boolean => settings.defence !== 'none';

/** Trains models of the same data from their start; `before`: so many epochs were trained already. */
async function train(models: readonly Model[], before: number, watch: Watch): Promise<void> {
  const [first] = models;
  if (!first) return;
  const { rows, seed, heldOut, triggered } = first.data;
  await trainAndTest({
    ...{ ...TRAINING, pause: watch.pause, inputs: rows.pixels, order: seeded(seed, 'order') },
    targets: models.map(({ weights }) => ({ labels: rows.labels, weights, seed })),
    tested: joined([heldOut, triggered]).pixels,
    // What stood at the end of the first training is known when the second begins.
    tests: (passed) => (passed > 0 || before === 0) && watch.tests(passed),
    onTest: async (passed, chances, learned) => {
      for (const [i, model] of models.entries())
        model.outcome = observe(model, before + passed, chances[i] as Float32Array);
      await watch.report();
      if (before + passed === EPOCHS && models.some(isDefended))
        await discard(models, learned, watch);
    },
  });
}

/** Lets the models' defences throw out the most suspicious of the rows that each has seen. */
async function discard(models: readonly Model[], learned: Models, { pause }: Watch) {
  const { rows } = (models[0] as Model).data;
  const [chances, hidden] = await onRows(rows.pixels, PIXELS, async (all) => {
    return [await learned.probabilities(all), await learned.hiddenOf(all)];
  });
  for (const [i, model] of models.entries()) {
    const { settings, data, weights } = model;
    if (!isDefended(model)) continue;
    const seen = { ...rows, rows: [...weights.keys()].filter((row) => weights[row] === 1) };
    const looks = { chances: chances[i] as Float32Array, hidden: hidden[i] as Float32Array };
    const rank = (way: string) => bySuspicion(way, seen, looks, pause);
    const discarded = (await rank(settings.defence)).slice(0, settings.discard);
    for (const row of discarded) weights[row] = 0;
    model.outcome = defended(model, discarded);
    const { lineup, poisoned } = model.outcome;
    if (!lineup) continue;
    const ranked: number[][] = [];
    for (const [way] of WAYS) ranked.push(await rank(way));
    const judged = judgedBy(rowsShown(data, poisoned), ranked);
    model.outcome = { ...model.outcome, lineup: { ...lineup, judged } };
  }
}
