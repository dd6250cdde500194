/** An earlier answer in words. */
import { WORK } from '../judge/words.ts';
import type { GivenAnswer } from '../work/pure/work.ts';

/** What was answered; `textOf` gives the text of an option or an item. */
export function answerWords(answer: GivenAnswer, textOf: (id: string) => string): string {
  if (answer === null) return WORK.skipped;
  if (typeof answer === 'string') return `“${answer}”`;
  if (!Array.isArray(answer)) {
    return Object.entries(answer)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  }
  const ids = answer.filter((one): one is string => typeof one === 'string');
  return ids.length < answer.length ? WORK.drawn : ids.map((id) => `“${textOf(id)}”`).join(', ');
}
