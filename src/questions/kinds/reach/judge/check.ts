/** Judges a run against a goal. */
import { runIn, type Answer, type JudgedRun } from '../../../judge/answers.ts';
import { judged, unread, type AnswerKey, type Verdict } from '../../../judge/verdict.ts';
import { GOAL_RUNS } from '../run-words.ts';
import { GOALS } from '../words.ts';

/** Bounds of one measure; those that are there must all hold. */
export interface Limit {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly above?: number | undefined;
  readonly below?: number | undefined;
}

/** Measures by name, each with its bounds. */
export type Goal = Readonly<Record<string, Limit>>;

/** What a run is judged by. */
export interface ReachKey extends AnswerKey {
  readonly kind: 'reach';
  readonly goal: Goal;
}

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
  run: JudgedRun,
  margin: (measure: string) => number = () => 0,
): readonly Condition[] {
  return Object.entries(goal).map(([measure, limit]) => {
    const value = run.measures[measure] ?? null;
    if (value === null) {
      return { measure, met: false, value, why: run.why[measure] ?? 'it was not measured' };
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

/** Judges a run against a goal: every condition must hold, and a run stopped early meets none. */
export function checkReach({ goal }: ReachKey, answer: Answer): Verdict {
  const run = runIn(answer);
  if (!run) return unread(GOALS.notRun);
  if (run.state !== 'done') return unread(GOAL_RUNS.partial);
  const all = conditions(goal, run);
  const met = all.filter((condition) => condition.met).length;
  const share = all.length === 0 ? 0 : met / all.length;
  const why = all.flatMap((c) =>
    c.why === undefined ? [] : [`${c.measure}: ${GOAL_RUNS.noValue(c.why)}.`],
  );
  return judged(
    share,
    share === 1 ? GOAL_RUNS.all : [GOAL_RUNS.some(met, all.length), ...why].join(' '),
    all.filter((condition) => !condition.met).map((condition) => condition.measure),
  );
}
