/**
 * The text of an option, which stands beside its input, or of whatever else in a question bears the id; the id where nothing does.
 * An option of a card comes with the card's name.
 */
export function textOf(question: HTMLElement, id: string): string {
  const name = CSS.escape(id);
  const text = question.querySelector(`[value="${name}"] + *, [data-text-of="${name}"]`);
  const card = text?.closest('.answer-card')?.firstElementChild;
  return [card, text].flatMap((one) => one?.textContent.trim() ?? []).join(': ') || id;
}
