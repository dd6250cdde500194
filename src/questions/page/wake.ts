/** Wakes what sleeps on the page: questions of every kind, and the panel that saves and loads work. */
import type { PageHead } from '../author/contract.ts';
import { WAKERS } from '../kinds/page.ts';
import { wakeWork } from '../work/work-panel.ts';
import { QuestionFrame } from './question-frame.ts';
import { wakeHelp } from './question-help.ts';

/** Gives a question its behaviour; each kind takes frames with its own data, hence `never`. */
type Wakers = Readonly<Record<string, (frame: never) => void>>;

/** Wakes one element; what stands in its fields stays there. */
export function wake(element: HTMLElement): void {
  if (element.localName === 'book-work') {
    wakeWork(element);
    return;
  }
  const text = element.querySelector('[data-part="data"]')?.textContent ?? '';
  const frame = new QuestionFrame(element, JSON.parse(text) as PageHead);
  wakeHelp(frame);
  (WAKERS as Wakers)[frame.data.kind]?.(frame as never);
}
