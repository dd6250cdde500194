/** A number on the page: it is typed. */
import { wakeChecked } from '../../practice/page/checked-answer.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { check } from './check.ts';
import { offerRun, type NumberOnPage } from './run.ts';

export function wake(frame: QuestionFrame<NumberOnPage>): void {
  offerRun(frame);
  wakeChecked(frame, (key, answer) => check(key, answer, true));
}
