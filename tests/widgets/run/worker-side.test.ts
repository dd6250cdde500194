import { describe, expect, it } from 'vitest';
import { BackendChoice } from '../../../widgets/run/page/back-end-choice.ts';
import { BackendFault } from '../../../widgets/kit/contract/faults.ts';
import type { NumberParam } from '../../../widgets/kit/contract/params.ts';
import type { PageSide } from '../../../widgets/run/protocol.ts';
import {
  runOf,
  type AnyRun,
  type AnySweep,
  type Env,
  type Sweep,
} from '../../../widgets/kit/contract/widget.ts';
import { workerSide, type Parts } from '../../../widgets/run/worker-side.ts';

type Show = (outcome: number, share: number) => Promise<void>;
type By = { readonly by: NumberParam };
type ShowAll = (outcomes: readonly number[], share: number) => Promise<void>;
const env: Env = {
  backend: 'cpu',
  // A busy machine must not make a quick run long.
  clock: () => 0,
  readData: () => Promise.reject(new Error('none')),
  keep: (model) => model.free(),
  model: () => Promise.reject(new Error('none')),
};

/** Shows 1, 2, 3 times the settings' `by`. */
const thrice = (async (settings: { by: number }, show: Show): Promise<void> => {
  for (const n of [1, 2, 3]) await show(n * settings.by, n / 3);
}) as AnyRun;

function parts(more: Partial<Parts> = {}): Parts {
  return {
    runs: { 'lab/thrice': thrice },
    open: () => Promise.resolve({ state: 'ready', detail: '' }),
    env: () => env,
    ...more,
  };
}

function page(): PageSide & { shown: [unknown, number][] } {
  const shown: [unknown, number][] = [];
  return {
    shown,
    asset: () => Promise.reject(new Error('none')),
    show: async (outcome, share) => void shown.push([outcome, share]),
    showMany: async (outcomes) => outcomes.forEach(([one, index]) => shown.push([one, index])),
  };
}

