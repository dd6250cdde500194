/** Trains a reader of 0 to 7, or of all ten; where there are new labels, adds two outputs and goes on with them. */
import { group, range, sum } from 'd3-array';
import { onRows, type Rows } from '../../../engine/look.ts';
import { stopChecks } from '../../../engine/stop-checks.ts';
import * as tf from '../../../engine/tf.ts';
import { Networks, taught, teach } from '../../../engine/train-many.ts';
import type { Sweep } from '#kit/contract';
import { runOf } from '#kit/contract';
import { seeded } from '#kit/numbers';
import { KINDS, pick, split, type Digits, type Split } from '../../../shared/digits/digits.ts';
import { inkOf, MNIST14, PIXELS } from '../../../shared/digits/mnist14.ts';
import { unpack } from '../../../shared/digits/packed.ts';
import { modelOf, useOf } from '../outcome.ts';
import type { Groups, Judged, NewClassesOutcome, Reading, Sample } from '../outcome.ts';
import type { Merged, NewClassesSettings, params } from '../params.ts';
import { answerOf, FIRST_NEW, mergedChances, tally, type Answer } from '../reading.ts';

/** Digits that are learned from; the rest is held out. */
const TRAINING = 2000;
const HIDDEN = 32;
const COURSE = { epochs: 12, batch: 32, learningRate: 0.005 };
/** Passes with the new labels. */
const MORE = 8;
/** Digits that are seen: as many of each group as may arrive at once, and the surest. */
const SEEN = { old: 32, fresh: 16, surest: 6 } as const;

/** One run of the list. */
interface Entry {
  readonly settings: NewClassesSettings;
  outcome: NewClassesOutcome;
}

/** What all runs of a reader share. */
interface Course extends Pick<NewClassesSettings, 'seed' | 'known'> {
  readonly parts: Split;
  readonly held: Held;
  readonly rows: Rows;
  readonly pause: () => Promise<void>;
}

/** Held-out digits, by group. */
interface Held {
  readonly digits: Digits;
  readonly places: Groups<readonly number[]>;
}

/** The same of both groups. */
function both<One>(of: (which: keyof Groups<One>) => One): Groups<One> {
  return { old: of('old'), fresh: of('fresh') };
}

/** The readers of `new-classes`, as one computation: runs that ask for the same reader share it. */
export const sweepNewClasses: Sweep<typeof params, NewClassesOutcome> = async (list, show, env) => {
  const images = unpack(MNIST14, await env.readData(MNIST14.name));
  const { put, pause } = stopChecks(env);
  const entries = list.map((settings): Entry => ({ settings, outcome: unseen(settings) }));
  const byReader = group(entries, ({ settings: { known, seed } }) => `${known} ${seed}`);
  const readers = [...byReader.values()];
  const planned = sum(readers, passesOf);
  let done = 0;
  const report = (passed: number): Promise<void> => {
    // Taken now: what is shown again while the next reader begins is no further on.
    const share = (done + passed) / planned;
    const outcomes = (): NewClassesOutcome[] => entries.map(({ outcome }) => outcome);
    return put(() => show(outcomes(), share));
  };
  for (const own of readers) {
    const [{ settings }] = own as [Entry];
    const parts = split(images, TRAINING, settings.seed, 'split');
    const held = heldOf(parts.heldOut);
    const samples = samplesOf(held);
    for (const one of own) one.outcome = { ...one.outcome, samples };
    await onRows(held.digits.pixels, PIXELS, async (rows) => {
      const course = { ...settings, parts, held, rows, pause };
      const networks = await learned(course, own, report);
      try {
        const more = own.filter((one) => plannedFor(one.settings) > COURSE.epochs);
        if (more.length > 0) await learnedMore(course, networks, more, report);
      } finally {
        networks.free();
      }
    });
    done += passesOf(own);
  }
};

/** The learner of `new-classes`: a sweep over one run. */
export const learnNewClasses = runOf(sweepNewClasses);

/** The passes that some settings ask for. */
function plannedFor({ known, newLabels }: NewClassesSettings): number {
  return COURSE.epochs + (known === '8' && newLabels > 0 ? MORE : 0);
}

/** Passes over runs of one reader: all that go on with new labels do so together. */
function passesOf(own: readonly Entry[]): number {
  return Math.max(...own.map(({ settings }) => plannedFor(settings)));
}

function unseen(settings: NewClassesSettings): NewClassesOutcome {
  return {
    use: useOf(settings),
    samples: both(() => []),
    readings: null,
    surest: [],
    course: [],
    firstPasses: COURSE.epochs,
    epochs: { done: 0, planned: plannedFor(settings) },
  };
}

function heldOf(digits: Digits): Held {
  const labels = [...digits.labels];
  const placesOf = (isNew: boolean): number[] =>
    range(labels.length).filter((i) => (labels[i] as number) >= FIRST_NEW === isNew);
  return { digits, places: both((which) => placesOf(which === 'fresh')) };
}

function sampleAt({ digits }: Held, i: number): Sample {
  return { ink: inkOf(digits, i), label: digits.labels[i] as number };
}

/** The first held-out digits of each group, in their order: not picked. */
function samplesOf(held: Held): Groups<readonly Sample[]> {
  return both((which) => held.places[which].slice(0, SEEN[which]).map((i) => sampleAt(held, i)));
}

