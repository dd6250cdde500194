/** Wakes what sleeps on the page: questions of every kind, and the panel that saves and loads work. */
import type { PageHead } from '../contract.ts';
import { WAKERS } from '../wakers.ts';
import { pageStore } from '../../storage/page-store.ts';
import { helpLater } from './late-help.ts';
import { QuestionFrame } from './question-frame.ts';
import { allOf } from './whole.ts';
import { BROKEN } from '#words/src/tasks/judge/words';

type Elements = readonly HTMLElement[];
/** Gives a question its behaviour; each kind takes frames with its own data, hence `never`. */
type Waker = (frame: never) => void;
type Wakers = Readonly<Record<string, (questions: Elements) => Waker | Promise<Waker>>>;

const kindOf = ({ dataset }: HTMLElement): string => dataset['kind'] ?? '';
const isPanel = ({ localName }: HTMLElement): boolean => localName === 'book-work';

/**
 * Resolves, when all is here that these elements need, with what wakes each of them; what stands in its fields stays there.
 * `onWork` is called with the first work that there is to keep.
 */
export async function wakerOf(
  elements: Elements,
  onWork: () => void,
): Promise<(element: HTMLElement) => void> {
  pageStore().addEventListener('change', onWork, { once: true });
  const [panel, wakers] = await Promise.all([
    elements.some(isPanel) ? import('../../storage/work-panel.ts') : undefined,
    allOf(elements.map(kindOf), (kind) =>
      (WAKERS as Wakers)[kind]?.(elements.filter((one) => kindOf(one) === kind)),
    ),
  ]);
  const wake = (element: HTMLElement): void => {
    if (isPanel(element)) {
      panel?.wakeWork(element);
      return;
    }
    const text = element.querySelector('[data-part="data"]')?.textContent ?? '';
    const frame = new QuestionFrame(element, JSON.parse(text) as PageHead);
    helpLater(frame);
    wakers.get(frame.data.kind)?.(frame as never);
  };
  return (element) => {
    try {
      wake(element);
    } catch (error) {
      // A fault in one question keeps no other asleep.
      reportError(error);
      element.querySelector('[data-part="verdict"], [data-part="status"]')?.append(BROKEN);
    }
  };
}
