/** A question that the reader may have brought back: offered quietly, proposed where the answer is wrong, never imposed. */
import { BACK, dayInWords } from '#words/src/tasks/practice/page/back-words';
import { pageAt } from '../../../book/page-at.ts';
import { made } from '../../../../widgets/page/made.ts';
import { dueDay } from '../../../review/pure/schedule.ts';
import type { QuestionFrame } from './question-frame.ts';

export function wakeBack(frame: QuestionFrame): void {
  const { element, data, store } = frame;
  const idea = element.dataset['returns'];
  if (idea === undefined) return;
  // Not in the page as it comes: a page of practice asks dozens of questions.
  const button = made('button', { type: 'button', class: 'question-back', 'data-does': 'back' });
  const said = made('span', { role: 'status', class: 'question-back', 'data-part': 'back' });
  element.querySelector('[data-part="saved"]')?.before(button);
  // Behind what is said of the answer.
  element.querySelector('[data-part="verdict"]')?.after(said);
  const { id: question, version } = data;
  const due = (): number | undefined => {
    const brought = store.review.of(question);
    return brought && dueDay(brought);
  };
  // On a day when it is due, an answer in its lesson is as good as one on the page that asks it.
  let isCounted = false;
  const count = (): void => {
    if (isCounted) return;
    isCounted = true;
    const coming = import('../../../review/page/due-here.ts');
    coming.then((code) => code.countHere(frame), console.warn);
  };
  const show = (): void => {
    const day = due();
    const isWrong = store.answer(question, version)?.correct === false;
    button.textContent = day === undefined ? BACK.bring : BACK.stop;
    if (day !== undefined && day <= store.review.today) count();
    const words: readonly (string | Node)[] =
      day !== undefined
        ? [
            ...[BACK.comes(dayInWords(day, store.review.today)), ' '],
            made('a', { href: pageAt('review') }, BACK.page),
          ]
        : [isWrong ? BACK.proposed : ''];
    const sentence = words.map((one) => (typeof one === 'string' ? one : one.textContent)).join('');
    if (said.textContent !== sentence) said.replaceChildren(...words);
  };
  button.addEventListener('click', () => {
    const isStopped = due() !== undefined;
    const { today } = store.review;
    store.bring({ question, idea, from: today, step: 0, ...(isStopped && { isStopped }) });
  });
  store.addEventListener('change', show);
  show();
}
