/** Trains networks on labels of which some are wrong, ranks the labels by suspicion, puts right or drops some, and trains again. */
import { group, range, sum } from 'd3-array';
import { stopChecks } from '../../../engine/stop-checks.ts';
import { trainAndTest, type TestedPlan } from '../../../engine/train-and-test.ts';
import type { Env, Sweep } from '#kit/contract';
import { runOf } from '#kit/contract';
import { seeded } from '#kit/numbers';
import { joined, KINDS } from '../../../shared/digits/digits.ts';
import { errorsApart, LABEL_ERRORS, type Apart } from '../../../shared/digits/label-errors.ts';
import { MNIST14, PIXELS } from '../../../shared/digits/mnist14.ts';
import { unpack } from '../../../shared/digits/packed.ts';
import { hiddenIn, poolOf } from '../hidden.ts';
import { imagesOf, labelsOf, misread, type Images } from '../labels.ts';
import {
  cleans,
  isSeen,
  observe,
  unseen,
  wrongRows,
  type Taught,
  type WrongOutcome,
} from '../outcome.ts';
import type { params, WrongSettings } from '../params.ts';
import { IMAGES } from '../sizes.ts';
import { EARLY, suspectsOf, type Seen } from './suspects.ts';

const SIZE = { features: PIXELS, hidden: 32, classes: KINDS };
const COURSE = { ...SIZE, batch: 32, learningRate: 0.005 };

/** One network of a spread, and what is known of it. */
interface Model {
  readonly settings: WrongSettings;
  taught: Taught;
  readonly misread: Uint8Array;
  /** What it made of all rows after `EARLY` passes, and after the last. */
  readonly looks: { early?: Float32Array; late?: Float32Array };
  outcome: WrongOutcome;
}

/** What all networks of a seed have in common. */
interface Shared {
  readonly seed: number;
  readonly images: Images;
  readonly apart: Apart;
  /** Training rows, then held-out ones, then the label errors. */
  readonly tested: Float32Array;
  readonly report: () => Promise<void>;
  readonly pause: () => Promise<void>;
}

/** The networks of `wrong-labels`, as one computation; those of one seed learn together. */
export const sweepWrongLabels: Sweep<typeof params, WrongOutcome> = async (list, show, env) => {
  const apart = await readApart(env);
  const { put, pause } = stopChecks(env);
  const bySeed = [...group(list.keys(), (i) => list[i]?.seed ?? 1)].map(([seed, places]) => {
    const images = imagesOf(apart, seed);
    const models = places.map((i) => modelOf(list[i] as WrongSettings, images));
    return { seed, images, models, places };
  });
  const report = (): Promise<void> => {
    const outcomes: WrongOutcome[] = [];
    for (const { models, places } of bySeed)
      for (const [i, model] of models.entries()) outcomes[places[i] as number] = model.outcome;
    const planned = sum(outcomes, ({ epochs }) => epochs.planned);
    return put(() => show(outcomes, sum(outcomes, ({ epochs }) => epochs.done) / planned));
  };
  for (const { seed, images, models } of bySeed) {
    const tested = joined([images.training, images.heldOut, apart.errors]).pixels;
    const shared = { seed, images, apart, tested, report, pause };
    await train(models, shared);
    const again = models.filter(({ settings }) => settings.suspects !== 'none');
    for (const model of again) await clean(model, shared);
    await train(
      again.filter(({ settings }) => cleans(settings)),
      shared,
    );
    for (const model of models) hide(model, shared);
    await report();
  }
};

/** The learner of `wrong-labels`: a sweep over one run. */
export const learnWrongLabels = runOf(sweepWrongLabels);

async function readApart({ readData }: Pick<Env, 'readData'>): Promise<Apart> {
  const digits = unpack(MNIST14, await readData(MNIST14.name));
  return errorsApart(digits, await readData(LABEL_ERRORS));
}

