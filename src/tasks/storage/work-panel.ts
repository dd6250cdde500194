/** The panel at the foot of a page: save all work to a file, and load one. */
import { sayWhenLate } from '../../../widgets/page/late.ts';
import { NOT_LOADED } from '#words/widgets/page/late-words';
import { sentenceOf, loadFile, loadText, saveWork } from './work-file.ts';
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
    const { amiss, problem: other } = store;
    const sentence = other !== '' || !amiss ? other : sentenceOf(amiss);
    if (problem && problem.textContent !== sentence) problem.textContent = sentence;
  };
  element.querySelector('[data-does="save"]')?.addEventListener('click', () => saveWork(store));
  element.querySelector('[data-does="load"]')?.addEventListener('click', () => input?.click());
  input?.addEventListener('change', () => {
    const file = input.files?.[0];
    input.value = '';
    if (file) void loadFile(store, file).then(say);
  });
  const beside = element.querySelector<HTMLElement>('[data-part="beside"]');
  const offer = (): void => void (beside && (beside.hidden = store.beside.length === 0));
  offer();
  beside?.querySelector('button')?.addEventListener('click', () => {
    say(store.beside.map((text) => loadText(store, text)).join(' '));
    offer();
  });
  // One lesson reports on all work.
  const report = document.querySelector<HTMLElement>('measured-report');
  if (report) void reportOn(report, element, store, say);
  store.addEventListener('change', tellProblem);
  tellProblem();
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
