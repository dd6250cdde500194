/** A choice on the page: options are picked. */
import { wakeChecked } from '../../page/checked-answer.ts';
import type { AnswerField } from '../../page/answer-field.ts';
import type { QuestionFrame } from '../../page/question-frame.ts';

/** Wakes a question that is answered by picking. */
export function wakeChoice(frame: QuestionFrame): void {
  wakeChecked(frame, (onChange) => {
    frame.element.addEventListener('input', onChange);
    return optionsField([...frame.element.querySelectorAll('input')]);
  });
}

/** The options as one field. */
export function optionsField(inputs: readonly HTMLInputElement[]): AnswerField {
  return {
    read: () => inputs.filter((input) => input.checked).map((input) => input.value),
    write: (answer) => {
      for (const input of inputs) {
        input.checked = Array.isArray(answer) && answer.some((one) => one === input.value);
      }
    },
    focus: () => inputs[0]?.focus(),
  };
}
