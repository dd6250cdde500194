/** The panel at the foot of a page: save all work to a file, and load one. */
import { sayWhenLate } from '../../../widgets/page/late.ts';
import { NOT_LOADED } from '#words/widgets/page/late-words';
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
  let asked = 0;
  const tellProblem = (): void => {
    asked += 1;
    const mine = asked;
    void problemOf(store).then((sentence) => {
      if (mine === asked && problem && problem.textContent !== sentence) {
        problem.textContent = sentence;
      }
    });
  };
  element
    .querySelector('[data-does="save"]')
    ?.addEventListener('click', () => void save(store, say));
  element.querySelector('[data-does="load"]')?.addEventListener('click', () => input?.click());
  input?.addEventListener('change', () => {
    const file = input.files?.[0];
    input.value = '';
    if (file) void loadFile(store, file, say);
  });
  // Here before it is asked for: the line may be down by then.
  const prepare = (): void => {
    if (store.work.log.length > 0) import('./save-work.ts').catch(() => undefined);
  };
  // One lesson reports on all work.
  const report = document.querySelector<HTMLElement>('measured-report');
  if (report) void reportOn(report, element, store, say);
  for (const follow of [tellProblem, prepare]) {
    store.addEventListener('change', follow);
    follow();
  }
}

async function problemOf({ problem, amiss }: WorkStore): Promise<string> {
  if (problem !== '' || !amiss) return problem;
  try {
    return (await import('./amiss.ts')).sentenceOf(amiss);
  } catch (error) {
    console.error(error);
    return NOT_LOADED;
  }
}

async function reportOn(
  report: HTMLElement,
  panel: HTMLElement,
  store: WorkStore,
  say: (sentence: string) => void,
): Promise<void> {
  const coming = sayWhenLate(import('../../measured/wake-report.ts'), say);
  // Before anything is waited for: a press that woke this panel is about to be repeated.
  panel.querySelector('[data-does="print-report"]')?.addEventListener('click', () => {
    coming.then(({ printAlone }) => printAlone(), console.warn);
  });
  try {
    (await coming).wakeReport(report, store);
  } catch (error) {
    console.error(error);
    say(NOT_LOADED);
  }
}

async function save(store: WorkStore, say: (sentence: string) => void): Promise<void> {
  try {
    (await sayWhenLate(import('./save-work.ts'), say)).saveWork(store);
  } catch (error) {
    console.error(error);
    say(NOT_LOADED);
  }
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