describe('the worker', () => {
  it('shows every stage of a run', async () => {
    const seen = page();
    await workerSide(parts()).run({ id: 1, runner: 'lab/thrice', settings: { by: 2 } }, seen);
    expect(seen.shown.map(([outcome]) => outcome)).toEqual([2, 4, 6]);
  });

  it('shows the last outcome of each run of a spread, in order', async () => {
    const seen = page();
    const settings = Array.from({ length: 30 }, (_, by) => ({ by }));
    await workerSide(parts()).run({ id: 1, runner: 'lab/thrice', settings }, seen);
    expect(seen.shown).toEqual(settings.map(({ by }) => [3 * by, by]));
  });

  it('gives a whole list to a learner that has a sweep, and shows every look at all of it', async () => {
    const seen = page();
    const shares: number[] = [];
    const shown = seen.showMany;
    seen.showMany = async (outcomes, share) => {
      shares.push(share);
      await shown(outcomes, share);
    };
    const lists: unknown[] = [];
    const sweep = (async (list: { by: number }[], show: ShowAll): Promise<void> => {
      lists.push(list);
      for (const n of [1, 2])
        await show(
          list.map(({ by }) => n * by),
          n / 2,
        );
    }) as AnySweep;
    const runs = { 'lab/thrice': { run: thrice, sweep } };
    const settings = [{ by: 2 }, { by: 5 }];
    await workerSide(parts({ runs })).run({ id: 1, runner: 'lab/thrice', settings }, seen);
    expect(lists).toEqual([settings]);
    expect(seen.shown).toEqual(
      [2, 5]
        .flatMap((by, i) => [[by, i]])
        .concat([
          [4, 0],
          [10, 1],
        ]),
    );
    expect(shares).toEqual([0.5, 1]);
  });

  it('runs one of the settings of such a learner by its run', async () => {
    const seen = page();
    const sweep = (() => Promise.reject(new Error('not asked for'))) as AnySweep;
    const runs = { 'lab/thrice': { run: thrice, sweep } };
    await workerSide(parts({ runs })).run(
      { id: 1, runner: 'lab/thrice', settings: { by: 1 } },
      seen,
    );
    expect(seen.shown.map(([outcome]) => outcome)).toEqual([1, 2, 3]);
  });

  it('stops a sweep at the next look', async () => {
    const seen = page();
    let looks = 0;
    const sweep = (async (list: unknown[], show: ShowAll): Promise<void> => {
      for (;;) {
        looks += 1;
        await show(
          list.map(() => 0),
          0,
        );
      }
    }) as AnySweep;
    const worker = workerSide(parts({ runs: { 'lab/thrice': { run: thrice, sweep } } }));
    seen.showMany = async () => worker.stop(1);
    const settings = [{ by: 1 }];
    await expect(worker.run({ id: 1, runner: 'lab/thrice', settings }, seen)).rejects.toMatchObject(
      { name: 'AbortError' },
    );
    expect(looks).toBe(1);
  });

  it('a run written as a sweep over one value shows what the sweep shows', async () => {
    const double: Sweep<By, number> = async (list, show) => {
      await show(
        list.map(({ by }) => by),
        0.5,
      );
      await show(
        list.map(({ by }) => 2 * by),
        1,
      );
    };
    const run = runOf(double);
    const seen: [number, number][] = [];
    await run({ by: 4 }, async (outcome, share) => void seen.push([outcome, share]), env);
    expect(seen).toEqual([
      [4, 0.5],
      [8, 1],
    ]);
  });

  it('shows a slow run of a spread on its way, and its last outcome in the end', async () => {
    const seen = page();
    const shares: number[] = [];
    const shown = seen.showMany;
    seen.showMany = async (outcomes, share) => {
      shares.push(share);
      await shown(outcomes, share);
    };
    let now = 0;
    const slow: Env = { ...env, clock: () => (now += 300) };
    const settings = [{ by: 1 }, { by: 10 }];
    const order = { id: 1, runner: 'lab/thrice', settings } as const;
    await workerSide(parts({ env: () => slow })).run(order, seen);
    expect(seen.shown.length).toBeGreaterThan(2);
    expect(seen.shown[0]?.[1]).toBe(0);
    expect(seen.shown.findLast(([, index]) => index === 0)?.[0]).toBe(3);
    expect(seen.shown.findLast(([, index]) => index === 1)?.[0]).toBe(30);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('stops the run it is told to stop, and no other', async () => {
    const worker = workerSide(parts());
    const [first, second] = [page(), page()];
    first.show = async () => worker.stop(1);
    const stopped = worker.run({ id: 1, runner: 'lab/thrice', settings: { by: 1 } }, first);
    const other = worker.run({ id: 2, runner: 'lab/thrice', settings: { by: 1 } }, second);
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    await other;
    expect(second.shown).toHaveLength(3);
  });

  it('stops in the middle of a spread', async () => {
    const worker = workerSide(parts());
    const settings = Array.from({ length: 100_000 }, (_, by) => ({ by }));
    const seen = page();
    const spread = worker.run({ id: 7, runner: 'lab/thrice', settings }, seen);
    setTimeout(() => worker.stop(7), 60);
    await expect(spread).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen.shown.length).toBeLessThan(settings.length);
  });

  it('ends a run when the machine below gives way, whatever the run waits for', async () => {
    const stuck = (() => new Promise(() => undefined)) as AnyRun;
    const trouble = Promise.reject(new BackendFault('lost its device'));
    trouble.catch(() => undefined);
    const worker = workerSide(parts({ runs: { 'lab/stuck': stuck }, trouble }));
    const run = worker.run({ id: 1, runner: 'lab/stuck', settings: {} }, page());
    await expect(run).rejects.toMatchObject({ message: 'lost its device' });
  });

  it('names a run that it does not know', async () => {
    const run = workerSide(parts()).run({ id: 1, runner: 'lab/none', settings: {} }, page());
    await expect(run).rejects.toThrow('there is no run called lab/none');
  });
});

describe('the choice of a back end', () => {
  it('begins with hardware and ends with plain JavaScript', () => {
    expect(new BackendChoice().order()).toEqual(['webgpu', 'webgl', 'wasm', 'cpu']);
  });

  it('does not try again what is missing or broken', () => {
    const choice = new BackendChoice();
    choice.found('webgpu', { state: 'absent', detail: '' });
    choice.found('webgl', { state: 'failed', detail: '' });
    choice.found('wasm', { state: 'ready', detail: 'the processor', checkedIn: 12 });
    expect(choice.order()).toEqual(['wasm', 'cpu']);
    expect(choice.facts()[2]).toMatchObject({ name: 'wasm', title: 'WASM', checkedIn: 12 });
  });

  it('puts what the reader asks for first, even if it failed before', () => {
    const choice = new BackendChoice();
    choice.found('webgl', { state: 'failed', detail: '' });
    choice.choose('webgl');
    expect(choice.order()).toEqual(['webgl', 'webgpu', 'wasm', 'cpu']);
    choice.choose('abacus');
    expect(choice.chosen).toBeUndefined();
  });

  it('starts over when everything has failed', () => {
    const choice = new BackendChoice();
    for (const name of choice.order()) choice.found(name, { state: 'failed', detail: '' });
    expect(choice.order()).toEqual(['webgpu', 'webgl', 'wasm', 'cpu']);
  });
});
