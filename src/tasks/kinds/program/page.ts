/** A program to change, on a lesson’s page. */
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { PageHead } from '../../practice/contract.ts';
import { wakeChecked } from '../../practice/page/checked-answer.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { check, type ProgramKey } from './check.ts';
import { programField, wakeCopy } from './field.ts';

/** Which program it is, and what its predicted measure is called. */
export interface ProgramOnPage {
  readonly tag: string;
  readonly settings: AnySettings;
  readonly label: string;
}

export function wake(frame: QuestionFrame<PageHead & ProgramKey & ProgramOnPage>): void {
  const { element, data } = frame;
  wakeChecked(frame, check, (onChange) => {
    element.addEventListener('input', onChange);
    return programField(element);
  });
  wakeCopy(element, data, () => import('../../../../widgets/page/hand-out.ts'));
}
