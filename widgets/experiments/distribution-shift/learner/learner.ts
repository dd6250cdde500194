/** Trains a model at home, takes it abroad, repairs it if asked; the page sees it before, during and after. */
import type { Env, Run, Show } from '../../../kit/contract/widget.ts';
import { stopChecks } from '../../../engine/stop-checks.ts';
import * as tf from '../../../engine/tf.ts';
import { SETS } from '../sets.ts';
import {
  homeAndAbroad,
  EPOCHS,
  epochsOf,
  learnsForeign,
  models,
  readSets,
  repairMix,
} from '../training-sets.ts';
import type { Sets } from '../training-sets.ts';
import { imagesOf, network, probabilities, train, type Network } from './network.ts';
import { observe } from '../observe.ts';
import type { ShiftOutcome } from '../outcome.ts';
import type { params, ShiftSettings } from '../params.ts';

/** Epochs after which the held-out digits are read: each time is a round trip to the back end. */
const LOOKS: readonly number[] = [0, 1, 2, 3, 5, 8, 12, 16, 20, 24, 28, 32, 36, 40];

/** What the models of a run share: the digits, and the way to the page. */
interface RunContext {
  readonly sets: Sets;
  /** The held-out digits of all sets in the order of the matrix, as one tensor: one read looks at all of them. */
  readonly held: tf.Tensor2D;
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
  const held = tf.tidy(() =>
    tf.concat2d(
      SETS.map((set) => imagesOf(sets[set].heldOut)),
      0,
    ),
  );
  const context = { sets, held, ...reporter(settings, sets, show, env) };
  try {
    for (const model of models(settings)) await learn(model, context);
  } finally {
    held.dispose();
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
async function learn(
  settings: ShiftSettings,
  { sets, held, seen, pause }: RunContext,
): Promise<void> {
  const net = network(settings.seed);
  try {
    const look = lookAt(net, settings, held, seen);
    const plan = { epochs: EPOCHS, seed: settings.seed, pause };
    await look(0);
    await train(net, sets[homeAndAbroad(settings).home].training, {
      ...plan,
      name: 'order',
      onEpoch: look,
    });
    if (!learnsForeign(settings)) return;
    const onEpoch = (epoch: number): Promise<void> => look(EPOCHS + epoch);
    await train(net, repairMix(sets, settings), { ...plan, name: 'repair', onEpoch });
  } finally {
    net.free();
  }
}

function lookAt(
  net: Network,
  settings: ShiftSettings,
  held: tf.Tensor2D,
  seen: RunContext['seen'],
): (epoch: number) => Promise<void> {
  return async (epoch) => {
    if (!LOOKS.includes(epoch)) return;
    await seen({ settings, epoch, chances: await probabilities(net, held) });
  };
}
