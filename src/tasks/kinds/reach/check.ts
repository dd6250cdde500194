/** Judges a run against a goal. */
import { runIn, type Answer } from '../../judge/answers.ts';
import { conditions, type Goal } from '../../judge/conditions.ts';
import { judged, unread, type AnswerKey, type Verdict } from '../../judge/verdict.ts';
import { GOAL_RUNS, GOALS } from '#words/src/tasks/kinds/reach/words';

/** What a run is judged by. */
export interface ReachKey extends AnswerKey {
  readonly kind: 'reach';
  readonly goal: Goal;
  /** What a reader knows the measures as. */
  readonly shown?: Readonly<Record<string, { readonly label: string }>>;
}

/** Judges a run against a goal: every condition must hold, and a run stopped early meets none. */
export function check({ goal, shown }: ReachKey, answer: Answer): Verdict {
  const run = runIn(answer);
  if (!run) return unread(GOALS.notRun);
  if (run.state !== 'done') return unread(GOAL_RUNS.partial);
  const all = conditions(goal, run);
  const met = all.filter((condition) => condition.met).length;
  const share = all.length === 0 ? 0 : met / all.length;
  const why = all.flatMap((c) =>
    c.why === undefined
      ? []
      : [`${shown?.[c.measure]?.label ?? c.measure}: ${GOAL_RUNS.noValue(c.why)}.`],
  );
  return judged(
    share,
    share === 1 ? GOAL_RUNS.all : [GOAL_RUNS.some(met, all.length), ...why].join(' '),
    all.filter((condition) => !condition.met).map((condition) => condition.measure),
  );
}
