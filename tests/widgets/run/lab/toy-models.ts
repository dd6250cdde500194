/** Two widgets that are in no book: one trains a model and leaves it, the other asks it, by the run that a setting names. */
import { svg } from '../../../../widgets/kit/draw/markup.ts';
import type { AnySettings, Table } from '../../../../widgets/kit/contract/params.ts';
import { readRun } from '../../../../widgets/kit/contract/run-name.ts';
import type { AnyRun, Env, Run, Widget } from '../../../../widgets/kit/contract/widget.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { rowsOf } from '../../../../widgets/engine/look.ts';
import { Networks, teach } from '../../../../widgets/engine/train-many.ts';

const seed = {
  kind: 'number',
  label: 'Seed',
  place: 'more',
  min: 1,
  max: 99,
  step: 1,
  default: 1,
} as const;

/** What the trainer can be set to; the asker knows this table and nothing else of it. */
export const trainerParams = {
  border: {
    kind: 'number',
    label: 'Border',
    place: 'first',
    min: 0,
    max: 1,
    step: 0.1,
    default: 0.5,
  },
  seed,
} as const satisfies Table;

const askerParams = {
  run: {
    kind: 'text',
    label: 'Model of',
    place: 'first',
    default: 'toy-trainer',
    parse: (text: string) => readRun(text, { 'toy-trainer': trainerParams }).text,
  },
  x: { kind: 'number', label: 'Place', place: 'first', min: 0, max: 1, step: 0.01, default: 0.9 },
} as const satisfies Table;

interface Asked {
  readonly chance: number | null;
}

/** How many times the trainer has trained: tests set it back. */
export const trained = { times: 0 };

const EPOCHS = 4;
const ROWS = 64;

const train: Run<typeof trainerParams, number> = async ({ border, seed: drawn }, show, env) => {
  trained.times += 1;
  const random = seeded(drawn, 'rows');
  const inputs = Float32Array.from({ length: ROWS }, () => random.uniform());
  const labels = Uint8Array.from(inputs, (x) => Number(x > border));
  const networks = new Networks({ features: 1, hidden: 0, classes: 1 }, [drawn]);
  try {
    await teach(networks, {
      inputs,
      epochs: EPOCHS,
      batch: 16,
      learningRate: 0.3,
      order: random,
      targets: [{ labels, weights: new Float32Array(ROWS).fill(1), seed: drawn }],
      pause: () => Promise.resolve(),
      onEpoch: (epoch) => show(epoch, epoch / EPOCHS),
    });
  } catch (error) {
    networks.free();
    throw error;
  }
  env.keep(networks);
};

const ask: Run<typeof askerParams, Asked> = async ({ run, x }, show, env) => {
  const { named } = readRun(run, { 'toy-trainer': trainerParams });
  const waiting = (share: number): Promise<void> => show({ chance: null }, 0.9 * share);
  const chance = await env.model(named, waiting, async (networks: Networks) => {
    const rows = rowsOf(Float32Array.of(x), 1);
    try {
      const [own] = await networks.look(() => Promise.resolve()).probabilities(rows);
      return own?.[0] ?? Number.NaN;
    } finally {
      rows.free();
    }
  });
  await show({ chance }, 1);
};

/** Their runs; the rest are wrong in one way each. */
export const toyRuns: Readonly<Record<`lab/${string}`, AnyRun>> = {
  'lab/toy-trainer': train,
  'lab/toy-asker': ask,
  'lab/toy-forgetful': async (_: never, show: (outcome: number, share: number) => Promise<void>) =>
    show(1, 1),
  'lab/toy-circle': (settings: AnySettings, _: never, env: Env) =>
    env.model(
      { run: 'toy-circle', settings },
      () => Promise.resolve(),
      () => Promise.resolve(),
    ),
};

/** The one that asks. */
export const toyAsker: Widget<typeof askerParams, Asked> = {
  tag: 'toy-asker',
  version: 1,
  title: 'What a model says',
  params: askerParams,
  presets: [],
  runner: 'lab/toy-asker',
  models: ['toy-trainer'],
  spreadMeasure: 'chance',
  measures: {
    chance: {
      label: 'Chance',
      unit: 'share',
      digits: 0,
      of: ({ chance }) => chance ?? { why: 'nothing was asked' },
    },
  },
  draw: (_, { chance }) => ({
    width: 10,
    height: 10,
    label: 'a number',
    body: svg`<text>${chance ?? ''}</text>`,
  }),
  say: (_, { chance }) => `${chance}`,
  tabulate: (_, { chance }) => ({ caption: 'Chance', head: ['chance'], rows: [[chance]] }),
};
