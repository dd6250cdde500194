/** A program to change, on the page: it is copied here, and what it printed elsewhere is pasted. */
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { PageHead } from '../../practice/contract.ts';
import { wakeChecked } from '../../practice/page/checked-answer.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { check, type ProgramKey } from './check.ts';
import { PROGRAM_FIELD as SAYS } from '#words/src/tasks/kinds/program/words';

/** Which program it is, and what its predicted measure is called. */
export interface ProgramOnPage {
  readonly tag: string;
  readonly settings: AnySettings;
  readonly label: string;
}

export function wake(frame: QuestionFrame<PageHead & ProgramKey & ProgramOnPage>): void {
  const { element, data } = frame;
  const [typed, printed] = ['input', 'textarea'].map((one) => element.querySelector(one)) as [
    HTMLInputElement,
    HTMLTextAreaElement,
  ];
  wakeChecked(frame, check, (onChange) => {
    element.addEventListener('input', onChange);
    return {
      read: () => {
        const given = [typed.value.trim(), printed.value.trim()];
        return given.some((one) => one !== '') ? given : [];
      },
      write: (answer) => {
        const [number = '', lines = ''] = [answer].flat() as readonly string[];
        [typed.value, printed.value] = [number, lines];
      },
      focus: () => (typed.value.trim() === '' ? typed : printed).focus(),
    };
  });
  const said = frame.part('program');
  const copy = async (): Promise<void> => {
    const { copyPython } = await import('../../../../widgets/page/hand-out.ts');
    const [sentence, ...saving] = await copyPython(data, data.settings, data.id);
    said?.replaceChildren(sentence, ...saving.flatMap((one) => [' ', one]));
  };
  const press = element.querySelector('[data-does="program"]');
  press?.addEventListener('click', () => {
    copy().catch(() => said?.replaceChildren(SAYS.failed));
  });
}
