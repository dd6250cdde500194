/** The values of a prediction's readings on several seeds, for a proof. */
import type { ShownMeasure } from '../../../judge/shown-measure.ts';
import type { Asked, ProofOn } from '../form.ts';
import { shownMeasure } from '../../../practice/author/context.ts';
import { id, settings, text } from '../../../practice/author/fields.ts';
import { overSeeds } from '../../../practice/author/seeds.ts';
import { AuthorFault } from '../../../../../widgets/kit/contract/author-settings.ts';
import type { AnySettings } from '../../../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../../../widgets/kit/contract/widget.ts';

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
  { widget, settings, runs }: ProofOn,
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

/** An option or an item that stands for a run, a measure, or both: what is left out is the prediction's own. */
export const ofRun = {
  id,
  text,
  measure: text.optional(),
  when: settings.optional(),
};

/** One answer of several, by the run and the measure that it stands for. */
export interface OfRun {
  readonly id: string;
  readonly measure?: string | undefined;
  readonly when?: Readonly<Record<string, string | number>> | undefined;
}

/** A number that one of the answers stands for: a measure of a run, by what sets the run apart from the prediction's own. */
export interface ReadingAsked {
  readonly id: string;
  readonly measure: string;
  readonly own: AnySettings;
  readonly shown: ShownMeasure;
}

/** The readings of several answers; `measure` is meant where they name none. */
export function readingsOf(
  all: readonly OfRun[],
  measure: string | undefined,
  widget: AnyWidget,
): readonly ReadingAsked[] {
  return asksOf(all, measure).map(({ id, measure: of, own }) => ({
    ...{ id, own, measure: of },
    shown: shownMeasure(widget, of),
  }));
}

/** What several answers ask for. Throws where one names no measure and the prediction has none. */
export function asksOf(
  all: readonly OfRun[],
  measure: string | undefined,
): readonly (Asked & Pick<ReadingAsked, 'id' | 'own'>)[] {
  return all.map((one) => {
    const of = one.measure ?? measure;
    if (of === undefined)
      throw new AuthorFault(`"${one.id}" names no measure, and the prediction none for all`);
    return { id: one.id, measure: of, own: one.when ?? {} };
  });
}
