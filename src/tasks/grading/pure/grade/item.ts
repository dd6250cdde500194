/** Judges one item by what the grader has found itself: the variant, the key, the runs that it has repeated. */
import { missing, unsure, type Judged, type Judging } from './judging.ts';
import { GRADES } from '#words/src/tasks/grading/pure/grade/words';
import { judgeOf } from '../../../sets/judges.ts';
import { isAnswered } from '../../../sets/pure/work/answered.ts';
import { toldIn } from './told.ts';

/** Judges what was handed in for an item. */
export function judgeItem(judging: Judging): Judged {
  const { item, key, handed } = judging;
  if (handed.version !== item.version) return unsure(GRADES.otherVersion);
  if (!isAnswered(item, handed)) return missing;
  if (key.kind !== item.kind) return unsure(GRADES.noKey);
  return judgeOf(item).judge({ ...judging, key: toldIn(key, item, judging.seed) });
}
