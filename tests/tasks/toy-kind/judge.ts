/** Judges a toy: a statement is taken for true or false. */
import { textIn, type Answer } from '../../../src/tasks/judge/answers.ts';
import { judged, unread, type AnswerKey, type Verdict } from '../../../src/tasks/judge/verdict.ts';

export interface TrueOrFalseKey extends AnswerKey {
  readonly kind: 'true-or-false';
  readonly isTrue: boolean;
  readonly feedback: string;
}

export function checkTrueOrFalse(key: TrueOrFalseKey, answer: Answer): Verdict {
  const said = textIn(answer).trim().toLowerCase();
  if (said !== 'true' && said !== 'false') return unread('Write true or false.');
  const isRight = (said === 'true') === key.isTrue;
  return isRight ? judged(1, 'Right.') : judged(0, key.feedback, ['other-way-round']);
}
