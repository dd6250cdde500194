/** Conditions on the measures of a run: bounds, and how a run stands against them. */
import type { JudgedRun } from './answers.ts';
import { NOT_MEASURED } from '#words/src/tasks/judge/words';

/** Bounds of one measure; those that are there must all hold. */
export interface Limit {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly above?: number | undefined;
  readonly below?: number | undefined;
}

/** Measures by name, each with its bounds. */
export type Goal = Readonly<Record<string, Limit>>;

/** How one measure stands against its bounds. */
export interface Condition {
  readonly measure: string;
  readonly met: boolean;
  readonly value: number | null;
  /** Why there is no value. */
  readonly why?: string;
}

/** How a run stands against each condition of a goal; `margin` tightens every bound, for proofs. */
export function conditions(
  goal: Goal,
  run: JudgedRun,
  margin: (measure: string) => number = () => 0,
): readonly Condition[] {
  return Object.entries(goal).map(([measure, limit]) => {
    const value = run.measures[measure] ?? null;
    if (value === null) {
      return { measure, met: false, value, why: run.why[measure] ?? NOT_MEASURED };
    }
    return { measure, value, met: run.state === 'done' && fits(limit, value, margin(measure)) };
  });
}

function fits(limit: Limit, value: number, margin: number): boolean {
  return (
    (limit.atLeast === undefined || value >= limit.atLeast + margin) &&
    (limit.atMost === undefined || value <= limit.atMost - margin) &&
    (limit.above === undefined || value > limit.above + margin) &&
    (limit.below === undefined || value < limit.below - margin)
  );
}
