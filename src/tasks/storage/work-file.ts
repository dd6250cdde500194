/** Loading a file of work. */
import { inWords, amissWords } from './pure/amiss.ts';
import { LARGEST, fileText } from './pure/file-text.ts';
import { withFile } from './pure/file.ts';
import type { Amiss } from './pure/parts.ts';
import { FILES } from '#words/src/tasks/storage/pure/words';
import type { WorkStore } from './store.ts';
import { saveFile } from '../../../widgets/page/save-file.ts';

/** Merges a file into the work; resolves with a sentence on what came of it. */
export async function loadFile(store: WorkStore, file: File): Promise<string> {
  // Before reading: a film picked by mistake must not fill the memory. A character takes at most three bytes here.
  return file.size > LARGEST * 3 ? FILES.tooLarge : loadText(store, await file.text());
}

/** Merges the text of a file, or of another edition's work, into the work; returns a sentence on what came of it. */
export function loadText(store: WorkStore, text: string): string {
  try {
    const before = store.marks.all;
    const { added, entries, older, unread, over } = store.load((ours) => withFile(ours, text));
    const marks = Object.entries(store.marks.all).filter(
      ([id, { isGone }]) => !isGone && !Object.hasOwn(before, id),
    );
    return [
      FILES.loaded(added, marks.length, entries),
      FILES.older(older),
      unread.length > 0 ? FILES.unread(inWords(unread, questionLabel)) : '',
      over.length > 0 ? FILES.over(inWords(over, questionLabel)) : '',
      unread.length + over.length > 0 ? FILES.asideGoes : '',
    ].join('');
  } catch (error) {
    return (error as Error).message;
  }
}

/** Offers all work as a download. */
export function saveWork({ work }: WorkStore): void {
  saveFile(`${work.book}-my-work.json`, fileText(work), 'application/json');
}

/** The sentence, with the questions as the page calls them. */
export const sentenceOf = (amiss: Amiss): string => amissWords(amiss, questionLabel);

/** What a question is called: on its own page by its number, elsewhere by its id. */
function questionLabel(id: string): string {
  const label = document.getElementById(`question-${id}-label`)?.querySelector('strong');
  const lesson = label?.closest<HTMLElement>('[data-lesson]')?.dataset['title'];
  const text = label?.textContent.trim();
  if (!text) return `“${id}”`;
  return lesson === undefined ? text : FILES.questionOf(text, lesson);
}
