/** Two curves: the plain network on raw pixels, and what is set, as labels come. */
import { maxIndex, range } from 'd3-array';
import type { Run } from '#kit/contract';
import { addRow, leastSquares, noSums, weighted } from '#kit/numbers';
import { imageAt, KINDS, type Digits } from '../../shared/digits/digits.ts';
import { inkOf } from '../../shared/digits/mnist14.ts';
import { lengthOf, shown, upright } from '../../shared/digits/shown.ts';
import { answersOf, BATCH, STEPS } from '../../shared/network/network.ts';
import { PLAIN_WIDTH, SIZES } from '../../shared/network/taught-params.ts';
import {
  LEARNED,
  materialOf,
  MOVES,
  networkOf,
  readImages,
  taskOf,
  type Material,
  type Setup,
  type Task,
} from '../../shared/network/task.ts';
import { neighbourErrors, shareWrong } from './neighbour.ts';
import { coinsOf, type MindOutcome, type Point } from './outcome.ts';
import type { MindSettings, params } from './params.ts';

/** Images that are seen. */
const SAMPLES = 8;
/** Of least squares: how much weights are drawn to 0. */
const RIDGE = 1;
/** Longest time without a chance to stop, in milliseconds. */
const LONGEST = 60;

/** How a run goes on: told a point, it shows it; awaited now and then, it may throw. */
interface Progress {
  readonly pause: () => Promise<void>;
  readonly told: (labels: number, error: number) => Promise<void>;
}

/** Measures a model at numbers of labels, rising. */
async function measure(
  task: Task,
  setup: Setup,
  sizes: readonly number[],
  { pause, told }: Progress,
): Promise<void> {
  const { lessons, tested } = task;
  const { model } = setup;
  if (model === 'neighbour') return neighbourErrors(lessons, tested, sizes, pause, told);
  if (model === 'leastSquares') return bySquares(task, sizes, { pause, told });
  for (const size of sizes) {
    const network = await networkOf(task, setup, size, pause);
    await told(size, shareWrong(answersOf(network, tested.rows), tested.labels));
  }
}

/** For each kind of digit, a weighted sum of the numbers shown that comes as near as it can to 1 for that kind, and to 0 for all others. */
async function bySquares(
  { lessons: { features, versions, labels }, tested }: Task,
  sizes: readonly number[],
  { pause, told }: Progress,
): Promise<void> {
  const sums = noSums(features + 1, KINDS);
  const wanted = range(KINDS).map((kind) => range(KINDS).map((other) => +(other === kind)));
  let next = 0;
  for (const size of sizes) {
    for (; next < size; next += 1) {
      if (next % BATCH === 0) await pause();
      for (const rows of versions) {
        const row = rows.subarray(next * features, (next + 1) * features);
        addRow(sums, row, ...(wanted[labels[next] as number] ?? []));
      }
    }
    const weights = leastSquares(sums, RIDGE);
    const answers = tested.labels.map((_, i) => {
      const row = tested.rows.subarray(i * features, (i + 1) * features);
      return maxIndex(weights, (one) => weighted(one, row));
    });
    await told(size, shareWrong(answers, tested.labels));
  }
}

/** Multiplications to learn from so many labels and to read the tested images, as many as if no pixel were paper. */
function multiplicationsOf(
  { features, model, shifts, width, labels }: MindSettings,
  tested: number,
): number {
  const inputs = lengthOf(features);
  const versions = shifts === '1' ? MOVES.length : 1;
  if (model === 'neighbour') return tested * labels * versions * inputs;
  const one = model === 'network' ? width * (inputs + KINDS) : inputs * KINDS;
  const learning =
    model === 'leastSquares'
      ? labels * versions * inputs * (inputs / 2 + KINDS) + inputs ** 3 / 6
      : // Forward, and back for as much again; a network's second layer once more, for what is below it.
        STEPS * BATCH * (2 * one + (model === 'network' ? width * KINDS : 0));
  return learning + tested * one;
}

/** Points that are known, by what makes them: the same settings give them again, whenever they are asked for. */
const known = new Map<string, number>();
/** As many as fit into a few hundred kilobytes. */
const MOST_KNOWN = 5000;

/** Two setups that make the same model have one name. */
function nameOf({ features, model, shifts, width, wrongShare, seed }: Setup): string {
  return [features, model, shifts, model === 'network' ? width : 0, wrongShare, seed].join(' ');
}

/** The points of a curve, told one after the other; what is known already is told first. */
async function curveOf(
  material: Material,
  setup: Setup,
  sizes: readonly number[],
  {
    pause,
    told,
  }: { readonly pause: Progress['pause']; told(points: readonly Point[]): Promise<void> },
): Promise<void> {
  if (known.size > MOST_KNOWN) known.clear();
  const name = nameOf(setup);
  const missing = sizes.filter((size) => !known.has(`${name} ${size}`));
  const points = (): Point[] =>
    sizes.flatMap((labels) => {
      const error = known.get(`${name} ${labels}`);
      return error === undefined ? [] : [{ labels, error }];
    });
  if (missing.length < sizes.length) await told(points());
  if (missing.length === 0) return;
  await measure(await taskOf(material, setup, pause), setup, missing, {
    pause,
    told: async (size, error) => {
      known.set(`${name} ${size}`, error);
      await told(points());
    },
  });
}

/** The images, once they have been read: the same bytes each time, or they would have been refused. */
let images: Digits | undefined;

const PLAIN = {
  features: 'raw',
  model: 'network',
  shifts: '0',
  width: PLAIN_WIDTH,
  wrongShare: 0,
} as const;

/** An image upright, or its strokes, as a text. */
function seenOf(image: Float32Array, { features }: Setup): string {
  const isImage = features === 'raw' || features === 'deslant';
  const values = isImage ? upright(image) : shown(image, features);
  const most = isImage ? 1 : Math.max(...values);
  return [...values].map((value) => Math.round((15 * value) / most).toString(16)).join('');
}

/** The run behind the widget. */
export const runMindVsData: Run<typeof params, MindOutcome> = async (settings, show, env) => {
  images ??= await readImages(env.readData);
  const material = materialOf(images, settings.seed);
  const { labels, seed } = settings;
  const sizes = [...new Set([...SIZES, labels])].sort((a, b) => a - b);
  const planned = 2 * sizes.length;
  const tested = images.count - LEARNED;
  const samples = [...material.order.subarray(LEARNED, LEARNED + SAMPLES)];
  let outcome: MindOutcome = {
    tested,
    labels,
    plain: [],
    own: [],
    samples: samples.map((place) => inkOf(images as Digits, place)),
    seen: samples.map((place) => seenOf(imageAt(images as Digits, place), settings)),
    epochs: { done: 0, planned },
    coins: coinsOf(settings),
    multiplications: multiplicationsOf(settings, tested),
  };
  let shownAt = env.clock();
  const put = async (points: Partial<Pick<MindOutcome, 'plain' | 'own'>>): Promise<void> => {
    const { plain, own } = { ...outcome, ...points };
    const done = plain.length + own.length;
    outcome = { ...outcome, plain, own, epochs: { done, planned } };
    await show(outcome, done / planned);
    shownAt = env.clock();
  };
  const pause = async (): Promise<void> => {
    if (env.clock() - shownAt > LONGEST) await put({});
  };
  await curveOf(material, { ...PLAIN, seed }, sizes, { pause, told: (plain) => put({ plain }) });
  await curveOf(material, settings, sizes, { pause, told: (own) => put({ own }) });
};
