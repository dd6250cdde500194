/** A number on the page: it is typed. */
import type { PageHead } from '../../practice/contract.ts';
import { typedField } from '../../../questions/page/answer-field.ts';
import { wakeChecked } from '../../../questions/page/checked-answer.ts';
import type { QuestionFrame } from '../../../questions/page/question-frame.ts';
import { checkNumber, type NumberKey } from './grade.ts';

/** Wakes a question that is answered by typing a number. */
export function wakeNumber(frame: QuestionFrame<PageHead & NumberKey>): void {
  wakeChecked(frame, checkNumber, (onChange) => {
    frame.element.addEventListener('input', onChange);
    return typedField(frame.element);
  });
}
