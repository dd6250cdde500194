/** A question that the reader may have brought back: offered quietly, proposed where the answer is wrong, never imposed. */
import { BACK, dayInWords } from '#words/src/tasks/practice/page/back-words';
import { dueDay } from '../../../review/pure/schedule.ts';
import type { QuestionFrame } from './question-frame.ts';

export function wakeBack({ element, data, store }: QuestionFrame): void {
  const idea = element.dataset['returns'];
  if (idea === undefined) return;
  // Not in the page as it comes: a page of practice asks dozens of questions.
  const button = document.createElement('button');
  button.type = 'button';
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  for (const one of [button, said]) one.className = 'question-back';
  button.dataset['does'] = said.dataset['part'] = 'back';
  element.querySelector('[data-part="saved"]')?.before(button);
  // Behind what is said of the answer.
  element.querySelector('[data-part="verdict"]')?.after(said);
  const { id: question, version } = data;
  const due = (): number | undefined => {
    const brought = store.review.of(question);
    return brought && dueDay(brought);
  };
  const show = (): void => {
    const day = due();
    const isWrong = store.answer(question, version)?.correct === false;
    button.textContent = day === undefined ? BACK.bring : BACK.stop;
    const sentence =
      day !== undefined
        ? BACK.comes(dayInWords(day, store.review.today))
        : isWrong
          ? BACK.proposed
          : '';
    if (said.textContent !== sentence) said.textContent = sentence;
  };
  button.addEventListener('click', () => {
    const isStopped = due() !== undefined;
    const { today } = store.review;
    store.bring({ question, idea, from: today, step: 0, ...(isStopped && { isStopped }) });
  });
  store.addEventListener('change', show);
  show();
}
