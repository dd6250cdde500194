/** Judges a run against a goal. */
import type { Attempt, Goal, Limit, Verdict } from '../../../judge/types.ts';
import { judged, unread } from '../../../judge/verdict.ts';
import { GOALS } from '../../../judge/words.ts';

/** How one measure stands against its bounds. */
interface Condition {
  readonly measure: string;
  readonly met: boolean;
  readonly value: number | null;
  /** Why there is no value. */
  readonly why?: string;
}

/** How a run stands against each condition of a goal; `margin` tightens every bound, for proofs. */
export function conditions(
  goal: Goal,
  attempt: Attempt,
  margin: (measure: string) => number = () => 0,
): readonly Condition[] {
  return Object.entries(goal).map(([measure, limit]) => {
    const value = attempt.measures[measure] ?? null;
    if (value === null) {
      return { measure, met: false, value, why: attempt.why[measure] ?? 'it was not measured' };
    }
    return { measure, value, met: attempt.state === 'done' && fits(limit, value, margin(measure)) };
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

/** Judges a run against a goal: every condition must hold, and a run stopped early meets none. */
export function checkReach(goal: Goal, attempt: Attempt): Verdict {
  if (attempt.state !== 'done') return unread(GOALS.partial);
  const all = conditions(goal, attempt);
  const met = all.filter((condition) => condition.met).length;
  const share = all.length === 0 ? 0 : met / all.length;
  const why = all.flatMap((c) =>
    c.why === undefined ? [] : [`${c.measure}: ${GOALS.noValue(c.why)}.`],
  );
  return judged(
    share,
    share === 1 ? GOALS.all : [GOALS.some(met, all.length), ...why].join(' '),
    all.filter((condition) => !condition.met).map((condition) => condition.measure),
  );
}
