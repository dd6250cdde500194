/** A number on the page: it is typed. */
import type { PageHead } from '../../practice/contract.ts';
import { wakeChecked } from '../../practice/page/checked-answer.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { check, type NumberKey } from './check.ts';

export const wake = (frame: QuestionFrame<PageHead & NumberKey>): void => wakeChecked(frame, check);
