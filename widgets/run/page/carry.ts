/** A run in a worker, carried to its end: whoever wants it may stop it, and a worker that does not wind up is closed. */
import { Bystander, RunFailed, unwanted } from '../../kit/contract/faults.ts';
import { LIMITS, settlesWithin, watched, type Limits } from './watch.ts';
import { FALLBACK } from '#words/widgets/run/page/words';

/** Who wants a run, and hears what becomes of it. */
export interface Caller {
  readonly signal: AbortSignal;
  onNotice(sentence: string): void;
  readonly limits?: Limits;
}

/** A worker that runs something. */
export interface Watched {
  run(): Promise<void>;
  /** Answers as long as the worker can. */
  alive(): Promise<unknown>;
  /** Tells the run that nobody wants it. */
  stop(): void;
  /** Ends the worker; other runs in it end with the fault, or take it for one that stopped answering. */
  close(fault?: Error): void;
}

/** Waits for the worker's promise; a stop is passed on, and a worker that does not wind up in time is closed. */
export async function carried<T>(
  work: Promise<T>,
  place: Watched,
  { signal, limits = LIMITS }: Omit<Caller, 'onNotice'>,
): Promise<T> {
  try {
    return await watched(work, () => place.alive(), limits, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    place.stop();
    if (!(await settlesWithin(work, limits.grace))) place.close(new Bystander());
    throw unwanted();
  }
}

/** A DataFault says what is wrong in its first sentence and what to do in the rest. */
export function asFailure(error: Error): RunFailed {
  const end = error.message.indexOf('. ');
  if (end < 0) return new RunFailed(error.message, FALLBACK.pressRun);
  return new RunFailed(error.message.slice(0, end + 1), error.message.slice(end + 2));
}
