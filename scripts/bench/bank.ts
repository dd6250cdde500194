/** How long the proofs of all assignments take: kept from before, and made anew. */
import { provenAssignments } from '../../src/tasks/sets/author/load.ts';
import type { Sizes } from './parts.ts';
import type { Add } from './report.ts';

/** In milliseconds, on two cores. */
const WARM = 90_000;
const COLD = 600_000;

/** Item by item none is told: the whole bank is what a build waits for. */
export async function benchBank({ items }: Sizes, add: Add): Promise<void> {
  const timed = async (anew: boolean): Promise<number> => {
    const from = performance.now();
    await provenAssignments(undefined, { anew, items });
    return performance.now() - from;
  };
  // Once before, so that what is measured next is kept.
  await timed(false);
  add({
    name: 'all assignments, proofs kept',
    unit: 'ms',
    values: [await timed(false)],
    limit: WARM,
  });
  add({ name: 'the same, proved anew', unit: 'ms', values: [await timed(true)], limit: COLD });
}
