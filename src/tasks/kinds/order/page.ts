/** An order on the page: a list of items is sorted. */
import type { PageHead } from '../../practice/contract.ts';
import { wakeChecked } from '../../../questions/page/checked-answer.ts';
import type { QuestionFrame } from '../../../questions/page/question-frame.ts';
import { whole } from '../../../questions/page/whole.ts';
import type { OrderKey } from './grade.ts';

type Frame = QuestionFrame<PageHead & OrderKey>;

/** Brings what wakes questions that are answered by sorting. */
export async function bringOrder(): Promise<(frame: Frame) => void> {
  const { judgeSorted, listField } = await import('../../../questions/fields/sorted-field.ts');
  const fieldOf = whole(listField);
  return (frame) => wakeChecked(frame, judgeSorted, (onChange) => fieldOf(frame.element, onChange));
}
