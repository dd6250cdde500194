/** Judges a run against a goal. */
import { runIn, type Answer } from '../../judge/answers.ts';
import { conditions, type Goal } from '../../judge/conditions.ts';
import { judged, unread, type AnswerKey, type Verdict } from '../../judge/verdict.ts';
import { GOAL_RUNS } from '#words/src/tasks/kinds/reach/run-words';
import { GOALS } from '#words/src/tasks/kinds/reach/words';
import { runKey } from '../../../../widgets/kit/record/run-key.ts';
import { GRADES, RERUNS } from '#words/src/tasks/grading/pure/grade/words';
import type { ReachItem, ReachItemKey } from './item.ts';
import {
  done,
  missing,
  unsure,
  type ItemJudge,
  type Judged,
} from '../../grading/pure/grade/judging.ts';
import { RUN_RULES } from '../../grading/pure/grade/run-rules.ts';
import { drawn, goalIn } from '../../sets/pure/variants/variant.ts';

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

export const JUDGE: ItemJudge<ReachItem, ReachItemKey> = {
  runs: RUN_RULES,
  /** The best of the cited runs counts. */
  judge({ item, seed, handed, reruns }) {
    const values = drawn(item, seed);
    const goal = goalIn(item, values);
    const judged = handed.runs.map((run): Judged => {
      const why = RUN_RULES.unfit(item, values, run);
      if (why !== undefined) return unsure(why);
      const rerun = reruns.get(runKey(run));
      if (rerun?.state === 'refused') return unsure(rerun.why);
      if (rerun?.state !== 'done') return unsure(RERUNS.failed(rerun?.why));
      const seen = { state: 'done' as const, measures: rerun.measures, why: rerun.why };
      // The benefit of the doubt: a bound is widened by what back ends differ by.
      const all = conditions(goal, seen, (measure) => -(item.band[measure] ?? 0));
      const met = all.filter((one) => one.met).length;
      return done(all.length === 0 ? 0 : met / all.length, GRADES.conditions(met, all.length));
    });
    return judged.reduce(
      (best, one) => (rank(one) > rank(best) ? one : best),
      judged[0] ?? missing,
    );
  },
  decides: ({ goal, band }, { answers }, seed) => ({ answer: answers[seed], goal: [goal, band] }),
};

/** A run that was judged says more than one that was not. */
const rank = ({ state, credit }: Judged): number => (state === 'unverified' ? -1 : credit);
