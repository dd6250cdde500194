/** The answer to an earlier version of a question, in words. */
import type { GivenAnswer } from '../../storage/pure/work.ts';
import { textOf } from './text-of.ts';
import { OLD } from '#words/src/tasks/practice/page/old-answer-words';

/** What is said of it in its question. */
export function oldAnswer(question: HTMLElement, answer: GivenAnswer): string {
  return OLD.changed(answerWords(answer, (id) => textOf(question, id)));
}

/** What was answered; `nameOf` gives the text of an option or an item. */
export function answerWords(answer: GivenAnswer, nameOf: (id: string) => string): string {
  if (answer === null) return OLD.skipped;
  if (typeof answer === 'string') return OLD.quoted(answer);
  if (!Array.isArray(answer)) {
    return Object.entries(answer)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  }
  const ids = answer.filter((one): one is string => typeof one === 'string');
  return ids.length < answer.length
    ? OLD.drawn
    : ids.map((id) => OLD.quoted(nameOf(id))).join(', ');
}
