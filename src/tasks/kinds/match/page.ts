/** A matching on the page: each is given what belongs to it. */
import type { PageHead } from '../../practice/contract.ts';
import { wakeChecked } from '../../practice/page/checked-answer.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { check, type MatchingKey } from './check.ts';

export const wake = (frame: QuestionFrame<PageHead & MatchingKey>): void =>
  wakeChecked(frame, check);
