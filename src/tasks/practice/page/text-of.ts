/**
 * The text of an option, with that of its row where it has one, or of whatever else in a question bears the id; the id
 * where nothing does.
 */
export function textOf(question: HTMLElement, id: string): string {
  const name = CSS.escape(id);
  const text = question.querySelector(`label:has([value="${name}"]), [data-text-of="${name}"]`);
  const row = text?.closest('.answer-match')?.firstElementChild;
  const named = new Set([row, text].flatMap((one) => one?.textContent.trim() ?? []));
  return [...named].join(': ') || id;
}
