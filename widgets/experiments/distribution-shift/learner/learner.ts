/** Trains a model at home, takes it abroad, repairs it if asked; the page sees it before, during and after. */
import type { Env, Run, Show } from '../../../kit/contract/widget.ts';
import { stopChecks } from '../../../engine/stop-checks.ts';
import { rowsOf, type Rows } from '../../../engine/look.ts';
import { Networks, teach, type Course } from '../../../engine/train-many.ts';
import { seeded } from '../../../kit/numbers/random.ts';
import { joined, KINDS, type Digits } from '../../../shared/digits/digits.ts';
import { PIXELS } from '../sets.ts';
import {
  CHARTED,
  homeAndAbroad,
  EPOCHS,
  epochsOf,
  learnsForeign,
  models,
  readSets,
  repairMix,
} from '../training-sets.ts';
import type { Sets } from '../training-sets.ts';
import { observe } from '../observe.ts';
import type { ShiftOutcome } from '../outcome.ts';
import type { params, ShiftSettings } from '../params.ts';

const SIZE = { features: PIXELS, hidden: 32, classes: KINDS };
const TRAINING = { epochs: EPOCHS, batch: 32, learningRate: 0.01, way: 'plain' } as const;

/** What the models of a run share: the digits, and the way to the page. */
interface RunContext {
  /** The settings of the run: of its own model every epoch is seen. */
  readonly reader: ShiftSettings;
  readonly sets: Sets;
  /** The held-out digits of all sets in the order of the matrix, as one stack: one read looks at all of them. */
  readonly held: Rows;
  readonly seen: (look: Look) => Promise<void>;
  /** Awaited between batches; throws when nobody wants the run any more. */
  readonly pause: () => Promise<void>;
}

/** One look at a network: after how many epochs, and the probabilities it gave to every held-out digit. */
interface Look {
  readonly settings: ShiftSettings;
  readonly epoch: number;
  readonly chances: Float32Array;
}

/** The learner of `distribution-shift`. */
export const learnDistributionShift: Run<typeof params, ShiftOutcome> = async (
  settings,
  show,
  env,
) => {
  const sets = await readSets(settings, env);
  const { mnist, semeion, optdigits } = sets;
  const all = joined([mnist.heldOut, semeion.heldOut, optdigits.heldOut]);
  const held = rowsOf(all.pixels, PIXELS);
  const context = { reader: settings, sets, held, ...reporter(settings, sets, show, env) };
  try {
    for (const model of models(settings)) await learn(model, context);
  } finally {
    held.free();
  }
};

/** Turns looks into outcomes on the page, and shows the last one again while a long epoch runs. */
function reporter(
  settings: ShiftSettings,
  sets: Sets,
  show: Show<ShiftOutcome>,
  env: Env,
): Pick<RunContext, 'seen' | 'pause'> {
  const planned = models(settings).reduce((sum, model) => sum + epochsOf(model), 0);
  const { put, pause } = stopChecks(env);
  let finished = 0;
  let outcome: ShiftOutcome | undefined;
  return {
    seen: (look) => {
      const now = observe(look, sets, settings, outcome);
      const share = (finished + look.epoch) / planned;
      if (look.epoch === epochsOf(look.settings)) finished += look.epoch;
      outcome = now;
      return put(() => show(now, share));
    },
    pause,
  };
}

/** Trains one model from its seed, with its repair, and frees it. */
async function learn(settings: ShiftSettings, context: RunContext): Promise<void> {
  const { seed } = settings;
  const networks = new Networks(SIZE, [seed]);
  const train = (digits: Digits, stream: string, from: number): Promise<void> =>
    teach(networks, {
      ...TRAINING,
      inputs: digits.pixels,
      order: seeded(seed, stream),
      targets: [{ labels: digits.labels, weights: new Float32Array(digits.count).fill(1), seed }],
      pause: context.pause,
      onEpoch: lookAt(settings, context, from),
    });
  try {
    await train(context.sets[homeAndAbroad(settings).home].training, 'order', 0);
    if (learnsForeign(settings)) await train(repairMix(context.sets, settings), 'repair', EPOCHS);
  } finally {
    networks.free();
  }
}

/** Looks at a network in a course that begins after `from` epochs; what it was then has been seen already. */
function lookAt(
  settings: ShiftSettings,
  { reader, held, seen }: RunContext,
  from: number,
): Course['onEpoch'] {
  return async (passed, models) => {
    const epoch = from + passed;
    if (from > 0 && passed === 0) return;
    if (settings !== reader && !CHARTED.includes(epoch)) return;
    const [chances] = await models.probabilities(held);
    await seen({ settings, epoch, chances: chances as Float32Array });
  };
}
