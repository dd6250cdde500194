/** Loading a file of work. */
import { LARGEST } from './pure/file-text.ts';
import { withFile } from './pure/file.ts';
import { FILES } from '#words/src/tasks/storage/pure/file-words';
import { inWords } from './pure/amiss.ts';
import { questionLabel } from './question-label.ts';
import type { WorkStore } from './store.ts';

/** Merges a file into the work; resolves with a sentence on what came of it. */
export async function loadFile(store: WorkStore, file: File): Promise<string> {
  // Before reading: a film picked by mistake must not fill the memory. A character takes at most three bytes here.
  return file.size > LARGEST * 3 ? FILES.tooLarge : loadText(store, await file.text());
}

/** Merges the text of a file, or of another edition's work, into the work; returns a sentence on what came of it. */
export function loadText(store: WorkStore, text: string): string {
  try {
    const { added, entries, older, unread, over } = store.load((ours) => withFile(ours, text));
    return [
      FILES.loaded(added, entries),
      FILES.older(older),
      unread.length > 0 ? FILES.unread(inWords(unread, questionLabel)) : '',
      over.length > 0 ? FILES.over(inWords(over, questionLabel)) : '',
      unread.length + over.length > 0 ? FILES.asideGoes : '',
    ].join('');
  } catch (error) {
    return (error as Error).message;
  }
}
