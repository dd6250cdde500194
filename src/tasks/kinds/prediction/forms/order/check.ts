/** Whether a predicted order can be taken: any order can. */
import { idsIn, type Answer } from '../../../../judge/answers.ts';
import { judged, unread, type Verdict } from '../../../../judge/verdict.ts';

/** Checks that there is one. */
export function check(_key: object, answer: Answer): Verdict {
  return idsIn(answer).length > 0 ? judged(1, '') : unread('');
}
