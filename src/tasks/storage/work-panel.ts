/** The panel at the foot of a page: save all work to a file, and load one. */
import { sayWhenLate } from '../../../widgets/page/late.ts';
import { NOT_LOADED } from '#words/widgets/page/late-words';
import { OTHERS } from '#words/src/tasks/storage/pure/words';
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
  offerOthers(element, store, say);
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

/** Work of other editions is taken in when it is asked for. */
function offerOthers(
  element: HTMLElement,
  store: WorkStore,
  say: (sentence: string) => void,
): void {
  if (store.beside.length === 0) return;
  const place = Object.assign(document.createElement('p'), { className: 'work-problem' });
  const take = Object.assign(document.createElement('button'), { type: 'button' });
  take.textContent = OTHERS.take;
  take.addEventListener('click', () => {
    say(store.beside.map((text) => loadText(store, text)).join(' '));
    place.remove();
  });
  place.dataset['part'] = 'beside';
  place.append(OTHERS.lie, ' ', take);
  element.prepend(place);
}
