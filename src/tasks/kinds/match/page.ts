/** A matching on the page: each is given what belongs to it. */
import type { PageHead } from '../../practice/contract.ts';
import { wakePicked } from '../../fields/wake-picked.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { checkAll, type MatchingKey } from './grade.ts';

/** Wakes a question that is answered by matching. */
export function wakeMatching(frame: QuestionFrame<PageHead & MatchingKey>): void {
  wakePicked(frame, checkAll);
}
