/** Wakes what sleeps on the page: each kind of question, and the panel that saves and loads work. */
import { wakeAnswer } from './answer.ts';
import type { PageData } from '../author/page-data.ts';
import { wakePrediction } from '../kinds/prediction/page.ts';
import { QuestionFrame } from './question-frame.ts';
import { wakeReach } from '../kinds/reach/page.ts';
import { wakeWork } from '../work/work-panel.ts';

/** Wakes one element; what stands in its fields stays there. */
export function wake(element: HTMLElement): void {
  if (element.localName === 'book-work') {
    wakeWork(element);
    return;
  }
  const text = element.querySelector('[data-part="data"]')?.textContent ?? '';
  const data = JSON.parse(text) as PageData;
  if (data.kind === 'reach') wakeReach(new QuestionFrame(element, data));
  else if (data.kind === 'prediction') wakePrediction(new QuestionFrame(element, data));
  else wakeAnswer(new QuestionFrame(element, data));
}
