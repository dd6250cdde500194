/** Where sealed solutions are opened: by the code at the end of the page or in its link, or by a run that meets an item’s goal. */
import { HAND_IN } from '#words/src/tasks/sets/page/words';
import type { Assignment } from '../pure/format/assignment.ts';
import type { Sealed } from '../pure/format/seal.ts';
import { GOAL_MET } from './experiment-place.ts';
import type { AssignmentStore } from './store.ts';

/** A link may carry the code: `#solutions=CODE`. */
const IN_LINK = /^#solutions=([\w-]{1,60})$/;

/** Wakes the form. `page` holds the items. */
export function wakeSolutions(
  page: HTMLElement,
  assignment: Assignment,
  store: AssignmentStore,
): void {
  const form = page.querySelector<HTMLFormElement>('[data-part="unseal"]');
  const field = form?.querySelector<HTMLInputElement>('[name="code"]');
  const said = page.querySelector('[data-part="unsealed"]');
  if (!form || !field || !said) return;
  const open = async (): Promise<void> => {
    const { openAll } = await import('./solutions.ts');
    const { work } = store;
    if (work) said.textContent = await openAll(page, assignment, work, field.value);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    open().catch(() => (said.textContent = HAND_IN.notCome));
  });
  const [, code] = IN_LINK.exec(location.hash) ?? [];
  if (code === undefined) return;
  field.value = code;
  form.requestSubmit();
}

/** Opens each solution that a run may open, when one has met the goal. Before items wake. */
export function wakeByRun(
  page: HTMLElement,
  assignment: Assignment,
  byRun: Readonly<Record<string, Sealed>>,
  store: AssignmentStore,
): void {
  const open = async (id: string | undefined): Promise<void> => {
    const item = assignment.items.find((one) => one.id === id);
    const sealed = item && byRun[item.id];
    const { work } = store;
    if (!sealed || !work) return;
    const { openByRun } = await import('./solutions.ts');
    await openByRun(page, assignment, work, item, sealed);
  };
  page.addEventListener(GOAL_MET, ({ target }) => {
    // Off line it comes with the next run.
    open((target as HTMLElement).dataset['item']).catch(() => undefined);
  });
}
