/** Wakes what sleeps on the page: questions of every kind, and the panel that saves and loads work. */
import type { PageHead } from '../contract.ts';
import * as PAGES from '../../tables/page.ts';
import type { WorkStore } from '../../storage/store.ts';
import { wakeWork } from '../../storage/work-panel.ts';
import { wakeBack } from './bring-back.ts';
import { wakeHelp } from './question-help.ts';
import { QuestionFrame } from './question-frame.ts';
import { BROKEN } from '#words/src/tasks/judge/words';

/** For whoever comes with it: a file of its own would be one more to fetch for every reader. */
export { pageStore } from '../../storage/page-store.ts';

/** Gives a question its behaviour; each kind takes frames with its own data, hence `never`. */
const pages: Readonly<Record<string, { wake: (frame: never) => void } | undefined>> = PAGES;

/** Wakes an element; what stands in its fields stays there. Its answers go to `store`, where that is not the page's. */
export function wake(element: HTMLElement, store?: WorkStore): void {
  try {
    if (element.localName === 'book-work') {
      wakeWork(element);
      return;
    }
    const text = element.querySelector('[data-part="data"]')?.textContent ?? '';
    const frame = new QuestionFrame(element, JSON.parse(text) as PageHead, store);
    wakeHelp(frame);
    wakeBack(frame);
    pages[frame.data.kind]?.wake(frame as never);
  } catch (error) {
    // A fault in one question keeps no other asleep.
    reportError(error);
    element.querySelector('[data-part="verdict"], [data-part="status"]')?.append(BROKEN);
  }
}
