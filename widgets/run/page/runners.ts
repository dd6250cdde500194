/** The page's way to the workers that compute: opened at the first run, kept, replaced when they fail. */
import { proxy } from 'comlink';
import { DataFault, unwanted } from '../../kit/contract/faults.ts';
import { asset, simulator } from './kept-workers.ts';
import type { AnySettings } from '../../kit/contract/params.ts';
import type * as Lab from './run-in-lab.ts';
import type { Order, PageSide } from '../protocol.ts';
import { simulate } from './simulate.ts';
import { asFailure } from './carry.ts';
import { abortOf } from './watch.ts';
import { workerOf, type AnyWidget } from '../../kit/contract/widget.ts';
import { FILES } from '#words/widgets/run/page/file-words';

interface Listening {
  readonly onNotice: (sentence: string) => void;
  readonly signal: AbortSignal;
}
interface Running<O> extends Listening {
  readonly settings: AnySettings;
  readonly onOutcome: (outcome: O, share: number) => Promise<void>;
}
interface Spreading<O> extends Listening {
  /**
   * Called for each of the settings with its place in the list, and again whenever a sweep has looked at its models once
   * more, or when it starts again on another back end: the last one counts, and none before the promise resolves.
   */
  readonly onOutcome: (outcome: O, index: number) => Promise<void>;
  /** How much of the work is done, 0 to 1; told after the outcomes that came with it. The work waits for its promise. */
  readonly onShare?: (share: number) => Promise<void>;
}

let runs = 0;
/** What a record says that was simulated, in place of a back end. */
const SIMULATED = { backend: 'sim' };

/** Runs once, showing stages as they come. Rejects with RunFailed, or with an AbortError at once when the signal says so. */
export function runOnPage<O>(
  runner: AnyWidget['runner'],
  running: Running<O>,
): Promise<{ backend: string }> {
  const show = (outcome: unknown, share: number): Promise<void> =>
    running.onOutcome(outcome as O, share);
  return onPage(runner, running.settings, running, { show });
}

/** Runs a list of settings: all at once where the runner has a sweep, else in turn, several to a parcel where they are quick. */
export function spreadOnPage<O>(
  runner: AnyWidget['runner'],
  list: readonly AnySettings[],
  spreading: Spreading<O>,
): Promise<{ backend: string }> {
  const showMany: PageSide['showMany'] = async (outcomes, share) => {
    await Promise.all(outcomes.map(([one, index]) => spreading.onOutcome(one as O, index)));
    await spreading.onShare?.(share);
  };
  return onPage(runner, list, spreading, { showMany });
}

function onPage(
  runner: AnyWidget['runner'],
  settings: Order['settings'],
  { signal, onNotice }: Listening,
  shows: Partial<PageSide>,
): Promise<{ backend: string }> {
  const wanted =
    <A extends unknown[], R>(call: (...list: A) => R) =>
    (...list: A): R => {
      if (signal.aborted) throw unwanted();
      return call(...list);
    };
  const unasked = (): Promise<void> => Promise.resolve();
  const page = proxy<PageSide>({
    asset,
    show: wanted(shows.show ?? unasked),
    showMany: wanted(shows.showMany ?? unasked),
  });
  const order = { id: (runs += 1), runner, settings };
  const caller = { signal, onNotice };
  const abort = abortOf(signal);
  const run =
    workerOf({ runner }) === 'lab'
      ? inLab().then((lab) => lab.runInLab(page, order, caller))
      : simulate(simulator(runner.replace('/', '-'), page, order), caller).then(() => SIMULATED);
  // The reader's stop is answered now; the worker winds up behind it.
  return Promise.race([run, abort.promise]).finally(() => abort.leave());
}

/** What only training needs; a reader may move what is set of a model's use without it. */
async function inLab(): Promise<typeof Lab> {
  try {
    return await import('./run-in-lab.ts');
  } catch {
    throw asFailure(new DataFault(FILES.notLoaded('run-in-lab.js')));
  }
}