function modelOf(settings: WrongSettings, { training, heldOut }: Images): Model {
  const { images, wrongShare, seed } = settings;
  const taught = {
    training,
    labels: labelsOf(training.labels, settings),
    weights: new Float32Array(IMAGES).fill(1, 0, images),
  };
  const order = [...seeded(seed, 'samples').order(IMAGES)];
  return {
    settings,
    taught,
    misread: misread(heldOut.labels, wrongShare, seed),
    looks: {},
    outcome: unseen(settings, taught, heldOut.count, order),
  };
}

/** Trains models from their start, each for as many passes as its settings say. */
async function train(models: readonly Model[], shared: Shared): Promise<void> {
  if (models.length === 0) return;
  const { seed, images, tested, report, pause } = shared;
  const longest = Math.max(...models.map(({ settings }) => settings.epochs));
  const tests = (epoch: number): boolean =>
    models.some(({ settings }) => isSeen(epoch, settings.epochs));
  const onTest: TestedPlan['onTest'] = async (epoch, chances) => {
    for (const [i, model] of models.entries()) {
      const { settings, looks, taught } = model;
      if (!isSeen(epoch, settings.epochs)) continue;
      const own = chances[i] as Float32Array;
      const look = {
        chances: own.subarray(0, (IMAGES + images.heldOut.count) * KINDS),
        heldOut: images.heldOut,
        misread: model.misread,
      };
      model.outcome = observe(model.outcome, taught, epoch, look);
      if (epoch === Math.min(EARLY, settings.epochs)) looks.early = own.slice();
      if (epoch === settings.epochs) looks.late = own.slice();
    }
    await report();
  };
  await trainAndTest({
    ...COURSE,
    epochs: longest,
    inputs: images.training.pixels,
    order: seeded(seed, 'order'),
    targets: models.map(({ taught: { labels, weights } }) => ({ labels, weights, seed })),
    pause,
    tested,
    tests,
    onTest,
  });
}

/** Ranks the labels that a model has learned from, and puts right or drops the most suspicious. */
async function clean(model: Model, { images, seed, pause }: Shared): Promise<void> {
  const { settings, taught, looks, outcome } = model;
  const rows = range(settings.trusted, settings.images);
  const seen: Seen = { ...images.training, labels: taught.labels, rows };
  const wrong = new Set(wrongRows(taught));
  const ranked = await suspectsOf(settings.suspects, seen, looks, {
    ...COURSE,
    seed,
    weights: taught.weights,
    pause,
  });
  const found = (count: number): number =>
    ranked.slice(0, count).filter((row) => wrong.has(row)).length;
  const top = wrong.size > 0 ? found(wrong.size) : null;
  const dealt = ranked.slice(0, settings.checks);
  model.outcome = { ...outcome, top };
  if (!cleans(settings)) return;
  const labels = taught.labels.slice();
  const weights = taught.weights.slice();
  for (const row of dealt) {
    if (settings.remedy === 'drop') weights[row] = 0;
    else labels[row] = images.training.labels[row] as number;
  }
  model.taught = { ...taught, labels, weights };
  const { passes, correct, given } = outcome;
  model.outcome = {
    ...model.outcome,
    cleaned: {
      dealt: dealt.length,
      found: found(dealt.length),
      before: { passes, correct, given },
      wrong: wrong.size,
    },
    labels: sum(weights),
    wrong: wrongRows(model.taught).length,
    passes: [],
    correct: [],
    given: [],
  };
}

/** Hides the real errors among others, and lets the trained network rank them. */
function hide(model: Model, { images, apart }: Shared): void {
  const { settings, looks } = model;
  const chances = looks.late;
  if (settings.hidden === 'none' || !chances) return;
  const heldOut = images.heldOut.count;
  const of = (from: number, count: number): Float32Array =>
    chances.subarray(from * KINDS, (from + count) * KINDS);
  const pool = poolOf(apart, images.heldOut, of(IMAGES, heldOut), settings);
  const places = [...apart.checks.map((_, i) => heldOut + i), ...pool.others];
  const all = Float32Array.from(places.flatMap((at) => [...of(IMAGES + at, 1)]));
  model.outcome = { ...model.outcome, hidden: hiddenIn(pool, all, images.training, settings.seed) };
}
