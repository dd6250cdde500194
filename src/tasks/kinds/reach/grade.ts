/** Grades a goal in a set: the best of the runs that are cited, as they were repeated. */
import { conditions } from '../../judge/conditions.ts';
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
import { RUN_RULES } from '../../grading/pure/grade/reruns.ts';
import { drawn, goalIn } from '../../sets/pure/variants/variant.ts';

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
      const share = all.length === 0 ? 0 : met / all.length;
      return done(item.whole ? Math.floor(share) : share, GRADES.conditions(met, all.length));
    });
    return judged.reduce(
      (best, one) => (rank(one) > rank(best) ? one : best),
      judged[0] ?? missing,
    );
  },
  decides: ({ goal, band, whole }, { answers }, seed) => ({
    answer: answers[seed],
    goal: [goal, band, ...(whole ? [whole] : [])],
  }),
};

/** A run that was judged says more than one that was not. */
const rank = ({ state, credit }: Judged): number => (state === 'unverified' ? -1 : credit);
