/** The panel at the foot of a page: save all work to a file, and load one. */
import { saveFile } from '../../../widgets/page/save-file.ts';
import { pageStore } from './page-store.ts';
import { LARGEST, type WorkStore } from './store.ts';
import { WORK } from '../judge/words.ts';

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
  // Before reading: a film picked by mistake must not fill the memory.
  if (file.size > LARGEST) return WORK.tooLarge;
  try {
    const { added, entries, older } = store.load(await file.text());
    return WORK.loaded(added, entries) + WORK.older(older);
  } catch (error) {
    return (error as Error).message;
  }
}
