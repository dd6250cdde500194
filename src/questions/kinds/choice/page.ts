/** A choice on the page: options are picked. */
import type { PageHead } from '../../author/contract.ts';
import { wakeChecked } from '../../page/checked-answer.ts';
import type { AnswerField } from '../../page/answer-field.ts';
import type { QuestionFrame } from '../../page/question-frame.ts';
import { checkChoice, type ChoiceKey } from './judge/check.ts';

/** Wakes a question that is answered by picking. */
export function wakeChoice(frame: QuestionFrame<PageHead & ChoiceKey>): void {
  wakeChecked(frame, checkChoice, (onChange) => {
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
