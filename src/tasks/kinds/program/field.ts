/** Where a program to change is copied, predicted and answered: on a lesson’s page and in a set. */
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { copyPython } from '../../../../widgets/page/hand-out.ts';
import type { AnswerField } from '../../fields/field.ts';
import { PROGRAM_FIELD as SAYS } from '#words/src/tasks/kinds/program/words';

/** The prediction, then what was printed. */
export function programField(element: Element): AnswerField<readonly string[] | string> {
  const [typed, printed] = ['input', 'textarea'].map((one) =>
    element.querySelector(`.program ${one}`),
  ) as [HTMLInputElement, HTMLTextAreaElement];
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
}

/** Wakes the button that copies the program of some settings; what copies it is fetched then. */
export function wakeCopy(
  element: Element,
  of: { readonly tag: string; readonly settings: AnySettings; readonly id: string },
  copier: () => Promise<{ readonly copyPython: typeof copyPython }>,
): void {
  const said = element.querySelector('[data-part="program"]');
  const copy = async (): Promise<void> => {
    const loaded = await copier();
    const [sentence, ...saving] = await loaded.copyPython(of, of.settings, of.id);
    said?.replaceChildren(sentence, ...saving.flatMap((one) => [' ', one]));
  };
  const press = element.querySelector('[data-does="program"]');
  press?.addEventListener('click', () => {
    copy().catch(() => said?.replaceChildren(SAYS.failed));
  });
}
