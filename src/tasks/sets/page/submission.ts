/** The end of an assignment’s page: what is done and what is missing, the file, the receipt. */
import { HAND_IN, ITEMS } from '#words/src/tasks/sets/page/words';
import type { Assignment } from '../pure/format/assignment.ts';
import { isWhole } from '../pure/work/answered.ts';
import { doneOf, isDone } from '../pure/work/work.ts';
import { leaves } from './elsewhere.ts';
import { whenLetGo, PRESSES } from './let-go.ts';
import type { AssignmentStore } from './store.ts';

/** Wakes it. */
export function wakeSubmission(
  element: HTMLElement,
  assignment: Assignment,
  store: AssignmentStore,
): void {
  const part = (name: string): HTMLElement | null => element.querySelector(`[data-part="${name}"]`);
  const progress = (): void => {
    const { work } = store;
    const place = part('progress');
    if (!work || !place) return;
    const open = assignment.items.flatMap((item, i) =>
      isDone(work, item) ? [] : [ITEMS.item(i + 1)],
    );
    const partly = assignment.items.flatMap((item, i) =>
      isDone(work, item) && !isWhole(item, doneOf(work, item)) ? [ITEMS.item(i + 1)] : [],
    );
    const foreign = Object.keys(work.items).filter(
      (id) => !assignment.items.some((item) => item.id === id),
    );
    const { length } = assignment.items;
    place.textContent = [
      HAND_IN.progress(length - open.length, length),
      ...(open.length > 0 ? [HAND_IN.missing(open)] : []),
      ...(partly.length > 0 ? [HAND_IN.partly(partly)] : []),
      ...(foreign.length > 0 ? [HAND_IN.foreign(foreign.length)] : []),
    ].join(' ');
  };
  const code = async () => import('./submission-file.ts');
  for (const press of PRESSES) {
    element.querySelector(`[data-does="${press}"]`)?.addEventListener('click', () => {
      const { work } = store;
      const said = part('receipt');
      if (work && said)
        code().then(
          (made) => {
            const isMade = made.submission(press, element, assignment, work);
            // The readable copy brings nothing back.
            if (isMade && press !== 'readable') leaves(store, 'hand-in');
          },
          () => (said.textContent = HAND_IN.notCome),
        );
    });
  }
  store.addEventListener('change', () => whenLetGo(progress));
  const check = (file: File | undefined): void => {
    const { work } = store;
    const place = part('checked');
    if (!file || !place) return;
    const coming = import('./check-file.ts');
    coming.then(
      async (made) => made.checkFile(place, assignment, work, file),
      () => (place.textContent = HAND_IN.notCome),
    );
  };
  const chosen = element.querySelector<HTMLInputElement>('[name="check"]');
  chosen?.addEventListener('change', () => check(chosen.files?.[0]));
  element.addEventListener('dragover', (event) => event.preventDefault());
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    check(event.dataTransfer?.files[0]);
  });
  // Who has done something wants to hand it in, and may be on a train by then.
  const ahead = (): void => void code().catch(() => undefined);
  const { work } = store;
  if (work && assignment.items.some((item) => doneOf(work, item).at > 0)) ahead();
  else store.addEventListener('change', ahead, { once: true });
  progress();
}
