/** Whether a predicted order can be taken: any order can. */
import { idsIn, type Answer } from '../../../../../../questions/judge/answers.ts';
import { judged, unread, type Verdict } from '../../../../../../questions/judge/verdict.ts';

/** Checks that there is one. */
export function checkSorted(_key: object, answer: Answer): Verdict {
  return idsIn(answer).length > 0 ? judged(1, '') : unread('');
}
