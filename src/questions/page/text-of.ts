/**
 * The text of an option, with that of its card where it is a card's, or of whatever else in a question bears the id; the id
 * where nothing does.
 */
export function textOf(question: HTMLElement, id: string): string {
  const name = CSS.escape(id);
  const text = question.querySelector(`label:has([value="${name}"]), [data-text-of="${name}"]`);
  const card = text?.closest('.answer-card')?.firstElementChild;
  const named = new Set([card, text].flatMap((one) => one?.textContent.trim() ?? []));
  return [...named].join(': ') || id;
}
