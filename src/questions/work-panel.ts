/** The panel at the foot of a page: save all work to a file, and load one. */
import { pageStore } from './page-store.ts';
import { LARGEST, type WorkStore } from './store.ts';
import { WORK } from './words.ts';

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
  element.querySelector('[data-does="save"]')?.addEventListener('click', () => saveFile(store));
  element.querySelector('[data-does="load"]')?.addEventListener('click', () => input?.click());
  input?.addEventListener('change', () => {
    const file = input.files?.[0];
    input.value = '';
    if (file) void loadFile(store, file).then(say);
  });
  store.addEventListener('change', tellProblem);
  tellProblem();
}

function saveFile(store: WorkStore): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([store.toFile()], { type: 'application/json' }));
  link.download = `${store.work.book}-my-work.json`;
  link.click();
  // The download reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
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
