/** Shows what is right in a question, as its page does when somebody has answered it. */
import type { WorkStore } from '../../tasks/storage/store.ts';
import { dataOf } from './outline.ts';

/** The page’s store, which comes with the code of its questions. */
let store: WorkStore | undefined;
export function readFrom(own: WorkStore): void {
  store = own;
}

/** Safe to call twice. */
export function reveal(question: HTMLElement): void {
  const { committed, verdict, kind } = question.dataset;
  const press = (selector: string): void => question.querySelector<HTMLElement>(selector)?.click();
  const solve = (): void => {
    if (!question.querySelector('.question-solution')) press('[data-does="solution"]');
  };
  if (kind === 'prediction') {
    if (committed === undefined) press('[data-does="skip"]');
    return;
  }
  const { options, answer, left } = dataOf(question);
  const right = [
    ...(options ?? []).flatMap(({ id, correct }) => (correct ? id : [])),
    ...(left ?? []).flatMap(({ id, right: [one = ''] }) => `${id}:${one}`),
  ];
  const field = question.querySelector<HTMLInputElement>('input[name="answer"]');
  const isNumber = field !== null && answer !== undefined;
  if (right.length === 0 && !isNumber) {
    solve();
    return;
  }
  if (verdict !== undefined) return;
  for (const id of right) press(`input[value="${CSS.escape(id)}"]`);
  if (isNumber) {
    field.value = String(answer);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    // That a number is right says nothing of why; it is offered once the number is judged.
    const judged = new MutationObserver(() => {
      judged.disconnect();
      solve();
    });
    judged.observe(question, { attributeFilter: ['data-verdict'] });
  }
  press('[data-part="submit"]');
}

/** The number that was found, in the unit that is asked for; nothing before it is. */
export function foundIn(question: HTMLElement): number | undefined {
  const data = dataOf(question) as {
    readonly id?: string;
    readonly version?: number;
    readonly answer?: number;
  };
  if (data.answer !== undefined) return data.answer;
  const found = store?.answer(data.id ?? '', data.version ?? 0)?.found;
  const [first] = Array.isArray(found) ? (found as readonly (number | null)[]) : [];
  return first ?? undefined;
}
