/** Trains the whole network, and another one where another size is asked for; then moves every held-out digit in every way. */
import { group, range, sum } from 'd3-array';
import { read } from '../../../engine/read.ts';
import { stopChecks } from '../../../engine/stop-checks.ts';
import { Networks, taught, teach } from '../../../engine/train-many.ts';
import type * as tf from '../../../engine/tf.ts';
import type { Sweep } from '#kit/contract';
import { runOf } from '#kit/contract';
import { seeded } from '#kit/numbers';
import {
  imageAt,
  KINDS,
  placesOf,
  split,
  type Digits,
  type Split,
} from '../../../shared/digits/digits.ts';
import { inkOf, MNIST14, PIXELS } from '../../../shared/digits/mnist14.ts';
import { unpack } from '../../../shared/digits/packed.ts';
import { MOVES, placeOf, seenBy, type FirstLookOutcome, type Sample } from '../outcome.ts';
import type { FirstLookSettings, Move, params } from '../params.ts';
import { EACH, WHOLE } from '../sizes.ts';
import { answerTo, moved, opened, readerOf, type Opened, type Reader } from '../reader.ts';

/** Digits that are learned from; the rest is held out. */
const TRAINING = 2000;
const COURSE = { epochs: 12, batch: 32, learningRate: 0.005 };

/** One run of the list. */
interface Entry {
  readonly settings: FirstLookSettings;
  outcome: FirstLookOutcome;
}

/** The networks of `first-look`, as one computation: runs that ask for the same network share it. */
export const sweepFirstLook: Sweep<typeof params, FirstLookOutcome> = async (list, show, env) => {
  const images = unpack(MNIST14, await env.readData(MNIST14.name));
  const { put, pause } = stopChecks(env);
  const bySeed = group(
    list.map((settings): Entry => ({ settings, outcome: unseen(images.count, settings) })),
    ({ settings }) => settings.seed,
  );
  const entries = [...bySeed.values()].flat();
  const inOrder = list.map((settings) => entries.find((one) => one.settings === settings) as Entry);
  const sizes = [...bySeed.values()].map((own) => sizesOf(own));
  const planned = sum(sizes, (own) => own.length) * COURSE.epochs;
  let done = 0;
  const report = (share: number): Promise<void> =>
    put(() =>
      show(
        inOrder.map(({ outcome }) => outcome),
        share / planned,
      ),
    );
  for (const [seed, own] of bySeed) {
    const parts = split(images, TRAINING, seed, 'split');
    const samples = samplesOf(parts.heldOut);
    for (const one of own) one.outcome = { ...one.outcome, samples };
    for (const units of sizesOf(own)) {
      await train({ units, seed, parts }, pause, async (epoch, reader) => {
        const network = opened(reader);
        const inPlace = answersTo(network, parts.heldOut, { columns: 0, rows: 0 });
        const right = rightIn(inPlace, parts.heldOut);
        const isLast = epoch === COURSE.epochs;
        const moves = isLast ? await everyMove(network, parts.heldOut, inPlace, pause) : [];
        for (const one of own) {
          const { settings, outcome } = one;
          const isWhole = units === WHOLE;
          const isOwn = units === settings.units;
          if (isWhole) one.outcome = { ...outcome, whole: right, epochs: at(outcome, epoch) };
          if (!isOwn) continue;
          const answers = answersTo(network, parts.heldOut, settings);
          one.outcome = {
            ...one.outcome,
            ...seenBy(network, samples, settings),
            reader,
            moves,
            counts: moves[placeOf(settings)] ?? countsOf(answers, inPlace, parts.heldOut),
            epochs: at(outcome, isWhole ? epoch : COURSE.epochs + epoch),
          };
        }
        await report(done + epoch);
      });
      done += COURSE.epochs;
    }
  }
};

/** The learner of `first-look`: a sweep over one run. */
export const learnFirstLook = runOf(sweepFirstLook);

/** The first so many held-out digits of each kind, in rows from 0 to 9. */
function samplesOf(heldOut: Digits): Sample[] {
  const places = range(KINDS).map((kind) => placesOf(heldOut, kind));
  return range(EACH).flatMap((row) =>
    places.map((own, label) => ({ ink: inkOf(heldOut, own[row] as number), label })),
  );
}

function unseen(count: number, { units }: FirstLookSettings): FirstLookOutcome {
  const planned = units === WHOLE ? COURSE.epochs : 2 * COURSE.epochs;
  return {
    tested: count - TRAINING,
    whole: null,
    samples: [],
    epochs: { done: 0, planned },
    reader: null,
    moves: [],
    counts: null,
    answers: [],
    pad: null,
  };
}

function at({ epochs }: FirstLookOutcome, done: number): FirstLookOutcome['epochs'] {
  return { ...epochs, done };
}

/** The sizes of networks that some runs ask for, the whole one first. */
function sizesOf(own: readonly Entry[]): number[] {
  return [...new Set([WHOLE, ...own.map(({ settings }) => settings.units)])];
}

/** Trains a network and tells what it has become before the first epoch and after each. */
async function train(
  { units, seed, parts }: { units: number; seed: number; parts: Split },
  pause: () => Promise<void>,
  onEpoch: (epoch: number, reader: Reader) => Promise<void>,
): Promise<void> {
  const { pixels, labels, count } = parts.training;
  const networks = new Networks({ features: PIXELS, hidden: units, classes: KINDS }, [seed]);
  const learned = await taught(networks, () =>
    teach(networks, {
      ...COURSE,
      inputs: pixels,
      order: seeded(seed, 'order'),
      targets: [{ labels, weights: new Float32Array(count).fill(1), seed }],
      pause,
      onEpoch: async (epoch) => {
        const [first, second] = networks.weights as readonly [tf.Tensor3D, tf.Tensor3D];
        await onEpoch(epoch, readerOf(units, [await read(first), await read(second)]));
      },
    }),
  );
  learned.free();
}

/** The answers of a network to all digits, moved in one way. */
function answersTo(network: Opened, digits: Digits, move: Move): Uint8Array {
  return Uint8Array.from({ length: digits.count }, (_, i) =>
    answerTo(network, moved(imageAt(digits, i), move)),
  );
}

function rightIn(answers: Uint8Array, { labels }: Digits): number {
  return answers.filter((answer, i) => answer === labels[i]).length;
}

function countsOf(answers: Uint8Array, inPlace: Uint8Array, digits: Digits) {
  return {
    right: rightIn(answers, digits),
    changed: answers.filter((answer, i) => answer !== inPlace[i]).length,
  };
}

async function everyMove(
  network: Opened,
  digits: Digits,
  inPlace: Uint8Array,
  pause: () => Promise<void>,
): Promise<FirstLookOutcome['moves']> {
  const counts = [];
  for (const move of MOVES) {
    counts.push(countsOf(answersTo(network, digits, move), inPlace, digits));
    await pause();
  }
  return counts;
}
