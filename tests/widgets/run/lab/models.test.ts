import '@tensorflow/tfjs-backend-cpu';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaults, type AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { readRun } from '../../../../widgets/kit/contract/run-name.ts';
import type { Env, KeptModel } from '../../../../widgets/kit/contract/widget.ts';
import type { PageSide } from '../../../../widgets/run/protocol.ts';
import { envOf, ModelShelf, type ModelRoom } from '../../../../widgets/run/lab/models.ts';
import { nodeEnv, runOnNode } from '../../../../widgets/run/lab/node.ts';
import { labParts } from '../../../../widgets/run/lab/parts.ts';
import { workerSide } from '../../../../widgets/run/worker-side.ts';
import * as tf from '../../../../widgets/engine/tf.ts';
import { toyAsker, toyRuns, trained, trainerParams } from './toy-models.ts';

const TABLES = { 'toy-trainer': trainerParams };
const named = (text: string): ReturnType<typeof readRun>['named'] => readRun(text, TABLES).named;

interface Asked {
  readonly chance: number | null;
}

function page(): PageSide & { readonly shown: [Asked, number][] } {
  const shown: [Asked, number][] = [];
  return {
    shown,
    asset: () => Promise.reject(new Error('none')),
    show: async (outcome, share) => void shown.push([outcome as Asked, share]),
    showMany: async (outcomes) => outcomes.forEach(([one]) => shown.push([one as Asked, 1])),
  };
}

beforeEach(async () => {
  trained.times = 0;
  await nodeEnv('cpu');
});

describe('in the worker', () => {
  const order = (
    id: number,
    runner: string,
    settings: AnySettings,
  ): Parameters<ReturnType<typeof workerSide>['run']>[0] => ({
    id,
    runner: `lab/${runner}`,
    settings,
  });
  const asking = (run: string): AnySettings => ({ ...defaults(toyAsker.params), run });

  test('a model that nobody has kept is trained, and its progress shown; the second time it answers at once', async () => {
    const worker = workerSide(labParts(toyRuns));
    const [first, second, other] = [page(), page(), page()];
    await worker.run(order(1, 'toy-asker', asking('toy-trainer?seed=4')), first);
    expect(first.shown.map(([, share]) => share)).toEqual([0, 0.225, 0.45, 0.675, 0.9, 1]);
    expect(first.shown.at(-1)?.[0].chance).toBeGreaterThan(0.5);
    await worker.run(order(2, 'toy-asker', asking('toy-trainer?seed=4')), second);
    expect(second.shown).toEqual(first.shown.slice(-1));
    expect(trained.times).toBe(1);
    await worker.run(order(3, 'toy-asker', asking('toy-trainer?border=0.8&seed=4')), other);
    expect(trained.times).toBe(2);
    expect(other.shown.at(-1)?.[0].chance).toBeLessThan(first.shown.at(-1)?.[0].chance ?? 0);
  });

  test('a model that its own run has left answers without more training, in whatever order its settings stand', async () => {
    const worker = workerSide(labParts(toyRuns));
    const [own, asked] = [page(), page()];
    await worker.run(order(1, 'toy-trainer', { seed: 4, border: 0.5 }), own);
    await worker.run(order(2, 'toy-asker', asking('toy-trainer?seed=4')), asked);
    expect(asked.shown).toHaveLength(1);
    expect(trained.times).toBe(1);
  });

  test('who stops while it is trained ends the training, and nothing is kept of it', async () => {
    const worker = workerSide(labParts(toyRuns));
    const before = tf.memory().numTensors;
    const seen = page();
    const stopping: PageSide = {
      ...seen,
      show: async (outcome, share) => {
        await seen.show(outcome, share);
        if (share > 0.4) worker.stop(1);
      },
    };
    const run = worker.run(order(1, 'toy-asker', asking('toy-trainer?seed=5')), stopping);
    await expect(run).rejects.toThrow(/wants|wanted|stopped/);
    expect(tf.memory().numTensors).toBe(before);
    await worker.run(order(2, 'toy-asker', asking('toy-trainer?seed=5')), page());
    expect(trained.times).toBe(2);
  });

  test('a list keeps a few models, and a run of a list in turn asks for its own', async () => {
    const worker = workerSide(labParts(toyRuns));
    const list = [1, 2, 1, 2].map((seed) => asking(`toy-trainer?seed=${seed}`));
    const last = new Map<number, unknown>();
    const showMany: PageSide['showMany'] = async (outcomes) =>
      outcomes.forEach(([one, index]) => last.set(index, one));
    await worker.run({ id: 1, runner: 'lab/toy-asker', settings: list }, { ...page(), showMany });
    expect(last.get(2)).toEqual(last.get(0));
    expect(last.get(3)).toEqual(last.get(1));
    expect(last.get(1)).not.toEqual(last.get(0));
    expect(trained.times).toBe(2);
  });

  test('thirty models come and go, and four are in memory', async () => {
    const worker = workerSide(labParts(toyRuns));
    const before = tf.memory();
    for (let seed = 1; seed <= 30; seed += 1) {
      await worker.run(order(seed, 'toy-trainer', { border: 0.5, seed }), page());
      // A model is one tensor of two numbers.
      const kept = Math.min(4, seed);
      expect(tf.memory().numTensors - before.numTensors).toBe(kept);
      expect(tf.memory().numBytes - before.numBytes).toBe(8 * kept);
    }
    expect(trained.times).toBe(30);
  });
});

