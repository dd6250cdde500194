/** Shows what is right in a question, as its page does when somebody has answered it. */
import { pageStore } from '../../tasks/storage/page-store.ts';
import { dataOf } from './outline.ts';

/** Safe to call twice. */
export function reveal(question: HTMLElement): void {
  if (question.dataset['committed'] !== undefined || question.dataset['verdict'] !== undefined)
    return;
  const press = (selector: string): void => question.querySelector<HTMLElement>(selector)?.click();
  if (question.dataset['kind'] === 'prediction') {
    press('[data-does="skip"]');
    return;
  }
  const { options, answer, left } = dataOf(question);
  for (const {
    id,
    right: [one],
  } of left ?? [])
    press(`input[value="${CSS.escape(id)}:${CSS.escape(one ?? '')}"]`);
  for (const { id, correct } of options ?? [])
    if (correct) press(`.answer-options input[value="${CSS.escape(id)}"]`);
  const field = question.querySelector<HTMLInputElement>('input[name="answer"]');
  if (field && answer !== undefined) {
    field.value = String(answer);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (options ?? left ?? answer) press('[data-part="submit"]');
  else press('[data-does="solution"]');
}

/** The number that was found, in the unit that is asked for; nothing before it is. */
export function foundIn(question: HTMLElement): number | undefined {
  const data = dataOf(question) as {
    readonly id?: string;
    readonly version?: number;
    readonly answer?: number;
  };
  if (data.answer !== undefined) return data.answer;
  const found = pageStore().answer(data.id ?? '', data.version ?? 0)?.found;
  const [first] = Array.isArray(found) ? (found as readonly (number | null)[]) : [];
  return first ?? undefined;
}
