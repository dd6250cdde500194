/** The page's way to the workers that compute: opened at the first run, kept, replaced when they fail. */
import { proxy } from 'comlink';
import { BackendChoice, BACKENDS, backendTitle, type BackendFacts } from './back-ends.ts';
import { runWithFallback, type Setback, type Trip, type Workplace } from './fallback.ts';
import { unwanted } from '../../kit/contract/faults.ts';
import { asset, workplace } from './kept-workers.ts';
import type { AnySettings } from '../../kit/contract/params.ts';
import { readableQuery } from '../../kit/contract/query.ts';
import { survey } from './measure-back-ends.ts';
import type { Order, PageSide } from '../protocol.ts';
import { abortOf } from './watch.ts';
import { workerOf, type AnyWidget } from '../../kit/contract/widget.ts';
import { WANTED, WORDS } from '#words/widgets/kit/words/words';

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

const choice = new BackendChoice();
/** What the address asks for and is no back end; said once, with the first run of a model. */
let unknown = '';
if (typeof location !== 'undefined') {
  const asked = new URLSearchParams(readableQuery(location.search)).get('backend');
  choice.choose(asked);
  if (asked && !choice.chosen) unknown = asked;
}
let runs = 0;
const isChosen = (backend: string): boolean => backend === choice.chosen;

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
  const isLab = workerOf({ runner }) === 'lab';
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
  // The lab is one for all; each simulation has a worker of its own.
  const file = isLab ? 'lab' : runner.replace('/', '-');
  const place = workplace(file, page, isChosen, { id: (runs += 1), runner, settings });
  const abort = abortOf(signal);
  const trip = { signal, onNotice, title: backendTitle };
  // A simulation has one way to run: a worker that died is replaced once.
  const run = isLab ? onBestBackend(place, trip) : runWithFallback(place, ['sim', 'sim'], trip);
  // The reader's stop is answered now; the worker winds up behind it.
  return Promise.race([run, abort.promise]).finally(() => abort.leave());
}

/** Measures what has not been measured yet, once for all runs, and goes where it is best; the reader's choice goes first. */
async function onBestBackend(
  place: Workplace,
  trip: Pick<Trip, 'signal' | 'onNotice' | 'title'>,
): Promise<{ backend: string }> {
  if (unknown) {
    const known = WANTED.oneOf(BACKENDS);
    trip.onNotice(WORDS.unreadable('backend', unknown.slice(0, 60), known));
    unknown = '';
  }
  const setbacks = await (measuring ??= measured().finally(() => (measuring = undefined)));
  const { chosen } = choice;
  const order = choice.order();
  const ahead = (name: string): number => BACKENDS.findIndex((one) => one === name);
  return runWithFallback(place, order, {
    ...trip,
    // That a back end failed is worth a word where it would have been preferred.
    setbacks: setbacks.filter(({ backend }) => ahead(backend) < ahead(order[0] ?? '')),
    onFinding: (backend, finding) => choice.found(backend, finding, chosen),
    chosen,
  });
}

let measuring: Promise<readonly Setback[]> | undefined;

/** Opens every back end that nothing is known of; no single run may stop it, for the next one needs it too. */
async function measured(): Promise<readonly Setback[]> {
  const names = choice.untried();
  if (names.length === 0) return [];
  const unasked = (): Promise<void> => Promise.resolve();
  const page = proxy<PageSide>({ asset, show: unasked, showMany: unasked });
  const place = workplace('lab', page, isChosen);
  return survey(place, names, {
    signal: new AbortController().signal,
    onFinding: (backend, finding) => choice.found(backend, finding, ''),
  });
}
