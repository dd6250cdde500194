import { beforeAll, describe, expect, it } from 'vitest';
import { trainAndTest } from '../../../../widgets/engine/train-and-test.ts';
import type { NewClassesOutcome } from '../../../../widgets/experiments/new-classes/outcome.ts';
import {
  params,
  type NewClassesSettings,
} from '../../../../widgets/experiments/new-classes/params.ts';
import {
  answerOf,
  below,
  mergedChances,
  tally,
  wrongFrom,
} from '../../../../widgets/experiments/new-classes/reading.ts';
import { newClasses } from '../../../../widgets/experiments/new-classes/widget.ts';
import { defaults } from '../../../../widgets/kit/contract/params.ts';
import { measureAll, type Env } from '../../../../widgets/kit/contract/widget.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { keptOutcomes } from '../../../../widgets/run/kept/kept-outcomes.ts';
import { nodeEnv } from '../../../../widgets/run/lab/node.ts';
import { SEEDS } from '../../../all.ts';

const [PIXELS, TRAINING] = [196, 2000];
let env: Env;
beforeAll(async () => {
  env = await nodeEnv('wasm');
});

const start = defaults(params);
type Change = Partial<NewClassesSettings>;
const having = (change: Change): NewClassesSettings => ({ ...start, ...change });
const ran = async (...changes: readonly Change[]): Promise<readonly NewClassesOutcome[]> =>
  (await keptOutcomes(newClasses, changes.map(having))) as readonly NewClassesOutcome[];
const measured = (outcome: NewClassesOutcome): Record<string, number> =>
  measureAll(newClasses, outcome).measures as Record<string, number>;

interface Byte {
  readonly ink: readonly number[];
  readonly label: number;
}

/** The digits of a seed as they lie in the file, read here byte by byte: those to learn from, and the rest. */
async function digitsOf(seed: number): Promise<{ training: Byte[]; heldOut: Byte[] }> {
  const bytes = await env.readData('mnist14.bin');
  const count = bytes.length / (PIXELS / 2 + 1);
  const order = [...seeded(seed, 'split').order(count)];
  const at = (i: number): Byte => ({
    ink: Array.from({ length: PIXELS }, (_, pixel) => {
      const two = bytes[(i * PIXELS) / 2 + (pixel >> 1)] as number;
      return (pixel % 2 === 0 ? two >> 4 : two & 15) / 15;
    }),
    label: bytes[(count * PIXELS) / 2 + i] as number,
  });
  return { training: order.slice(0, TRAINING).map(at), heldOut: order.slice(TRAINING).map(at) };
}

const inks = (digits: readonly Byte[]): Float32Array =>
  Float32Array.from(digits.flatMap(({ ink }) => ink));

/** A network that is trained on some digits and knows so many kinds; what it makes of others, a row for each. */
async function plainChances(
  seed: number,
  training: readonly Byte[],
  tested: readonly Byte[],
  classes: number,
): Promise<number[][]> {
  let last = new Float32Array();
  await trainAndTest({
    inputs: inks(training),
    features: PIXELS,
    hidden: 32,
    classes,
    epochs: 12,
    batch: 32,
    learningRate: 0.005,
    order: seeded(seed, 'order'),
    targets: [
      {
        labels: Uint8Array.from(training, ({ label }) => label),
        weights: new Float32Array(training.length).fill(1),
        seed,
      },
    ],
    pause: () => Promise.resolve(),
    tested: inks(tested),
    tests: (epoch) => epoch === 12,
    onTest: (_, [chances]) => {
      last = new Float32Array(chances as Float32Array);
      return Promise.resolve();
    },
  });
  return tested.map((_, i) => [...last.slice(i * classes, (i + 1) * classes)]);
}

const highest = (row: readonly number[]): number => row.indexOf(Math.max(...row));

describe('a merge', () => {
  it('by summed probabilities is the softmax of a network whose two outputs are one', () => {
    for (const seed of SEEDS) {
      const random = seeded(seed, 'scores');
      for (let i = 0; i < 200; i += 1) {
        const scores = Array.from({ length: 10 }, () => 6 * random.normal());
        const both = Math.log(Math.exp(scores[4] as number) + Math.exp(scores[9] as number));
        const nine = scores.slice(0, 9).with(4, both);
        const softmax = (list: readonly number[]): number[] => {
          const all = list.reduce((sum, one) => sum + Math.exp(one), 0);
          return list.map((one) => Math.exp(one) / all);
        };
        const merged = mergedChances(Float32Array.from(softmax(scores)), '4+9');
        softmax(nine).forEach((one, kind) => expect(merged[kind]).toBeCloseTo(one, 6));
        expect(merged[9]).toBe(0);
      }
    }
  });

  it('of a network without an output for 9 leaves its probabilities alone, and takes no copy back', () => {
    const eight = Float32Array.from([0.1, 0.1, 0.1, 0.1, 0.3, 0.1, 0.1, 0.1]);
    expect(mergedChances(eight, '4+9')).toEqual(eight);
    const ten = new Float32Array(10).fill(0.1);
    mergedChances(ten, '4+9');
    expect(ten[4]).toBeCloseTo(0.1, 6);
  });
});