describe('on Node', () => {
  test('the same run gives the same answer, the model kept or not', async () => {
    const settings = { ...defaults(toyAsker.params), run: 'toy-trainer?seed=7', x: 0.3 };
    const first = await runOnNode(toyAsker, settings, 'cpu', toyRuns);
    expect(await runOnNode(toyAsker, settings, 'cpu', toyRuns)).toEqual(first);
    expect(trained.times).toBe(1);
    const seen = page();
    const worker = workerSide(labParts(toyRuns));
    await worker.run({ id: 1, runner: 'lab/toy-asker', settings }, seen);
    expect(seen.shown.at(-1)?.[0]).toEqual(first);
  });

  test('a widget that does not say whose models it asks for is refused: outcomes on disk depend on their code', async () => {
    const silent = { ...toyAsker, models: [] };
    const settings = { ...defaults(toyAsker.params), run: 'toy-trainer?seed=8' };
    await expect(runOnNode(silent, settings, 'cpu', toyRuns)).rejects.toThrow(
      'there is no model of a run called lab/toy-trainer',
    );
  });
});

describe('what is kept', () => {
  const bare: ModelRoom['bare'] = {
    backend: 'cpu',
    clock: () => 0,
    readData: () => Promise.reject(new Error('none')),
  };
  const quiet = (): Promise<void> => Promise.resolve();
  const toy = (name: string, freed: string[]): KeptModel => ({ free: () => void freed.push(name) });

  test('goes when four others have been used since, and not while somebody uses it', async () => {
    const shelf = new ModelShelf();
    const freed: string[] = [];
    for (const name of ['a', 'b', 'c', 'd']) shelf.keep(name, toy(name, freed));
    await shelf.lend('a', quiet);
    shelf.keep('e', toy('e', freed));
    expect(freed).toEqual(['b']);
    const result = await shelf.lend('c', async () => {
      for (const name of ['f', 'g', 'h', 'i']) shelf.keep(name, toy(name, freed));
      expect(freed).toEqual(['b', 'd', 'a', 'e']);
      return 'done';
    });
    expect(result).toEqual({ result: 'done' });
    expect(freed).toEqual(['b', 'd', 'a', 'e', 'c']);
    expect(await shelf.lend('c', quiet)).toBeUndefined();
  });

  test('goes when the same run leaves another, and after a use that failed', async () => {
    const shelf = new ModelShelf();
    const freed: string[] = [];
    shelf.keep('a', toy('first', freed));
    shelf.keep('a', toy('second', freed));
    expect(freed).toEqual(['first']);
    const failing = shelf.lend('a', () => {
      shelf.keep('a', toy('third', freed));
      return Promise.reject(new Error('broken'));
    });
    await expect(failing).rejects.toThrow('broken');
    expect(freed).toEqual(['first', 'second']);
  });

  test('on another back end is another model, and many runs at once leave none', async () => {
    const shelf = new ModelShelf();
    const room = (backend: string): ModelRoom => ({
      shelf,
      runs: toyRuns,
      bare: { ...bare, backend },
    });
    const self = named('toy-trainer?seed=3');
    const freed: string[] = [];
    envOf(room('webgl'), self).keep(toy('webgl', freed));
    const use = (env: Env): Promise<unknown> =>
      env.model(self, quiet, () => Promise.resolve('used'));
    expect(await use(envOf(room('webgl')))).toBe('used');
    expect(trained.times).toBe(0);
    expect(await use(envOf(room('cpu')))).toBe('used');
    expect(trained.times).toBe(1);
    envOf(room('cpu')).keep(toy('of a sweep', freed));
    expect(freed).toEqual(['of a sweep']);
  });

  test.each([
    ['toy-nobody', 'there is no model of a run called lab/toy-nobody'],
    ['toy-forgetful', 'the run lab/toy-forgetful keeps no model'],
    ['toy-circle', 'the run toy-circle asks for its own model'],
  ])('is told of %s: %s', async (run, sentence) => {
    const env = envOf({ shelf: new ModelShelf(), runs: toyRuns, bare });
    await expect(env.model({ run, settings: {} }, quiet, quiet)).rejects.toThrow(sentence);
  });
});
