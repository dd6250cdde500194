/** Trains networks on labels of which some are wrong, ranks the labels by suspicion, puts right or drops some, and trains again. */
import { group, sum } from 'd3-array';
import { stopChecks } from '../../../engine/stop-checks.ts';
import { trainAndTest, type TestedPlan } from '../../../engine/train-and-test.ts';
import { runOf, type Sweep } from '#kit/contract';
import { latest, seeded } from '#kit/numbers';
import { joined, KINDS, type Split } from '../../../shared/digits/digits.ts';
import { errorsApart, LABEL_ERRORS } from '../../../shared/digits/label-errors.ts';
import { MNIST14, PIXELS } from '../../../shared/digits/mnist14.ts';
import { unpack } from '../../../shared/digits/packed.ts';
import { hiddenIn } from '../hidden.ts';
import { imagesOf, labelsOf, misread } from '../labels.ts';
import { cleans, NO_PASSES, observe, unseen, wrongRows } from '../outcome.ts';
import type { Taught, WrongOutcome } from '../outcome.ts';
import type { params, WrongSettings } from '../params.ts';
import { IMAGES } from '../sizes.ts';
import { EARLY, suspectsOf, type Course, type Looks } from './suspects.ts';

const SIZE = { features: PIXELS, hidden: 32, classes: KINDS, batch: 32, learningRate: 0.005 };

/** The networks of `wrong-labels`, as one computation; those of one seed learn together. */
export const sweepWrongLabels: Sweep<typeof params, WrongOutcome> = async (list, show, env) => {
  const digits = unpack(MNIST14, await env.readData(MNIST14.name));
  const apart = errorsApart(digits, await env.readData(LABEL_ERRORS));
  const { put, pause } = stopChecks(env);
  const kept = latest<Split>(list.length);
  const imagesAt = (seed: number): Split => kept(seed, () => imagesOf(apart, seed));
  const all = list.map((settings) => modelOf(settings, imagesAt(settings.seed)));
  const report = (): Promise<void> => {
    const outcomes = all.map(({ outcome }) => outcome);
    const planned = sum(outcomes, ({ epochs }) => epochs.planned);
    return put(() => show(outcomes, sum(outcomes, ({ epochs }) => epochs.done) / planned));
  };
  for (const [seed, models] of group(all, ({ settings }) => settings.seed)) {
    const images = imagesAt(seed);
    const tested = joined([images.training, images.heldOut, apart.errors]).pixels;
    const course = { ...SIZE, inputs: images.training.pixels, tested, pause };
    await train(models, seed, course, report);
    for (const model of models) await clean(model, course);
    const again = models.filter(({ settings }) => cleans(settings));
    await train(again, seed, course, report);
    for (const model of models) {
      const { settings, taught, looks, outcome } = model;
      if (settings.hidden === 'none' || !looks.late) continue;
      const chances = looks.late.subarray(IMAGES * KINDS);
      model.outcome = { ...outcome, hidden: hiddenIn(apart, taught, chances, settings) };
    }
    await report();
  }
};

/** The learner of `wrong-labels`: a sweep over one run. */
export const learnWrongLabels = runOf(sweepWrongLabels);

/** One network of a spread, and what is known of it before it has learned. */
function modelOf(settings: WrongSettings, images: Split) {
  const { wrongShare, seed } = settings;
  const looks: Looks = {};
  const taught: Taught = {
    ...images,
    labels: labelsOf(images.training.labels, settings),
    weights: new Float32Array(IMAGES).fill(1, 0, settings.images),
    misread: misread(images.heldOut.labels, wrongShare, seed),
  };
  return { settings, taught, looks, outcome: unseen(settings, taught) };
}
type Model = ReturnType<typeof modelOf>;

/** Trains models from their start, each for as many passes as its settings say; what is tested are training rows, then held-out ones, then the label errors. */
async function train(
  models: readonly Model[],
  seed: number,
  course: Course,
  report: () => Promise<void>,
): Promise<void> {
  if (models.length === 0) return;
  const onTest: TestedPlan['onTest'] = async (epoch, chances) => {
    for (const [i, model] of models.entries()) {
      const { settings, looks, taught, outcome } = model;
      if (epoch > settings.epochs) continue;
      const own = chances[i] as Float32Array;
      const seen = own.subarray(0, (IMAGES + taught.heldOut.count) * KINDS);
      model.outcome = observe(outcome, taught, epoch, seen);
      if (epoch === Math.min(EARLY, settings.epochs)) looks.early = own.slice();
      if (epoch === settings.epochs) looks.late = own.slice();
    }
    await report();
  };
  await trainAndTest({
    ...course,
    epochs: Math.max(...models.map(({ settings }) => settings.epochs)),
    order: seeded(seed, 'order'),
    targets: models.map(({ taught: { labels, weights } }) => ({ labels, weights, seed })),
    tests: () => true,
    onTest,
  });
}

/** Ranks the labels that a model has learned from, and puts right or drops the most suspicious. */
async function clean(model: Model, course: Course): Promise<void> {
  const { settings, taught, looks, outcome } = model;
  if (settings.suspects === 'none') return;
  const wrong = new Set(wrongRows(taught));
  const ranked = await suspectsOf(settings, taught, looks, course);
  const found = (count: number): number =>
    ranked.slice(0, count).filter((row) => wrong.has(row)).length;
  model.outcome = { ...outcome, top: wrong.size > 0 ? found(wrong.size) : null };
  if (!cleans(settings)) return;
  const dealt = ranked.slice(0, settings.checks);
  const labels = taught.labels.slice();
  const weights = taught.weights.slice();
  for (const row of dealt) {
    if (settings.remedy === 'drop') weights[row] = 0;
    else labels[row] = taught.training.labels[row] as number;
  }
  model.taught = { ...taught, labels, weights };
  const { passes, correct, given } = outcome;
  const before = { passes, correct, given };
  model.outcome = {
    ...{ ...model.outcome, ...NO_PASSES },
    cleaned: { dealt: dealt.length, found: found(dealt.length), before, wrong: wrong.size },
    labels: sum(weights),
    wrong: wrongRows(model.taught).length,
  };
}
