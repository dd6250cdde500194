/** A number on the page: it is typed. */
import type { PageHead } from '../../author/contract.ts';
import { typedField } from '../../page/answer-field.ts';
import { wakeChecked } from '../../page/checked-answer.ts';
import type { QuestionFrame } from '../../page/question-frame.ts';
import { checkNumber, type NumberKey } from './judge/check.ts';

/** Wakes a question that is answered by typing a number. */
export function wakeNumber(frame: QuestionFrame<PageHead & NumberKey>): void {
  wakeChecked(frame, checkNumber, (onChange) => {
    frame.element.addEventListener('input', onChange);
    return typedField(frame.element);
  });
}
