/** An order on the page: a list of items is sorted. */
import { judgeSorted } from '../../fields/judge/sorted.ts';
import { listField } from '../../fields/sorted-field.ts';
import type { PageHead } from '../../practice/contract.ts';
import { wakeChecked } from '../../practice/page/checked-answer.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import type { OrderKey } from './check.ts';

/** Wakes a question that is answered by sorting. */
export function wake(frame: QuestionFrame<PageHead & OrderKey>): void {
  wakeChecked(frame, judgeSorted, (onChange) => listField(frame.element, onChange));
}
