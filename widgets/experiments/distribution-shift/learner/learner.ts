/** Trains a model at home, takes it abroad, repairs it if asked; the page sees it before, during and after. */
import { sum } from 'd3-array';
import type { Run } from '#kit/contract';
import { stopChecks } from '../../../engine/stop-checks.ts';
import { onRows, type Rows } from '../../../engine/look.ts';
import { Networks, taught, teach } from '../../../engine/train-many.ts';
import { seeded } from '#kit/numbers';
import { joined, KINDS } from '../../../shared/digits/digits.ts';
import { PIXELS } from '../../../shared/digits/eight.ts';
import { SETS } from '../../../shared/digits/sets.ts';
import { observe, onTheWay, type Look } from '../observe.ts';
import type { ShiftOutcome } from '../outcome.ts';
import type { params, ShiftSettings } from '../params.ts';
import { CHARTED, EPOCHS, epochsOf, lessonsOf, models, readSets } from '../sets.ts';

const SIZE = { features: PIXELS, hidden: 32, classes: KINDS };
const TRAINING = { epochs: EPOCHS, batch: 32, learningRate: 0.01 } as const;

/** Looks at the common cut on its way, before anything is learned. */
const CUTS = 8;

/** The learner of `distribution-shift`. */
export const learnDistributionShift: Run<typeof params, ShiftOutcome> = async (
  settings,
  show,
  env,
) => {
  const { repair, seed } = settings;
  const isCut = repair === 'preprocess';
  const sets = await readSets(isCut, seed, env);
  const uncut = isCut && (await readSets(false, seed, env));
  const { put, pause } = stopChecks(env);
  const planned = sum(models(settings), (model) => epochsOf(sets, model)) + (uncut ? CUTS : 0);
  let finished = 0;
  let outcome: ShiftOutcome | undefined;
  const look = async (found: Look): Promise<void> => {
    const now = observe(found, sets, settings, outcome);
    for (; uncut && finished < CUTS; finished += 1) {
      const [cut, share] = [onTheWay(now, uncut, finished / CUTS), finished / planned];
      await put(() => show(cut, share));
    }
    const share = (finished + found.epoch) / planned;
    if (found.epoch === epochsOf(sets, found.settings)) finished += found.epoch;
    outcome = now;
    await put(() => show(now, share));
  };
  const lessons = async (model: ShiftSettings, networks: Networks, held: Rows): Promise<void> => {
    for (const [i, [stream, digits]] of Object.entries(lessonsOf(sets, model)).entries()) {
      const weights = new Float32Array(digits.count).fill(1);
      await teach(networks, {
        ...TRAINING,
        inputs: digits.pixels,
        order: seeded(seed, stream),
        targets: [{ labels: digits.labels, weights, seed }],
        pause,
        onEpoch: async (passed, { probabilities }) => {
          const epoch = i * EPOCHS + passed;
          // What a repair begins with has been seen already; of the reader's own model every epoch is seen.
          if (i > 0 && passed === 0) return;
          if (model !== settings && !CHARTED.includes(epoch)) return;
          const [chances] = await probabilities(held);
          await look({ settings: model, epoch, chances: chances as Float32Array });
        },
      });
    }
  };
  // The held-out digits of all sets as one stack: one read looks at all of them.
  await onRows(joined(SETS.map((set) => sets[set].heldOut)).pixels, PIXELS, async (held) => {
    for (const model of models(settings)) {
      const networks = new Networks(SIZE, [seed]);
      await taught(networks, () => lessons(model, networks, held));
      if (model === settings) env.keep(networks);
      else networks.free();
    }
  });
};
