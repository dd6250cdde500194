/** The questions that may be asked away from their lessons. Build only. */
import { slugOf } from '../../book/reading-order.ts';
import type { Book, BookQuestion } from '../../tasks/practice/contract.ts';
import type { Stocked } from '../pure/schedule.ts';

/** So long one may take, in minutes: a whole sitting takes five. */
const LONGEST = 5;

/** True where all that a question needs stands in it: no experiment has to be run for it. */
function isAlone({ question, kind }: BookQuestion): boolean {
  const { alone = true, minutes } = question;
  const isKnown = kind.key !== undefined && kind.computed?.(question) === undefined;
  const isPlaced = 'instance' in question;
  return kind.role === 'graded' && alone && isKnown && !isPlaced && minutes <= LONGEST;
}

/** True where something can be asked when a question comes back: another one of its idea, or itself. */
export const canReturn = (book: Book, { question, kind }: BookQuestion): boolean =>
  kind.role === 'graded' &&
  book.questions.some((one) => one.question.idea === question.idea && isAlone(one));

/** What the page knows before anything is asked. */
export interface Stock {
  /** By the name of the idea. */
  readonly ideas: Readonly<Record<string, string>>;
  readonly questions: readonly Stocked[];
}

export function stockOf(book: Book): Stock {
  const questions = book.questions
    .filter(isAlone)
    .map(({ question: { id, idea = '', minutes }, lesson }) => ({
      id,
      idea,
      lesson,
      page: slugOf({ id: lesson }),
      minutes,
    }));
  const asked = new Set(questions.map(({ idea }) => idea));
  const ideas = book.ideas
    .flatMap((chapter) => chapter.ideas)
    .filter(({ id }) => asked.has(id))
    .map(({ id, phrase }) => [id, phrase] as const);
  return { ideas: Object.fromEntries(ideas), questions };
}
