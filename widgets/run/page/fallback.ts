/** One run, carried from back end to back end until one of them finishes it. No DOM, no worker: both are handed in. */
import {
  BackendFault,
  isNamed,
  RunFailed,
  unwanted,
  whatItDid,
} from '../../kit/contract/faults.ts';
import { asFailure, carried, type Caller, type Watched } from './carry.ts';
import { FALLBACK } from '#words/widgets/run/page/words';

/** What opening a back end found. */
export interface Finding {
  /** `absent` and `software` are no faults: the next one is taken without a word. */
  readonly state: 'ready' | 'absent' | 'software' | 'failed';
  /** The adapter as it names itself, or why the back end is not used. */
  readonly detail: string;
  /** How long its self-test took, in milliseconds. */
  readonly checkedIn?: number;
  /** How long a step of a short training took in this browser, in milliseconds. */
  readonly stepMs?: number;
}

/** A worker that learns, as the run needs it. */
export interface Workplace extends Watched {
  /** Opens a back end, in a fresh worker if the last one was closed. */
  open(backend: string): Promise<Finding>;
}

/** What goes with a run: who listens, and how the switch to another back end is said. */
export interface Trip extends Caller {
  /** Told of each back end tried, for the list that the reader sees. */
  onFinding?(backend: string, finding: Finding): void;
  title(backend: string): string;
  /** A back end that the reader asked for: its absence deserves a sentence too. */
  readonly chosen?: string | undefined;
  /** What has failed before the run: said with what fails in it. */
  readonly setbacks?: readonly Setback[];
}

/** A back end that could not do it. */
export interface Setback {
  readonly backend: string;
  readonly did: string;
  /** Whether the run had begun on it. */
  readonly begun: boolean;
}

/** Runs on the first back end of `order` that can; resolves with its name. Rejects with RunFailed, or AbortError. */
export async function runWithFallback(
  place: Workplace,
  order: readonly string[],
  trip: Trip,
): Promise<{ backend: string }> {
  const setbacks: Setback[] = [...(trip.setbacks ?? [])];
  const left = [...order];
  for (let backend = left.shift(); backend !== undefined; backend = left.shift()) {
    if (trip.signal.aborted) throw unwanted();
    const attempt = { begun: false };
    try {
      if (await opened(place, backend, trip, setbacks)) {
        attempt.begun = true;
        await carried(place.run(), place, trip);
        return { backend };
      }
    } catch (error) {
      if (isNamed(error, 'AbortError')) throw error;
      if (isNamed(error, 'Bystander')) {
        left.unshift(backend);
        continue;
      }
      if (isNamed(error, 'DataFault')) throw asFailure(error as Error);
      // Where no other back end could do better, what a run throws is its own: it ends, the worker serves whoever else is in it.
      const isOwn = !isNamed(error, 'BackendFault') && order.every((one) => one === backend);
      if (isOwn) left.length = 0;
      else place.close();
      const did = whatItDid(error);
      setbacks.push({ backend, did, begun: attempt.begun });
      trip.onFinding?.(backend, { state: 'failed', detail: did });
    }
  }
  throw new RunFailed(FALLBACK.nothingLeft(told(setbacks, trip)), FALLBACK.elsewhere);
}

async function opened(
  place: Workplace,
  backend: string,
  trip: Trip,
  setbacks: Setback[],
): Promise<boolean> {
  const finding = await carried(place.open(backend), place, trip);
  trip.onFinding?.(backend, finding);
  if (finding.state === 'ready') {
    if (setbacks.length > 0) trip.onNotice(switched(setbacks, backend, trip));
    return true;
  }
  if (finding.state === 'failed') throw new BackendFault(finding.detail);
  if (backend === trip.chosen) {
    setbacks.push({ backend, did: FALLBACK.notHere, begun: false });
  }
  return false;
}

function told(setbacks: readonly Setback[], trip: Trip): string {
  return setbacks.map(({ backend, did }) => `${trip.title(backend)} ${did}`).join(', ');
}

function switched(setbacks: readonly Setback[], next: string, trip: Trip): string {
  const hadBegun = setbacks.some((setback) => setback.begun);
  const where = setbacks.at(-1)?.backend === next ? undefined : trip.title(next);
  return FALLBACK.again(told(setbacks, trip), hadBegun, where);
}
