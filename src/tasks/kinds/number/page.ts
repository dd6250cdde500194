/** A number on the page: it is typed. */
import type { PageHead } from '../../practice/contract.ts';
import { typedField } from '../../practice/page/answer-field.ts';
import { wakeChecked } from '../../practice/page/checked-answer.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { checkNumber, type NumberKey } from './grade.ts';

/** Wakes a question that is answered by typing a number. */
export function wakeNumber(frame: QuestionFrame<PageHead & NumberKey>): void {
  wakeChecked(frame, checkNumber, (onChange) => {
    frame.element.addEventListener('input', onChange);
    return typedField(frame.element);
  });
}
