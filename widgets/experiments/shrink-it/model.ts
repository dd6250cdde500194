/** A trained network, shrunk in steps: some weights left out, the others rounded, packed into bytes, unpacked and tested. */
import { max, maxIndex, mean, range as wholes, rollup, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { latest } from '#kit/numbers';
import { KINDS, type Digits } from '../../shared/digits/digits.ts';
import { answersOf, type Network } from '../../shared/network/network.ts';
import { firstOf, materialOf, networkOf, readImages, taskOf } from '../../shared/network/task.ts';
import type { Task } from '../../shared/network/task.ts';
import { taughtParams, type TaughtSettings } from '../../shared/network/taught-params.ts';
import { stepFor } from './levels.ts';
import type { Point, Reading, ShrinkOutcome, Weights } from './outcome.ts';
import { layersOf, pack, placesIn, rangesOf, unpack, valuesAt } from './pack.ts';
import type { Coding, Layer } from './pack.ts';
import { FLOAT, read, WIDTHS } from './lent.ts';
import type { params, ShrinkSettings } from './params.ts';
import { leanOf, type Lean } from './prune.ts';

/** Parts of the range that weights are counted in. */
const BINS = 81;
/** Longest time without a chance to stop, in milliseconds: most models have learned by then. */
const LONGEST = 300;
/** What is kept of each kind: a drag asks for the same again and again. */
const MOST_KEPT = 4;

/** A trained network with what it is tested on, and what it has learned from. */
interface Model {
  readonly network: Network;
  readonly task: Task;
  readonly labels: number;
}

const models = latest<{ model?: Model }>(MOST_KEPT);
const leans = latest<{ lean?: Lean }>(MOST_KEPT);
const curves = latest<Map<number, Point>>(MOST_KEPT);
/** The images, once they have been read: the same bytes each time, or they would have been refused. */
let images: Digits | undefined;

/** The run behind the widget. */
export const runShrinkIt: Run<typeof params, ShrinkOutcome> = async (settings, show, env) => {
  images ??= await readImages(env.readData);
  const { bits, width, outlier, prune, retrain, placing, range, seed } = settings;
  const none = { all: 0, leftOut: 0, whole: null, points: [], weights: null };
  let shownAt = env.clock();
  const pause = async (): Promise<void> => {
    if (env.clock() - shownAt < LONGEST) return;
    await show({ bits, tested: 0, hidden: width, ...none }, 0.5);
    shownAt = env.clock();
  };
  const taught = taughtOf(settings);
  const ofModel = models(JSON.stringify(taught), () => ({}));
  const model = (ofModel.model ??= await trained(images, taught, pause));
  const { task, labels } = model;
  const whole = withOutlier(model.network, outlier);
  const leaning = { taught, outlier, prune, ...(prune > 0 && { retrain, seed }) };
  const ofLean = leans(JSON.stringify(leaning), () => ({}));
  const lean = (ofLean.lean ??= await leanOf(
    whole,
    firstOf(task.lessons, labels),
    settings,
    pause,
  ));
  const curve = curves(JSON.stringify({ ...leaning, placing, range }), () => new Map());
  const wanted = [...new Set<number>([...WIDTHS, bits])].sort((a, b) => a - b);
  for (const one of wanted) {
    if (curve.has(one)) continue;
    const packed = pack(lean.network, lean.isKept, { bits: one, placing, range });
    const shipped = unpack(packed);
    const ratio = signalToNoise(lean.network, shipped);
    const read = readingOf(shipped, task);
    curve.set(one, { bits: one, bytes: packed.bytes.length, signalToNoise: ratio, ...read });
    await pause();
  }
  const outcome: ShrinkOutcome = {
    bits,
    tested: task.tested.labels.length,
    hidden: whole.hidden,
    all: placesIn(whole).length,
    leftOut: lean.isKept.filter((one) => one === 0).length,
    whole: readingOf(whole, task),
    points: wanted.map((one) => curve.get(one) as Point),
    weights: weightsOf(lean, { bits, placing, range }),
  };
  await show(outcome, 1);
};

/** The settings that make the model which is shrunk. */
export function taughtOf({ model, width, seed: own }: ShrinkSettings): TaughtSettings {
  const { named } = read(model);
  if (named) return named.settings as TaughtSettings;
  return {
    ...{ features: 'raw', model: 'network', shifts: '0', wrongShare: 0 },
    ...{ labels: taughtParams.labels.max, width, seed: own },
  };
}

async function trained(
  digits: Digits,
  { labels, ...setup }: TaughtSettings,
  pause: () => Promise<void>,
): Promise<Model> {
  const task = await taskOf(materialOf(digits, setup.seed), setup, pause);
  const { features, hidden, weights } = await networkOf(task, setup, labels, pause);
  // 32 bits, as models are stored.
  return { task, labels, network: { features, hidden, weights: weights.map(Math.fround) } };
}

/** The network with the largest weight of its first layer made larger still. */
function withOutlier(network: Network, times: number): Network {
  if (times === 1) return network;
  const { features, hidden } = network;
  const weights = network.weights.slice();
  const largest = maxIndex(weights.subarray(0, features * (hidden || KINDS)), Math.abs);
  weights[largest] = Math.fround(times * (weights[largest] as number));
  return { features, hidden, weights };
}

/** How well a network reads what it is tested on. */
function readingOf(network: Network, { tested: { rows, labels } }: Task): Reading {
  const answers = answersOf(network, rows);
  const isRight = Array.from(labels, (label, i) => Number(answers[i] === label));
  const kinds = wholes(KINDS).map(
    (kind) => mean(isRight.filter((_, i) => labels[i] === kind)) ?? 0,
  );
  return { right: sum(isRight), kinds };
}

/** Ten times the logarithm of the weights' squares over those of what rounding has done to them. */
function signalToNoise(network: Network, rounded: Network): number | null {
  const places = placesIn(network);
  const at = (place: number): number => network.weights[place] as number;
  const signal = sum(places, (place) => at(place) ** 2);
  const noise = sum(places, (place) => (at(place) - (rounded.weights[place] as number)) ** 2);
  return noise === 0 || signal === 0 ? null : 10 * Math.log10(signal / noise);
}

/** The weights of the first layer that are there, counted, and the steps of their levels. */
function weightsOf({ network, isKept }: Lean, coding: Coding): Weights {
  const [first] = layersOf(network) as [Layer];
  const there = valuesAt(network, isKept, first.weights);
  const largest = max(there, Math.abs) ?? 0;
  const binOf = (weight: number): number =>
    Math.min(BINS - 1, Math.floor((largest === 0 ? 0.5 : (weight / largest + 1) / 2) * BINS));
  const counts = rollup(there, ({ length }) => length, binOf);
  const stepOf = (places: readonly number[]) => stepFor(valuesAt(network, isKept, places), coding);
  return {
    largest,
    bins: wholes(BINS).map((bin) => counts.get(bin) ?? 0),
    steps: coding.bits === FLOAT ? [] : rangesOf(first, coding.placing).map(stepOf),
  };
}
