/** The text of an option or an item of a question, by its id, with the row that it stands in; the id where there is none. */
export function textOf(question: HTMLElement, id: string): string {
  const name = CSS.escape(id);
  const text = question.querySelector(`label:has([value="${name}"]), [data-text-of="${name}"]`);
  const row = text?.closest('.answer-match')?.firstElementChild;
  const named = new Set([row, text].flatMap((one) => one?.textContent.trim() ?? []));
  return [...named].join(': ') || id;
}
