/** Where a question says what it has to say. */

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
