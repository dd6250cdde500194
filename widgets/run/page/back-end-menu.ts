/** The menu of back ends: what was found of each in this browser stands beside its name. */
import type { BackendFacts } from './back-ends.ts';
import { number } from '../../kit/draw/format.ts';
import { backends, chooseBackend, chosenBackend } from './runners.ts';
import { WORDS } from '#words/widgets/kit/words/words';

/** A back end as the menu names it: its time for a step, or why the book does not take it. */
export function entryOf({ title, state, detail, stepMs }: BackendFacts): string {
  if (state === 'untried') return title;
  if (state === 'software') return WORDS.backendInSoftware(title);
  if (stepMs === undefined) return WORDS.backendUnused(title, detail);
  return WORDS.backendTakes(title, number(stepMs, stepMs < 10 ? 1 : 0));
}

/** Brings the menu to life; call `tell` when something may have been found. */
export function backendMenu(menu: HTMLSelectElement, onChoice: () => void): { tell(): void } {
  menu.value = chosenBackend() ?? '';
  menu.addEventListener('change', (event) => {
    event.stopPropagation();
    chooseBackend(menu.value || undefined);
    onChoice();
  });
  return {
    tell: () => {
      for (const facts of backends()) {
        const option = menu.querySelector(`[value="${facts.name}"]`);
        if (option) option.textContent = entryOf(facts);
      }
    },
  };
}
