/** Whether a picked prediction can be taken. */
import { idsIn, type Answer } from '../../../../../judge/answers.ts';
import { judged, unread, type Verdict } from '../../../../../judge/verdict.ts';

const PICK = 'Choose one first.';

/** Checks that one is picked. */
export function checkPicked(_key: object, answer: Answer): Verdict {
  return idsIn(answer).length === 1 ? judged(1, '') : unread(PICK);
}
