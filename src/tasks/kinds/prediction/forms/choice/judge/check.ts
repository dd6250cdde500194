/** Whether a picked prediction can be taken. */
import { idsIn, type Answer } from '../../../../../judge/answers.ts';
import { judged, unread, type Verdict } from '../../../../../judge/verdict.ts';
import { PICK } from '#words/src/tasks/kinds/prediction/forms/choice/judge/words';

/** Checks that one is picked. */
export function checkPicked(_key: object, answer: Answer): Verdict {
  return idsIn(answer).length === 1 ? judged(1, '') : unread(PICK);
}
