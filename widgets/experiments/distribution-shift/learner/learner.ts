/** Trains a model at home, takes it abroad, repairs it if asked; the page sees it before, during and after. */
import type { Run } from '../../../kit/contract/widget.ts';
import { stopChecks } from '../../../engine/stop-checks.ts';
import { rowsOf } from '../../../engine/look.ts';
import { Networks, teach, type Course } from '../../../engine/train-many.ts';
import { seeded } from '../../../kit/numbers/random.ts';
import { joined, KINDS, type Digits } from '../../../shared/digits/digits.ts';
import { observe } from '../observe.ts';
import type { ShiftOutcome } from '../outcome.ts';
import type { params, ShiftSettings } from '../params.ts';
import { CHARTED, EPOCHS, epochsOf, homeAndAbroad, learnsForeign, models } from '../sets.ts';
import { PIXELS, readSets, repairMix, SETS, type Sets } from '../sets.ts';

const SIZE = { features: PIXELS, hidden: 32, classes: KINDS };
const TRAINING = { epochs: EPOCHS, batch: 32, learningRate: 0.01, way: 'plain' } as const;

/** The learner of `distribution-shift`. */
export const learnDistributionShift: Run<typeof params, ShiftOutcome> = async (
  settings,
  show,
  env,
) => {
  const sets = await readSets(settings, env);
  // The held-out digits of all sets as one stack: one read looks at all of them.
  const held = rowsOf(joined(SETS.map((set) => sets[set].heldOut)).pixels, PIXELS);
  const { put, pause } = stopChecks(env);
  const planned = models(settings).reduce((sum, model) => sum + epochsOf(model), 0);
  let finished = 0;
  let outcome: ShiftOutcome | undefined;
  const look = async (model: ShiftSettings, epoch: number, chances: Float32Array) => {
    const now = observe({ settings: model, epoch, chances }, sets, settings, outcome);
    const share = (finished + epoch) / planned;
    if (epoch === epochsOf(model)) finished += epoch;
    outcome = now;
    await put(() => show(now, share));
  };
  try {
    for (const model of models(settings)) {
      const networks = await learn(model, sets, pause, async (epoch, { probabilities }) => {
        // Of its own model every epoch is seen.
        if (model !== settings && !CHARTED.includes(epoch)) return;
        const [chances] = await probabilities(held);
        await look(model, epoch, chances as Float32Array);
      });
      if (model === settings) env.keep(networks);
      else networks.free();
    }
  } finally {
    held.free();
  }
};

/** Trains one model from its seed, with its repair; epochs are counted through both trainings. */
async function learn(
  settings: ShiftSettings,
  sets: Sets,
  pause: () => Promise<void>,
  onEpoch: Course['onEpoch'],
): Promise<Networks> {
  const { seed } = settings;
  const networks = new Networks(SIZE, [seed]);
  const train = (digits: Digits, stream: string, from = 0): Promise<void> =>
    teach(networks, {
      ...TRAINING,
      inputs: digits.pixels,
      order: seeded(seed, stream),
      targets: [{ labels: digits.labels, weights: new Float32Array(digits.count).fill(1), seed }],
      pause,
      onEpoch: async (passed, models) => {
        // What a repair begins with has been seen already.
        if (from === 0 || passed > 0) await onEpoch(from + passed, models);
      },
    });
  try {
    await train(sets[homeAndAbroad(settings).home].training, 'order');
    if (learnsForeign(settings)) await train(repairMix(sets, settings), 'repair', EPOCHS);
  } catch (error) {
    networks.free();
    throw error;
  }
  return networks;
}
