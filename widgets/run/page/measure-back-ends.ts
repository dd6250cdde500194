/** Back ends opened only to learn what each is worth in this browser. No DOM, no worker: both are handed in. */
import type { Finding, Setback, Trip, Workplace } from './fallback.ts';
import { asFailure, carried } from './carry.ts';
import { isNamed, whatItDid } from '../../kit/contract/faults.ts';

/**
 * Opens one after another. A fault is a finding here, not an end: the next back end is opened in a fresh worker.
 * Resolves with what failed. Rejects with RunFailed when a file did not arrive.
 */
export async function survey(
  place: Workplace,
  names: readonly string[],
  trip: Pick<Trip, 'signal' | 'onFinding' | 'limits'>,
): Promise<Setback[]> {
  const setbacks: Setback[] = [];
  for (const backend of names) {
    let finding: Finding;
    try {
      finding = await carried(place.open(backend), place, trip);
    } catch (error) {
      if (isNamed(error, 'AbortError')) throw error;
      place.close();
      if (isNamed(error, 'DataFault')) throw asFailure(error as Error);
      finding = { state: 'failed', detail: whatItDid(error) };
    }
    if (finding.state === 'failed') setbacks.push({ backend, did: finding.detail, begun: false });
    trip.onFinding?.(backend, finding);
  }
  return setbacks;
}
