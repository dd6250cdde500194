/** An order on the page: a list of items is sorted. */
import type { PageHead } from '../../practice/contract.ts';
import { wakeChecked } from '../../practice/page/checked-answer.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { whole } from '../../practice/page/whole.ts';
import type { OrderKey } from './grade.ts';

type Frame = QuestionFrame<PageHead & OrderKey>;

/** Brings what wakes questions that are answered by sorting. */
export async function bringOrder(): Promise<(frame: Frame) => void> {
  const { judgeSorted, listField } = await import('../../fields/sorted-field.ts');
  const fieldOf = whole(listField);
  return (frame) => wakeChecked(frame, judgeSorted, (onChange) => fieldOf(frame.element, onChange));
}
