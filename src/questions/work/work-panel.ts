/** The panel at the foot of a page: save all work to a file, and load one. */
import { sayWhenLate } from '../../../widgets/page/late.ts';
import { saveFile } from '../../../widgets/page/save-file.ts';
import { NOT_LOADED } from '../page/loading-words.ts';
import { pageStore } from './page-store.ts';
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
    if (file) void loadFile(store, file, say);
  });
  store.addEventListener('change', tellProblem);
  tellProblem();
}

function save(store: WorkStore): void {
  saveFile(`${store.work.book}-my-work.json`, store.toFile(), 'application/json');
}

/** The rules for what comes from outside are fetched with the first file. */
async function loadFile(
  store: WorkStore,
  file: File,
  say: (sentence: string) => void,
): Promise<void> {
  try {
    const code = await sayWhenLate(import('./load-file.ts'), say);
    say(await code.loadFile(store, file));
  } catch (error) {
    console.error(error);
    say(NOT_LOADED);
  }
}
