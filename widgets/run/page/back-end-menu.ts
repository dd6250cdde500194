/** The menu of back ends: what was found of each in this browser stands beside its name. */
import type { BackendFacts } from './back-end-choice.ts';
import { number } from '../../kit/draw/format.ts';
import { backends, chooseBackend, chosenBackend } from './run-in-lab.ts';
import { WORDS } from '#words/widgets/kit/words/words';

/** A back end as the menu names it: its time for a step, or why the book does not take it. */
export function entryOf({ title, state, detail, stepMs }: BackendFacts): string {
  if (state === 'untried') return title;
  if (state === 'software') return WORDS.backendInSoftware(title);
  if (stepMs === undefined) return WORDS.backendUnused(title, detail);
  return WORDS.backendTakes(title, number(stepMs, stepMs < 10 ? 1 : 0));
}

/** Offers each back end with what was found of it, and shows what the reader has chosen. */
export function showBackends(menu: HTMLSelectElement): void {
  for (const facts of backends()) {
    const offered = menu.querySelector(`[value="${facts.name}"]`);
    const option = offered ?? menu.appendChild(new Option('', facts.name));
    option.textContent = entryOf(facts);
  }
  menu.value = chosenBackend() ?? '';
}

/** Takes the reader's choice. */
export function chooseIn(menu: HTMLSelectElement): void {
  chooseBackend(menu.value || undefined);
}
