/** Repeats frozen runs and holds them against what was frozen: measures, the whole outcome, the sentence, the table. */
import { expect } from 'vitest';
import { dataOf } from './fixture.ts';
import { hashOf } from './frozen-form.ts';
import { measuresOf, run, type AnySettings } from './today.ts';

/** A run as it was; a table is frozen as its hash or, where it is short, whole. */
interface Frozen {
  /** Only what differs from the defaults. */
  readonly settings: AnySettings;
  readonly measures: Readonly<Record<string, number | null>>;
  /** Why some measures have no value. */
  readonly why?: Readonly<Record<string, string>>;
  readonly outcome: string;
  /** Said with the run before in hand, except for the first. */
  readonly said: string;
  readonly table: string | { readonly rows: readonly unknown[] };
}

/** The frozen runs of one experiment. */
export function frozenRuns(tag: string): readonly Frozen[] {
  return dataOf(`digits/${tag}.json`) as readonly Frozen[];
}

/** Runs all of them again, in their order; every difference is named with its settings. */
export async function repeat(tag: string): Promise<void> {
  let before: unknown;
  for (const { settings, measures, why, outcome, said, table } of frozenRuns(tag)) {
    const now = await run(tag, settings, before);
    const what = JSON.stringify(settings);
    const measured = measuresOf(tag, now.outcome);
    expect.soft(measured.measures, what).toMatchObject(measures);
    expect.soft(measured.why, what).toMatchObject(why ?? {});
    expect.soft(hashOf(now.outcome), what).toBe(outcome);
    expect.soft(now.said, what).toBe(said);
    const sameTable = typeof table === 'string' ? table : hashOf(table);
    expect.soft(hashOf(now.table), what).toBe(sameTable);
    before = now.outcome;
  }
}
