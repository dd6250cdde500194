/** An answer as it is told back. */
import { ANSWERED } from '#words/src/tasks/judge/words';
import type { GivenAnswer } from '../storage/pure/work.ts';

/** What was answered; `nameOf` gives the text of an option, an item or a setting. */
export function answerWords(answer: GivenAnswer, nameOf: (id: string) => string): string {
  if (answer === null) return ANSWERED.skipped;
  if (typeof answer === 'string') return ANSWERED.quoted(answer);
  if (!Array.isArray(answer)) {
    return Object.entries(answer)
      .map(([name, value]) => `${nameOf(name)} ${value}`)
      .join(', ');
  }
  const ids = answer.filter((one): one is string => typeof one === 'string');
  return ids.length < answer.length
    ? ANSWERED.drawn
    : ids.map((id) => ANSWERED.quoted(nameOf(id))).join(', ');
}
