/** How sure a reader is of an answer to what comes back, in three steps; none need be chosen. */
import { made } from '../../../widgets/page/made.ts';
import { CONFIDENCE } from '#words/src/tasks/judge/words';

const PART = '[data-part="confidence"]';

/** Asks it, or no more. */
export function askSure(question: HTMLElement, isAsked = true): void {
  const before = question.querySelector(PART);
  if (!isAsked) before?.remove();
  if (!isAsked || before) return;
  const name = `sure-${question.id || (question.dataset['question'] ?? '')}`;
  const steps = Object.entries(CONFIDENCE.steps).map(([value, text]) =>
    made(
      'label',
      { class: 'answer-option' },
      made('input', { type: 'radio', name, value, autocomplete: 'off' }),
      made('span', {}, text),
    ),
  );
  const all = made(
    'fieldset',
    { class: 'answer-options confidence', 'data-part': 'confidence' },
    made('legend', {}, CONFIDENCE.asked),
    ...steps,
  );
  // It is none of the answer, which stands as it was.
  all.addEventListener('input', (event) => event.stopPropagation());
  question.querySelector('.question-actions')?.before(all);
}

/** Whether the last of the steps is chosen. */
export const isCertain = (question: HTMLElement): boolean =>
  question.querySelector<HTMLInputElement>(`${PART} :checked`)?.value === 'certain';
