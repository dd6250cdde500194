/** Where a question says what it has to say. */
import { OLD } from '#words/src/tasks/practice/page/words';
import { textOf } from '../../fields/text-of.ts';
import { answerWords } from '../../judge/answer-words.ts';
import type { GivenAnswer } from '../../storage/pure/work.ts';

/** Shows a sentence and the feedback texts of the ids; `quietly` when the reader did nothing to cause it. */
export function showVerdict(
  question: HTMLElement,
  sentence: string,
  about: readonly string[],
  quietly: boolean,
): void {
  const verdict = question.querySelector('[data-part="verdict"]');
  if (!verdict) return;
  verdict.ariaLive = quietly ? 'off' : 'polite';
  const texts = question.querySelector<HTMLTemplateElement>('[data-part="feedback"]')?.content;
  const feedback = about.flatMap((id) => {
    const text = texts?.querySelector(`[data-of="${CSS.escape(id)}"]`);
    return text ? [text.cloneNode(true)] : [];
  });
  const first = document.createElement('strong');
  first.textContent = sentence;
  const lines = feedback.length > 0 ? [first, ...feedback] : [sentence];
  // With a space between them: who reads the text as one string hears no word of two.
  const said = lines.filter((line) => line !== '');
  verdict.replaceChildren(...said.flatMap((line, i) => [i > 0 ? ' ' : '', paragraph(line)]));
}

/** One paragraph a thought, so that a screen reader pauses between them. */
function paragraph(line: string | Node): HTMLElement {
  const element = document.createElement('p');
  element.append(line);
  return element;
}

/** What is said of it in its question. */
export function oldAnswer(question: HTMLElement, answer: GivenAnswer): string {
  return OLD.changed(answerWords(answer, (id) => textOf(question, id)));
}

/** A line of what is said, in pixels. */
const LINE = 28;

/** Brings the first line of what is said in sight, or all of it, for a reader who is still at the question. */
export function bringSaid(question: HTMLElement, isAll = false): void {
  const said = question.querySelector('[data-part="verdict"] > p')?.getBoundingClientRect();
  if (!said || question.getBoundingClientRect().top > innerHeight) return;
  // Whole pixels: a page does not scroll by less, and would leave a sliver out of sight.
  const below = Math.ceil((isAll ? said.bottom : said.top + LINE) - innerHeight);
  if (below > 0) scrollBy({ top: below, behavior: 'instant' });
}
