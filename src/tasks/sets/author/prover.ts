/** What proofs run on: every experiment of the book, on Node, each run once. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { measureAll, workerOf, type AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { alikeTogether } from '../../../../widgets/kit/record/alike.ts';
import { runKey, type Runnable } from '../../../../widgets/kit/record/run-key.ts';
import { runnable } from '../../../../widgets/kit/record/run-record.ts';
import type { Widgets } from '../../practice/contract.ts';
import type { JudgedRun } from '../../judge/answers.ts';
import type { Rerun } from '../../grading/pure/grade/reruns.ts';
import type { Prover, RunAll } from './prove/proof.ts';

// The runners are imported by Node itself, at run time: a bundler would pull TF.js into the build of every page.
const native = <T>(root: string, path: string): Promise<T> =>
  import(/* @vite-ignore */ pathToFileURL(join(root, path)).href) as Promise<T>;

type RunMany = (widget: AnyWidget, list: readonly AnySettings[]) => Promise<readonly unknown[]>;
/** Threads that take runs together. */
interface Threads {
  readonly repeat: (
    runs: readonly Runnable[],
    onDone: (run: Runnable, rerun: Rerun) => void,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
}
type ReadData = (name: string) => Promise<Uint8Array>;
type Planted = (
  list: readonly AnySettings[],
  readData: ReadData,
) => Promise<readonly (readonly number[])[]>;

/** The prover of a book: what learns and what simulates, each run once. */
export async function proverOf(root: string): Promise<Prover & Pick<Threads, 'close'>> {
  const { loadWidgets } = await native<{ loadWidgets: () => Promise<Widgets> }>(
    root,
    'widgets/index.ts',
  );
  const { runManyOnNode } = await native<{ runManyOnNode: RunMany }>(root, 'widgets/run/node.ts');
  const { Threads } = await native<{ Threads: new (jobs: number) => Threads }>(
    root,
    'scripts/grade/rerun.ts',
  );
  const threads = new Threads(availableParallelism());
  return {
    widgets: await loadWidgets(),
    runs: runsBy(runManyOnNode, threads),
    close: () => threads.close(),
    async planted({ tag }, list) {
      const { planted } = await native<{ planted: Planted }>(
        root,
        `widgets/experiments/${tag}/planted.ts`,
      );
      const { dataFile } = await native<{ dataFile: ReadData }>(
        root,
        'widgets/run/data/data-file.ts',
      );
      return planted(list, dataFile);
    },
  };
}

/** From here on, simulations are spread over threads. */
const MANY = 24;

/** Runs whose measures are remembered for as long as the process lives. */
function runsBy(run: RunMany, threads: Threads): RunAll {
  const known = new Map<string, JudgedRun>();
  return async (widget, list) => {
    const keyOf = (settings: AnySettings): string => runKey(runnable(widget, settings));
    const wanted = new Map(list.map((one) => [keyOf(one), one]));
    for (const key of known.keys()) wanted.delete(key);
    const fresh = new Map(alikeTogether([...wanted], ([, settings]) => settings));
    if (fresh.size >= MANY && workerOf(widget) === 'sim') {
      const runs = [...fresh.values()].map((settings) => runnable(widget, settings));
      await threads.repeat(runs, (one, { state, ...found }) => {
        const settings = fresh.get(runKey(one));
        if (!settings || !('measures' in found))
          throw new Error(`${widget.tag}: a run is ${state}: ${found.why as string}`);
        known.set(runKey(one), { state: 'done', settings, ...found });
      });
    } else if (fresh.size > 0) {
      const outcomes = await run(widget, [...fresh.values()]);
      for (const [i, [key, settings]] of [...fresh].entries())
        known.set(key, { state: 'done', settings, ...measureAll(widget, outcomes[i]) });
    }
    return list.flatMap((one) => known.get(keyOf(one)) ?? []);
  };
}
