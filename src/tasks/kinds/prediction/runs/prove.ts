/** The values of a prediction's readings on several seeds, for a proof. */
import type { AnySettings } from '../../../../../widgets/kit/contract/params.ts';
import { AuthorFault } from '../../../../../widgets/kit/contract/author-settings.ts';
import { overSeeds } from '../../../practice/author/seeds.ts';
import type { Asked, ProofBench } from '../form.ts';
import type { ReadingAsked } from './data.ts';

/** One of them. */
interface SeedReading {
  readonly id: string;
  readonly measure: string;
  readonly value: number;
}

/** The readings of one seed, in their order. */
export interface SeedReadings {
  /** ` with seed 3`, or nothing where chance has no part. */
  readonly at: string;
  readonly values: readonly SeedReading[];
}

type ReadingOfProof = Asked & Pick<ReadingAsked, 'id' | 'own'>;

/** Runs all of them at the experiment's own seed and at seeds 1 to 5. Throws where one has no value. */
export async function readingsOverSeeds(
  asked: readonly ReadingOfProof[],
  { widget, settings, runs }: ProofBench,
): Promise<readonly SeedReadings[]> {
  const starts: readonly AnySettings[] = [settings, ...overSeeds(widget, settings)];
  const list = starts.flatMap((start) => asked.map(({ own }) => ({ ...start, ...own })));
  // One list: a learner that can trains all of them together.
  const done = await runs(list);
  return starts.map((start, i) => {
    const seed = start['seed'];
    const at = seed === undefined ? '' : ` with seed ${seed}`;
    const values = asked.map(({ id, measure }, j) => {
      const run = done[i * asked.length + j];
      const value = run?.measures[measure] ?? null;
      if (value === null) {
        throw new AuthorFault(
          `${measure} of "${id}" has no value${at}: ${run?.why[measure] ?? ''}`,
        );
      }
      return { id, measure, value };
    });
    return { at, values };
  });
}

/** True where two values differ by more than back ends may. */
export function isApart(
  a: SeedReading,
  b: SeedReading,
  margin: (measure: string) => number,
): boolean {
  const least = margin(a.measure) + margin(b.measure);
  // A hair's breadth for decimals that binary cannot hold.
  return Math.abs(a.value - b.value) > least * (1 + 1e-9);
}

/** The ids that occur twice, as faults. */
export function sharedIds(what: string, all: readonly { readonly id: string }[]): string[] {
  const ids = all.map(({ id }) => id);
  return ids.length > new Set(ids).size ? [`two ${what} have the same id`] : [];
}