/** Teaches a reader the digits that it knows from the start; the reader is the caller's to free. */
async function learned(
  { seed, known, parts, held, rows, pause }: Course,
  own: readonly Entry[],
  report: (passed: number) => Promise<void>,
): Promise<Networks> {
  const kinds = Number(known);
  const { training } = parts;
  const places = range(training.count).filter((i) => (training.labels[i] as number) < kinds);
  const digits = pick(training, places);
  const networks = new Networks({ features: PIXELS, hidden: HIDDEN, classes: kinds }, [seed]);
  return taught(networks, () =>
    teach(networks, {
      ...COURSE,
      inputs: digits.pixels,
      order: seeded(seed, 'order'),
      targets: [{ labels: digits.labels, weights: new Float32Array(digits.count).fill(1), seed }],
      pause,
      onEpoch: async (passed, { probabilities }) => {
        const [chances] = await probabilities(rows);
        for (const one of own) see(one, chances as Float32Array, held, passed);
        await report(passed);
      },
    }),
  );
}

/** Adds two outputs to the reader, once for every run, and goes on with the new labels of each. */
async function learnedMore(
  { seed, parts, held, rows, pause }: Course,
  networks: Networks,
  own: readonly Entry[],
  report: (passed: number) => Promise<void>,
): Promise<void> {
  const { pixels, labels } = parts.training;
  const lessons = [...group(own, ({ settings }) => modelOf(settings)).values()];
  const targets = lessons.map(([one]) => {
    return { labels, weights: weightsOf(labels, (one as Entry).settings), seed };
  });
  const wide = widened(networks, lessons.length, seed);
  const more = await taught(wide, () =>
    teach(wide, {
      ...COURSE,
      epochs: MORE,
      inputs: pixels,
      order: seeded(seed, 'more'),
      targets,
      pause,
      onEpoch: async (passed, { probabilities }) => {
        // Before the first pass, the reader has been seen already, without the two outputs.
        if (passed === 0) return;
        const found = await probabilities(rows);
        lessons.forEach((same, i) => {
          for (const one of same) see(one, found[i] as Float32Array, held, COURSE.epochs + passed);
        });
        await report(COURSE.epochs + passed);
      },
    }),
  );
  more.free();
}

/** Which of the digits to learn from a run learns from once there are new labels: the first so many 8s and 9s, and the old ones if they are kept. */
function weightsOf(labels: Uint8Array, { newLabels, keepOld }: NewClassesSettings): Float32Array {
  let left = newLabels;
  return Float32Array.from(labels, (label) => {
    if (label < FIRST_NEW) return Number(keepOld);
    left -= 1;
    return left >= 0 ? 1 : 0;
  });
}

/** Copies of a reader, each with two more outputs that have learned nothing. */
function widened({ weights, size }: Networks, copies: number, seed: number): Networks {
  const wide = new Networks({ ...size, classes: KINDS }, new Array<number>(copies).fill(seed));
  const fresh = wide.weights as readonly [tf.Tensor3D, tf.Tensor3D];
  const [first, second] = weights as readonly [tf.Tensor3D, tf.Tensor3D];
  wide.weights = tf.tidy((): [tf.Tensor3D, tf.Tensor3D] => {
    const outputs = tf.slice3d(fresh[1], [0, 0, size.classes], [-1, -1, -1]);
    return [
      tf.tile(first, [copies, 1, 1]),
      tf.concat3d([tf.tile(second, [copies, 1, 1]), outputs], 2),
    ];
  });
  tf.dispose([...fresh]);
  return wide;
}

/** Notes what a reader makes of all held-out digits after so many passes. */
function see(entry: Entry, chances: Float32Array, held: Held, passed: number): void {
  const { outcome, settings } = entry;
  const readings = {
    none: readingOf(chances, held, 'none'),
    '4+9': readingOf(chances, held, '4+9'),
  };
  const right = (reading: Reading): Groups<number> => both((which) => reading[which].right);
  entry.outcome = {
    ...outcome,
    readings,
    surest: surestOf(chances, held),
    course: [...outcome.course, { none: right(readings.none), '4+9': right(readings['4+9']) }],
    epochs: { done: passed, planned: plannedFor(settings) },
  };
}

/** The answers to both groups of held-out digits. */
function answersOf(
  chances: Float32Array,
  { digits, places }: Held,
  merged: Merged,
): Groups<Answer[]> {
  const kinds = chances.length / digits.count;
  const answerAt = (i: number): Answer =>
    answerOf(mergedChances(chances.subarray(i * kinds, (i + 1) * kinds), merged));
  return both((which) => places[which].map(answerAt));
}

function readingOf(chances: Float32Array, held: Held, merged: Merged): Reading {
  const answers = answersOf(chances, held, merged);
  const labelsOf = (which: 'old' | 'fresh'): number[] =>
    held.places[which].map((i) => held.digits.labels[i] as number);
  return {
    ...both((which) => tally(answers[which], labelsOf(which), merged)),
    answers: both((which) => answers[which].slice(0, SEEN[which])),
  };
}

function surestOf(chances: Float32Array, held: Held): Judged[] {
  return answersOf(chances, held, 'none')
    .fresh.map((answer, k) => ({ ...answer, place: held.places.fresh[k] as number }))
    .sort((a, b) => b.sure - a.sure)
    .slice(0, SEEN.surest)
    .map(({ place, answer, sure }) => ({ ...sampleAt(held, place), answer, sure }));
}
