/** The page's way to the workers that compute: opened at the first touch, kept, replaced when they fail. */
import { proxy, transfer } from 'comlink';
import { readAsset } from './assets.ts';
import { BackendChoice, backendTitle, type BackendFacts } from './back-ends.ts';
import { runWithFallback, type Workplace } from './fallback.ts';
import { RunFailed, unwanted } from './faults.ts';
import { openWorker, type OpenWorker } from './open-worker.ts';
import type { AnySettings } from './params.ts';
import type { Order, PageSide } from './talk.ts';
import { abortOf } from './watch.ts';
import { kindOf, type AnyWidget, type Kind } from './widget.ts';

export { backendTitle, BACKENDS, type BackendFacts, type BackendName } from './back-ends.ts';
export { RunFailed };

interface Listening {
  readonly onNotice: (sentence: string) => void;
  readonly signal: AbortSignal;
}
export interface Running<O> extends Listening {
  readonly settings: AnySettings;
  readonly onOutcome: (outcome: O, share: number) => Promise<void>;
}
export interface Spreading<O> extends Listening {
  /**
   * Called for each of the settings with its place in the list, and again whenever a sweep has looked at its models once
   * more, or when it starts again on another back end: the last one counts, and none before the promise resolves.
   */
  readonly onOutcome: (outcome: O, index: number) => Promise<void>;
  /** How much of the work is done, 0 to 1; told after the outcomes that came with it. The work waits for its promise. */
  readonly onShare?: (share: number) => Promise<void>;
}

const kept: Partial<Record<Kind, Promise<OpenWorker>>> = {};
const choice = new BackendChoice();
if (typeof location !== 'undefined') {
  choice.choose(new URLSearchParams(location.search).get('backend'));
}
let runs = 0;

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

/** The back end that the last run of a model used; nothing before the first. */
export function backendInUse(): BackendFacts | undefined {
  return choice.inUse();
}

/** Every back end with what is known of it. */
export function backends(): readonly BackendFacts[] {
  return choice.facts();
}

/** The reader's choice, from the next run on; `undefined` leaves it to the book again. */
export function chooseBackend(name: string | undefined): void {
  choice.choose(name);
}

/** The back end that the reader asked for, here or by `?backend=` in the address. */
export function chosenBackend(): string | undefined {
  return choice.chosen;
}

function onPage(
  runner: AnyWidget['runner'],
  settings: Order['settings'],
  { signal, onNotice }: Listening,
  shows: Partial<PageSide>,
): Promise<{ backend: string }> {
  const kind = kindOf({ runner });
  const wanted =
    <A extends unknown[], R>(call: (...list: A) => R) =>
    (...list: A): R => {
      if (signal.aborted) throw unwanted();
      return call(...list);
    };
  const unasked = (): Promise<void> => Promise.resolve();
  const page = proxy<PageSide>({
    asset: async (name) => {
      const bytes = await readAsset(name);
      return transfer(bytes, [bytes.buffer]);
    },
    show: wanted(shows.show ?? unasked),
    showMany: wanted(shows.showMany ?? unasked),
  });
  const place = workplace(kind, { id: (runs += 1), runner, settings }, page);
  // A simulation has one way to run: a worker that died is replaced once.
  const order = kind === 'lab' ? choice.order() : ['sim', 'sim'];
  const abort = abortOf(signal);
  const run = runWithFallback(place, order, {
    signal,
    onNotice,
    title: backendTitle,
    onFinding: (backend, finding) => kind === 'lab' && choice.found(backend, finding),
    ...(kind === 'lab' && { chosen: choice.chosen }),
  });
  // The reader's stop is answered now; the worker winds up behind it.
  return Promise.race([run, abort.promise]).finally(() => abort.leave());
}

/** The kept worker of a kind, through the eyes of one run. */
function workplace(kind: Kind, order: Order, page: PageSide): Workplace {
  let mine: OpenWorker | undefined;
  return {
    open: async (backend) => {
      mine = await workerFor(kind, backend);
      return mine.open(backend, backend === choice.chosen, page);
    },
    run: async () => mine?.held((remote) => remote.run(order, page)),
    alive: async () => mine?.held((remote) => remote.alive()),
    stop: () => void mine?.held((remote) => remote.stop(order.id)).catch(() => undefined),
    close: () => mine?.close(),
  };
}

/** A worker with that back end, or with none yet; one that has another is closed when its runs have ended. */
async function workerFor(kind: Kind, backend: string): Promise<OpenWorker> {
  const waiting = kept[kind];
  const old = await waiting?.catch(() => undefined);
  if (waiting !== kept[kind]) return workerFor(kind, backend);
  const other = old?.ready !== undefined && old.ready !== backend;
  if (old && !old.isClosed && !other) return old;
  if (other) old?.retire();
  return (kept[kind] = openWorker(`workers/${kind}.js`));
}
