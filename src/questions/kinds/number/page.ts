/** A number on the page: it is typed. */
import { typedField } from '../../page/answer-field.ts';
import { wakeChecked } from '../../page/checked-answer.ts';
import type { QuestionFrame } from '../../page/question-frame.ts';

/** Wakes a question that is answered by typing a number. */
export function wakeNumber(frame: QuestionFrame): void {
  wakeChecked(frame, (onChange) => {
    frame.element.addEventListener('input', onChange);
    return typedField(frame.element);
  });
}
