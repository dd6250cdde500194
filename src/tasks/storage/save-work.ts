/** Saving work to a file. */
import { saveFile } from '../../../widgets/page/save-file.ts';
import { fileText } from './pure/file-text.ts';
import type { WorkStore } from './store.ts';

/** Offers all work as a download. */
export function saveWork({ work }: WorkStore): void {
  saveFile(`${work.book}-my-work.json`, fileText(work), 'application/json');
}
