/** A choice on the page: options are picked. */
import type { PageHead } from '../../practice/contract.ts';
import { wakePicked } from '../../fields/wake-picked.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { checkChoice, type ChoiceKey } from './grade.ts';

/** Wakes a question that is answered by picking. */
export function wakeChoice(frame: QuestionFrame<PageHead & ChoiceKey>): void {
  wakePicked(frame, checkChoice);
}
