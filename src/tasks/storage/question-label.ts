/** What a question is called in a sentence on work. */
import { FILES } from '#words/src/tasks/storage/pure/file-words';

/** What a question is called: on its own page by its number, elsewhere by its id. */
export function questionLabel(id: string): string {
  const label = document.getElementById(`question-${id}-label`)?.querySelector('strong');
  const lesson = label?.closest<HTMLElement>('[data-lesson]')?.dataset['title'];
  const text = label?.textContent.trim();
  if (!text) return `“${id}”`;
  return lesson === undefined ? text : FILES.questionOf(text, lesson);
}
