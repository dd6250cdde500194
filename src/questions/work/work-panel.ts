/** The panel at the foot of a page: save all work to a file, and load one. */
import { saveFile } from '../../../widgets/page/save-file.ts';
import { WORK } from '../judge/words.ts';
import { pageStore, questionLabel } from './page-store.ts';
import { LARGEST } from './pure/bounded-json.ts';
import { inWords } from './pure/parts.ts';
import type { WorkStore } from './store.ts';

/** Wakes the panel. */
export function wakeWork(element: HTMLElement, store: WorkStore = pageStore()): void {
  const status = element.querySelector('[data-part="status"]');
  const problem = element.querySelector<HTMLElement>('[data-part="problem"]');
  const input = element.querySelector<HTMLInputElement>('input[type="file"]');
  const say = (sentence: string): void => {
    if (status) status.textContent = sentence;
  };
  const tellProblem = (): void => {
    if (problem && problem.textContent !== store.problem) problem.textContent = store.problem;
  };
  element.querySelector('[data-does="save"]')?.addEventListener('click', () => save(store));
  element.querySelector('[data-does="load"]')?.addEventListener('click', () => input?.click());
  input?.addEventListener('change', () => {
    const file = input.files?.[0];
    input.value = '';
    if (file) void loadFile(store, file).then(say);
  });
  store.addEventListener('change', tellProblem);
  tellProblem();
}

function save(store: WorkStore): void {
  saveFile(`${store.work.book}-my-work.json`, store.toFile(), 'application/json');
}

async function loadFile(store: WorkStore, file: File): Promise<string> {
  // Before reading: a film picked by mistake must not fill the memory. A character takes at most three bytes here.
  if (file.size > LARGEST * 3) return WORK.tooLarge;
  try {
    const { added, entries, older, unread, over } = store.load(await file.text());
    return [
      WORK.loaded(added, entries),
      WORK.older(older),
      unread.length > 0 ? WORK.unread(inWords(unread, questionLabel)) : '',
      over.length > 0 ? WORK.over(inWords(over, questionLabel)) : '',
      unread.length + over.length > 0 ? WORK.asideGoes : '',
    ].join('');
  } catch (error) {
    return (error as Error).message;
  }
}