describe('with all classes known', () => {
  it('it is the plain network, and merged the same network counted by another rule', async () => {
    for (const seed of [1, 2]) {
      const { training, heldOut } = await digitsOf(seed);
      const chances = await plainChances(seed, training, heldOut, 10);
      const [plain, merged] = (await ran(
        { known: '10', seed },
        { known: '10', merged: '4+9', seed },
      )) as [NewClassesOutcome, NewClassesOutcome];
      const share = (isNew: boolean, isRight: (row: number[], label: number) => boolean) => {
        const all = heldOut.flatMap(({ label }, i) =>
          label >= 8 === isNew ? [isRight(chances[i] as number[], label)] : [],
        );
        return all.filter((one) => one).length / all.length;
      };
      const asIs = (row: number[], label: number): boolean => highest(row) === label;
      const asOne = (row: number[], label: number): boolean => {
        const sum = (row[4] as number) + (row[9] as number);
        return highest(row.with(4, sum).with(9, 0)) === (label === 9 ? 4 : label);
      };
      expect(measured(plain)['oldAccuracy']).toBeCloseTo(share(false, asIs), 9);
      expect(measured(plain)['newAccuracy']).toBeCloseTo(share(true, asIs), 9);
      expect(measured(merged)['oldAccuracy']).toBeCloseTo(share(false, asOne), 9);
      expect(measured(merged)['newAccuracy']).toBeCloseTo(share(true, asOne), 9);
    }
  });
});

describe('a network of 0 to 7', () => {
  it('is one that has learned from those digits alone, and is as sure of 8s and 9s as that one', async () => {
    const { training, heldOut } = await digitsOf(3);
    const known = training.filter(({ label }) => label < 8);
    const fresh = heldOut.filter(({ label }) => label >= 8);
    const chances = await plainChances(3, known, fresh, 8);
    const sure = chances.reduce((sum, row) => sum + Math.max(...row), 0) / fresh.length;
    const [outcome] = (await ran({ seed: 3 })) as [NewClassesOutcome];
    expect(measured(outcome)['newConfidence']).toBeCloseTo(sure, 5);
    expect(measured(outcome)['newAccuracy']).toBe(0);
  });
});

describe('new labels', () => {
  it('begin with a network that two outputs were added to: the first passes are those without them', async () => {
    const [plain, more] = (await ran({}, { newLabels: 50 })) as [
      NewClassesOutcome,
      NewClassesOutcome,
    ];
    expect(more.course.slice(0, 13)).toEqual(plain.course);
    expect(more.course).toHaveLength(21);
  });

  it('change nothing for a network that has known all ten from the start', async () => {
    const [plain, more] = (await ran({ known: '10' }, { known: '10', newLabels: 200 })) as [
      NewClassesOutcome,
      NewClassesOutcome,
    ];
    expect(measured(more)).toEqual(measured(plain));
  });
});

describe('what is counted', () => {
  it('adds up: wrong unasked, asked and right unasked make all', () => {
    const labels = [0, 4, 9, 7, 9];
    const answers = [
      [0, 0.95],
      [9, 0.5],
      [4, 0.999],
      [1, 0.2],
      [9, 1],
    ].map(([answer, sure]) => ({ answer: answer as number, sure: sure as number }));
    const plain = tally(answers, labels, 'none');
    expect(plain).toMatchObject({ digits: 5, right: 2 });
    expect(plain.sure).toBeCloseTo(3.649 / 5, 9);
    expect(below(plain, 90)).toBeCloseTo(2 / 5, 9);
    expect(below(plain, 0)).toBe(0);
    expect(wrongFrom(plain, 90)).toBeCloseTo(1 / 5, 9);
    expect(wrongFrom(plain, 0)).toBeCloseTo(3 / 5, 9);
    expect(answerOf(Float32Array.from([0.25, 0.5, 0.25]))).toEqual({ answer: 1, sure: 0.5 });
    expect(answerOf(Float32Array.from([0.5, 0.5])).answer).toBe(0);
  });
});

describe('a run', () => {
  it('is not used otherwise while it still learns', async () => {
    const [outcome] = (await ran({})) as [NewClassesOutcome];
    const early = { ...outcome, epochs: { done: 3, planned: 12 } };
    const used = newClasses.reuse?.(having({ arrived: 0.4 }), { settings: start, outcome: early });
    expect(used).toBeUndefined();
  });
});
