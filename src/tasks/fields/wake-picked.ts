/** Options on the page that are checked once they are picked. */
import type { PageHead } from '../practice/contract.ts';
import type { Answer } from '../judge/answers.ts';
import type { Verdict } from '../judge/verdict.ts';
import { wakeChecked } from '../practice/page/checked-answer.ts';
import type { QuestionFrame } from '../practice/page/question-frame.ts';
import { optionsField } from './options-field.ts';

/** Wakes a question that is answered by picking, and judged by `check`. */
export function wakePicked<D extends PageHead>(
  frame: QuestionFrame<D>,
  check: (key: D, answer: Answer) => Verdict,
): void {
  wakeChecked(frame, check, (onChange) => {
    frame.element.addEventListener('input', onChange);
    return optionsField([...frame.element.querySelectorAll('input')]);
  });
}
