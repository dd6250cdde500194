/** Watching over work that happens elsewhere: silence, and a reader who no longer wants it. */
import { BackendFault, unwanted } from '../../kit/contract/faults.ts';
import { FAULTS } from '#words/widgets/kit/words/fault-words';

/** Time limits of a run, in milliseconds. */
export interface Limits {
  /** A worker that answers no call for so long is given up. */
  readonly quiet: number;
  /** How often it is asked. */
  readonly tick: number;
  /** How long a stopped run may take to wind up before its worker is closed. */
  readonly grace: number;
}
export const LIMITS: Limits = { quiet: 8000, tick: 500, grace: 1000 };

/**
 * Settles as `work` does, or rejects with a BackendFault when `alive` has gone unanswered for `quiet` milliseconds, or
 * with an AbortError as soon as the signal says so. Silence is counted in ticks, not by the clock: after a laptop's
 * sleep one tick has passed, and nobody is blamed.
 */
export async function watched<T>(
  work: Promise<T>,
  alive: () => Promise<unknown>,
  limits: Limits,
  signal: AbortSignal,
): Promise<T> {
  const abort = abortOf(signal);
  let timer: ReturnType<typeof setInterval> | undefined;
  const silence = new Promise<never>((_, reject) => {
    let asked = false;
    let silent = 0;
    const heard = (): void => {
      asked = false;
      silent = 0;
    };
    timer = setInterval(() => {
      silent += limits.tick;
      if (silent > limits.quiet) reject(new BackendFault(FAULTS.silent));
      if (asked) return;
      asked = true;
      alive().then(heard, reject);
    }, limits.tick);
  });
  try {
    return await Promise.race([work, silence, abort.promise]);
  } finally {
    clearInterval(timer);
    abort.leave();
  }
}

/** Rejects with an AbortError as soon as the signal does; `leave` takes the listener away again. */
export function abortOf(signal: AbortSignal): { readonly promise: Promise<never>; leave(): void } {
  let listener = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    listener = () => reject(unwanted());
    if (signal.aborted) listener();
    else signal.addEventListener('abort', listener, { once: true });
  });
  promise.catch(() => undefined);
  return { promise, leave: () => signal.removeEventListener('abort', listener) };
}

/** True when the work has settled (either way) within so many milliseconds. */
export function settlesWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    const settled = (): void => {
      clearTimeout(timer);
      resolve(true);
    };
    work.then(settled, settled);
  });
}
