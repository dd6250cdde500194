/** A choice on the page: options are picked. */
import type { PageHead } from '../../author/contract.ts';
import { wakePicked } from '../../fields/wake-picked.ts';
import type { QuestionFrame } from '../../page/question-frame.ts';
import { checkChoice, type ChoiceKey } from './judge/check.ts';

/** Wakes a question that is answered by picking. */
export function wakeChoice(frame: QuestionFrame<PageHead & ChoiceKey>): void {
  wakePicked(frame, checkChoice);
}
