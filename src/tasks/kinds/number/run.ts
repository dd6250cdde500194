/** The run that gives the number of a question: one press away, once a wrong one was given. */
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { PageHead } from '../../practice/contract.ts';
import { propose } from '../../practice/page/proposal.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import type { NumberKey } from './check.ts';
import { SHOW_RUN } from '#words/src/tasks/kinds/number/words';

/** What the page knows of such a question. */
export type NumberOnPage = PageHead &
  NumberKey & {
    /** By the name of the experiment's element; absent where no run gives the number. */
    readonly run?: { readonly element: string; readonly settings: AnySettings };
  };

/** Offers it as soon as a wrong number is in the log, where the page has the experiment. */
export function offerRun({ data, element, store }: QuestionFrame<NumberOnPage>): void {
  const { id, version, run } = data;
  const experiment = run && document.querySelector<HTMLElement>(`${run.element}.experiment`);
  if (!experiment) return;
  const offer = (): void => {
    if (!store.entries(id, version).some(({ correct }) => correct === false)) return;
    store.removeEventListener('change', offer);
    const link = document.createElement('a');
    link.href = `#${experiment.id}`;
    link.textContent = SHOW_RUN;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      propose(experiment.id, { settings: run.settings, fresh: true, run: true });
      experiment.tabIndex = -1;
      experiment.focus({ preventScroll: true });
      // At once: what grows meanwhile would lead a slow scroll astray.
      experiment.scrollIntoView({ block: 'start', behavior: 'instant' });
    });
    element.querySelector('[data-part="saved"]')?.before(link);
  };
  store.addEventListener('change', offer);
  offer();
}
