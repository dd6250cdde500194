/** Runs of simulations: each has a worker of its own, and one that is gone is replaced once. No DOM, no worker: both are handed in. */
import { isNamed, RunFailed, unwanted, whatItDid } from '../../kit/contract/faults.ts';
import { asFailure, carried, type Caller, type Watched } from './carry.ts';
import { FALLBACK, SIMULATION } from '#words/widgets/run/page/words';

/** Runs to the end. Rejects with RunFailed, or AbortError. */
export async function simulate(place: Watched, caller: Caller): Promise<void> {
  let isSecond = false;
  for (;;) {
    if (caller.signal.aborted) throw unwanted();
    try {
      return await carried(place.run(), place, caller);
    } catch (error) {
      if (isNamed(error, 'AbortError')) throw error;
      // Another run in the same worker has taken it along.
      if (isNamed(error, 'Bystander')) continue;
      if (isNamed(error, 'DataFault')) throw asFailure(error as Error);
      const isGone = isNamed(error, 'BackendFault');
      if (isGone) place.close();
      const did = whatItDid(error);
      // What a run throws is its own: it would throw it again.
      if (!isGone || isSecond) throw new RunFailed(SIMULATION.failed(did), FALLBACK.elsewhere);
      isSecond = true;
      caller.onNotice(SIMULATION.again(did));
    }
  }
}
