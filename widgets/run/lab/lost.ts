/** A device or context that goes away takes the run with it, whatever the run is waiting for. */
import { BackendFault } from '../../kit/contract/faults.ts';

/** Told by the back ends, heard by the worker. */
export interface Loss {
  /** Rejects with a BackendFault at the first report, and otherwise never settles. */
  readonly lost: Promise<never>;
  report(did: string): void;
}

/** A fresh ear: nothing lost so far. */
export function listenForLoss(): Loss {
  let reject!: (error: Error) => void;
  const lost = new Promise<never>((_, fail) => (reject = fail));
  lost.catch(() => undefined);
  return { lost, report: (did) => reject(new BackendFault(did)) };
}
