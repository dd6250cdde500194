/** Which runs a grader repeats. */
import { runKey, type Runnable } from '../../../../../widgets/kit/record/run-key.ts';
import { judgeOf } from '../../../sets/judges.ts';
import type { Assignment } from '../../../sets/pure/format/assignment.ts';
import type { Submission } from '../../../sets/pure/submission/submission.ts';
import { drawn, variantOf } from '../../../sets/pure/variants/variant.ts';

/** Every run that these hand-ins cite and that would count, each once. */
export function wantedRuns(
  assignment: Assignment,
  submissions: readonly Submission[],
): readonly Runnable[] {
  const wanted = new Map<string, Runnable>();
  for (const { student, items } of submissions) {
    for (const item of assignment.items) {
      const handed = Object.hasOwn(items, item.id) ? items[item.id] : undefined;
      const { runs } = judgeOf(item);
      if (!runs || !handed) continue;
      const values = drawn(item, variantOf(assignment, item, student.number));
      for (const { widget, version, settings, ...rest } of handed.runs) {
        if (runs.unfit(item, values, { widget, version, settings, ...rest }) !== undefined)
          continue;
        const run = { widget, version, settings };
        wanted.set(runKey(run), run);
      }
    }
  }
  return [...wanted.values()];
}
