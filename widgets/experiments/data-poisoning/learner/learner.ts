/** Trains models on poisoned data, lets a defence throw images out, and trains again: all models of a spread at once. */
import { joined } from '../../../shared/digits/digits.ts';
import { unpack } from '../../../shared/digits/packed.ts';
import { runOf, type Env, type Sweep } from '../../../kit/contract/widget.ts';
import { stopChecks } from '../../../engine/stop-checks.ts';
import { rowsOf } from '../../../engine/look.ts';
import { groupsOf, defends, EPOCHS, type ModelGroup, type Model } from '../groups.ts';
import { FILE, PIXELS } from '../images.ts';
import { afterDefence } from '../observe.ts';
import type { PoisonOutcome } from '../outcome.ts';
import type { params } from '../params.ts';
import { factsOf, rank, train, type Report } from './training.ts';

/** The models of `data-poisoning`, as one computation. */
export const sweepDataPoisoning: Sweep<typeof params, PoisonOutcome> = async (list, show, env) => {
  const images = unpack(FILE, await env.readData(FILE.name));
  const groups = groupsOf(images, list);
  const models = groups.flatMap((one) => one.models);
  const inOrder = list.map((settings) => models.find((model) => model.settings === settings));
  const planned = models.reduce((sum, { outcome }) => sum + outcome.epochs.planned, 0);
  const report = reporter(planned, env, (share) =>
    show(
      inOrder.map((model) => (model as Model).outcome),
      share,
    ),
  );
  for (const one of groups) await trainGroup(one, report, list.length === 1);
};

/** The learner of `data-poisoning`: a sweep over one model. */
export const learnDataPoisoning = runOf(sweepDataPoisoning);

function reporter(planned: number, env: Env, show: (share: number) => Promise<void>): Report {
  const { put, pause } = stopChecks(env);
  let done = 0;
  return {
    did: (passes) => {
      done += passes;
      return put(() => show(done / planned));
    },
    pause,
  };
}

/** Trains a group, then once more those models whose defence has thrown something out. */
async function trainGroup(one: ModelGroup, report: Report, everyEpoch: boolean): Promise<void> {
  const tests = rowsOf(joined([one.tests.heldOut, one.tests.triggered]).pixels, PIXELS);
  const rows = rowsOf(one.trainingSet.rows.pixels, PIXELS);
  try {
    const thrown = new Map<Model, readonly number[]>();
    await train(
      one,
      one.models,
      report,
      { tests, everyEpoch, from: 0, without: () => [] },
      async (learned) => {
        const facts = factsOf(learned, rows, report.pause);
        for (const [i, model] of one.models.entries()) {
          if (!defends(model.settings)) continue;
          const ranked = await rank(one, model, facts, i);
          thrown.set(model, ranked.slice(0, model.settings.discard));
        }
      },
    );
    for (const [model, discarded] of thrown) {
      model.outcome = afterDefence(model.outcome, one.trainingSet, model.training, discarded);
    }
    const again = [...thrown.keys()];
    const without = (model: Model): readonly number[] => thrown.get(model) ?? [];
    if (again.length > 0)
      await train(one, again, report, { tests, everyEpoch, from: EPOCHS, without });
  } finally {
    tests.free();
    rows.free();
  }
}
