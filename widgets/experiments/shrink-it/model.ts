/** A trained network, shrunk in steps: some weights left out, the others rounded, packed into bytes, unpacked and tested. */
import { max, maxIndex, mean, range as wholes, sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { KINDS, type Digits } from '../../shared/digits/digits.ts';
import { answersOf, type Network } from '../../shared/network/network.ts';
import {
  firstOf,
  materialOf,
  networkOf,
  readImages,
  taskOf,
  type Task,
} from '../../shared/network/task.ts';
import { taughtParams, type TaughtSettings } from '../../shared/network/taught-params.ts';
import { stepFor } from './levels.ts';
import type { Point, Reading, ShrinkOutcome, Weights } from './outcome.ts';
import { layersOf, pack, rangesOf, unpack, type Coding, type Layer } from './pack.ts';
import { FLOAT, read, WIDTHS } from './lent.ts';
import type { params, ShrinkSettings } from './params.ts';
import { keptOf, pruned, trainOn } from './prune.ts';

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

/** What is left of a network before its weights are rounded. */
interface Lean {
  readonly network: Network;
  readonly isKept: Uint8Array;
}

/** The latest of something, by what makes them. */
class Shelf<Kept> {
  readonly #kept = new Map<string, Kept>();

  async of(key: object, make: () => Promise<Kept>): Promise<Kept> {
    const name = JSON.stringify(key);
    const found = this.#kept.get(name) ?? (await make());
    this.#kept.delete(name);
    this.#kept.set(name, found);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(oldest);
    }
    return found;
  }
}

const models = new Shelf<Model>();
const leans = new Shelf<Lean>();
const curves = new Shelf<Map<number, Point>>();
/** The images, once they have been read: the same bytes each time, or they would have been refused. */
let images: Digits | undefined;

/** The run behind the widget. */
export const runShrinkIt: Run<typeof params, ShrinkOutcome> = async (settings, show, env) => {
  images ??= await readImages(env.readData);
  const all = images;
  let shownAt = env.clock();
  const pause = async (): Promise<void> => {
    if (env.clock() - shownAt < LONGEST) return;
    await show(learning(settings), 0.5);
    shownAt = env.clock();
  };
  const { bits, outlier, prune, retrain, placing, range, seed } = settings;
  const taught = taughtOf(settings);
  const model = await models.of(taught, () => trained(all, settings, pause));
  const { task } = model;
  const whole = withOutlier(model.network, outlier);
  const leaning = { taught, outlier, prune, ...(prune > 0 && { retrain, seed }) };
  const { network, isKept } = await leans.of(leaning, () => leanOf(whole, model, settings, pause));
  const curve = await curves.of({ ...leaning, placing, range }, () => Promise.resolve(new Map()));
  const wanted = [...new Set<number>([...WIDTHS, bits])].sort((a, b) => a - b);
  for (const one of wanted) {
    if (curve.has(one)) continue;
    const coding = { bits: one, placing, range };
    curve.set(one, pointWith(network, isKept, coding, task));
    await pause();
  }
  const outcome: ShrinkOutcome = {
    bits,
    tested: task.tested.labels.length,
    hidden: network.hidden,
    all: sum(layersOf(network), ({ inputs, outputs }) => inputs * outputs),
    leftOut: isKept.filter((one) => one === 0).length,
    whole: readingOf(whole, task),
    points: wanted.map((one) => curve.get(one) as Point),
    weights: weightsOf(network, isKept, { bits, placing, range }),
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

function learning({ bits, width }: ShrinkSettings): ShrinkOutcome {
  const none = { all: 0, leftOut: 0, whole: null, points: [], weights: null };
  return { bits, tested: 0, hidden: width, ...none };
}

async function trained(
  digits: Digits,
  settings: ShrinkSettings,
  pause: () => Promise<void>,
): Promise<Model> {
  const { labels, ...setup } = taughtOf(settings);
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
  const [first] = layersOf(network) as [Layer];
  const largest = maxIndex(weights.subarray(0, first.inputs * first.outputs), Math.abs);
  weights[largest] = Math.fround(times * (weights[largest] as number));
  return { features, hidden, weights };
}

async function leanOf(
  whole: Network,
  { task, labels }: Model,
  { prune, retrain, seed }: ShrinkSettings,
  pause: () => Promise<void>,
): Promise<Lean> {
  const isKept = keptOf(whole, prune);
  if (prune === 0) return { network: whole, isKept };
  const network = pruned(whole, isKept);
  if (retrain === '1') await trainOn(network, isKept, firstOf(task.lessons, labels), seed, pause);
  return { network: { ...network, weights: network.weights.map(Math.fround) }, isKept };
}

function pointWith(network: Network, isKept: Uint8Array, coding: Coding, task: Task): Point {
  const packed = pack(network, isKept, coding);
  const shipped = unpack(packed);
  return {
    bits: coding.bits,
    bytes: packed.bytes.length,
    signalToNoise: signalToNoise(network, shipped),
    ...readingOf(shipped, task),
  };
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
  let [signal, noise] = [0, 0];
  for (const { from, inputs, outputs } of layersOf(network)) {
    for (let i = from; i < from + inputs * outputs; i += 1) {
      const weight = network.weights[i] as number;
      signal += weight ** 2;
      noise += (weight - (rounded.weights[i] as number)) ** 2;
    }
  }
  return noise === 0 || signal === 0 ? null : 10 * Math.log10(signal / noise);
}

/** The weights of the first layer that are there, counted, and the steps of their levels. */
function weightsOf(network: Network, isKept: Uint8Array, coding: Coding): Weights {
  const [first] = layersOf(network) as [Layer];
  const [places = []] = rangesOf(first, { placing: 'perLayer' });
  const valueOf = (place: number): number => network.weights[place] as number;
  const isThere = (place: number): boolean => isKept[place] === 1;
  const there = places.filter(isThere).map(valueOf);
  const largest = max(there, Math.abs) ?? 0;
  const binOf = (weight: number): number =>
    Math.min(BINS - 1, Math.floor((largest === 0 ? 0.5 : (weight / largest + 1) / 2) * BINS));
  const inBins = there.map(binOf);
  const bins = wholes(BINS).map((bin) => inBins.filter((one) => one === bin).length);
  const stepOf = (range: readonly number[]): number =>
    stepFor(Float64Array.from(range.filter(isThere), valueOf), coding);
  const steps = coding.bits === FLOAT ? [] : rangesOf(first, coding).map(stepOf);
  return { largest, bins, steps };
}
