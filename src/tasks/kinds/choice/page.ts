/** A choice on the page: options are picked. */
import type { PageHead } from '../../practice/contract.ts';
import { wakeChecked } from '../../practice/page/checked-answer.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { check, type ChoiceKey } from './check.ts';

export const wake = (frame: QuestionFrame<PageHead & ChoiceKey>): void => wakeChecked(frame, check);
