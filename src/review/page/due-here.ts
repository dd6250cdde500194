/** A question in its lesson on a day when it is due: it asks how sure the reader is, and an answer counts. Fetched on such a day. */
import type { QuestionFrame } from '../../tasks/practice/page/question-frame.ts';
import { after, dueDay } from '../pure/schedule.ts';
import { askSure, isCertain } from './sure.ts';

export function countHere(frame: QuestionFrame): void {
  const { element, data, store } = frame;
  const due = () => {
    const brought = store.review.of(data.id);
    const day = brought && dueDay(brought);
    return day !== undefined && day <= store.review.today ? brought : undefined;
  };
  frame.onAnswered = (isRight) => {
    const brought = due();
    if (brought) store.bring(after(brought, isRight, store.review.today, isCertain(element)));
  };
  const show = (): void => askSure(element, due() !== undefined);
  store.addEventListener('change', show);
  show();
}
