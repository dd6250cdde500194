/** The text of an option, which stands beside its input, or of whatever else in a question bears the id; the id where nothing does. */
export function textOf(question: HTMLElement, id: string): string {
  const name = CSS.escape(id);
  const text = question.querySelector(`[value="${name}"] + *, [data-text-of="${name}"]`);
  return text?.textContent.trim() ?? id;
}
