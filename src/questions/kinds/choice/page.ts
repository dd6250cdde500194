/** A choice on the page: options are picked. */
import type { PageHead } from '../../author/contract.ts';
import { optionsField } from '../../fields/options-field.ts';
import { wakeChecked } from '../../page/checked-answer.ts';
import type { QuestionFrame } from '../../page/question-frame.ts';
import { checkChoice, type ChoiceKey } from './judge/check.ts';

/** Wakes a question that is answered by picking. */
export function wakeChoice(frame: QuestionFrame<PageHead & ChoiceKey>): void {
  wakeChecked(frame, checkChoice, (onChange) => {
    frame.element.addEventListener('input', onChange);
    return optionsField([...frame.element.querySelectorAll('input')]);
  });
}
