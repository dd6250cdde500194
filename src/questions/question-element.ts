/** Registers `<book-question>` and `<book-work>`. */
import { wakeAnswer } from './answer.ts';
import type { PageData } from './page-data.ts';
import { wakePrediction } from './prediction.ts';
import { QuestionFrame } from './question-frame.ts';
import { wakeReach } from './reach.ts';
import { wakeWork } from './work-panel.ts';

class BookQuestion extends HTMLElement {
  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    const text = this.querySelector('[data-part="data"]')?.textContent ?? '';
    wake(this, JSON.parse(text) as PageData);
  }
}

class BookWork extends HTMLElement {
  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    wakeWork(this);
  }
}

/** Wakes every question on the page, and the panel that saves and loads work. Safe to call twice. */
export function defineQuestions(): void {
  if (!customElements.get('book-question')) customElements.define('book-question', BookQuestion);
  if (!customElements.get('book-work')) customElements.define('book-work', BookWork);
}

function wake(element: HTMLElement, data: PageData): void {
  if (data.kind === 'reach') wakeReach(new QuestionFrame(element, data));
  else if (data.kind === 'prediction') wakePrediction(new QuestionFrame(element, data));
  else wakeAnswer(new QuestionFrame(element, data));
}
