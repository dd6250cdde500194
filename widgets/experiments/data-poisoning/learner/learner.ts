/** Trains models on poisoned data, lets a defence throw images out, and trains again: all models of a spread at once. */
import { unpack } from '../../../shared/digits/packed.ts';
import { runOf, type Env, type Sweep } from '../../../kit/contract/widget.ts';
import { patience } from '../../../engine/patience.ts';
import * as tf from '../../../engine/tf.ts';
import { classesOf, defends, EPOCHS, type Class, type Model } from '../classes.ts';
import { FILE } from '../images.ts';
import { benched } from '../observe.ts';
import type { PoisonOutcome } from '../outcome.ts';
import type { params } from '../params.ts';
import { factsOf, imagesOf, rank, train, type Report } from './training.ts';

/** The models of `data-poisoning`, as one computation. */
export const sweepDataPoisoning: Sweep<typeof params, PoisonOutcome> = async (list, show, env) => {
  const images = unpack(FILE, await env.readData(FILE.name));
  const classes = classesOf(images, list);
  const models = classes.flatMap((one) => one.models);
  const inOrder = list.map((settings) => models.find((model) => model.settings === settings));
  const planned = models.reduce((sum, { outcome }) => sum + outcome.epochs.planned, 0);
  const report = reporter(planned, env, (share) =>
    show(
      inOrder.map((model) => (model as Model).outcome),
      share,
    ),
  );
  for (const one of classes) await learnClass(one, report);
};

/** The learner of `data-poisoning`: a sweep over one model. */
export const learnDataPoisoning = runOf(sweepDataPoisoning);

function reporter(planned: number, env: Env, show: (share: number) => Promise<void>): Report {
  const { put, pause } = patience(env);
  let done = 0;
  return {
    did: (passes) => {
      done += passes;
      return put(() => show(done / planned));
    },
    pause,
  };
}

/** Trains a class, then once more those models whose defence has thrown something out. */
async function learnClass(one: Class, report: Report): Promise<void> {
  const tests = imagesOf(one.tests.heldOut, one.tests.triggered);
  const rows = imagesOf(one.ground.rows);
  try {
    const thrown = new Map<Model, readonly number[]>();
    await train(one, one.models, report, { tests, from: 0, without: () => [] }, async (learned) => {
      const facts = factsOf(learned, rows, report.pause);
      for (const [i, model] of one.models.entries()) {
        if (!defends(model.settings)) continue;
        const ranked = await rank(one, model, facts, i);
        thrown.set(model, ranked.slice(0, model.settings.discard));
      }
    });
    for (const [model, discarded] of thrown) {
      model.outcome = benched(model.outcome, one.ground, model.taught, discarded);
    }
    const again = [...thrown.keys()];
    const without = (model: Model): readonly number[] => thrown.get(model) ?? [];
    if (again.length > 0) await train(one, again, report, { tests, from: EPOCHS, without });
  } finally {
    tf.dispose([tests, rows]);
  }
}
