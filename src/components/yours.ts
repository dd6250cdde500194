/** The element of a number in the text that follows the reader's own run, and of words; both wait for the reader's prediction. */
import {
  OUTCOME,
  PREDICTED,
  type QuestionAttributes,
  type OutcomeDetail,
} from '../../widgets/kit/contract/border.ts';

class YoursNumber extends HTMLElement {
  /** Shows the reader's own number, which may still be held back. */
  #showOwn: (() => void) | undefined;

  readonly #onOutcome = (event: Event): void => {
    const { id, run, state } = (event as CustomEvent<OutcomeDetail>).detail;
    if (id !== this.dataset['id'] || state !== 'done') return;
    // Here with the experiment whose run it is.
    const coming = import('./yours-value.ts');
    coming.then((code) => {
      this.#showOwn = code.ownNumber(this, run) ?? this.#showOwn;
      this.#show();
    }, console.warn);
  };

  readonly #onPredicted = (): void => {
    if (!this.#isHeld) this.#open();
  };

  connectedCallback(): void {
    this.dataset['awake'] = '';
    document.addEventListener(OUTCOME, this.#onOutcome);
    document.addEventListener(PREDICTED, this.#onPredicted);
    this.#onPredicted();
  }

  disconnectedCallback(): void {
    document.removeEventListener(OUTCOME, this.#onOutcome);
    document.removeEventListener(PREDICTED, this.#onPredicted);
  }

  /** True while its prediction is open; a number that stands before it does not wait. */
  get #isHeld(): boolean {
    const id = this.dataset['after'];
    const question = id === undefined ? null : document.getElementById(`question-${id}`);
    if (!question) return false;
    const { committed, failed } = question.dataset as QuestionAttributes;
    if ((committed ?? failed) !== undefined) return false;
    return (
      this.className !== 'yours' ||
      Boolean(question.compareDocumentPosition(this) & Node.DOCUMENT_POSITION_FOLLOWING)
    );
  }

  #open(): void {
    if (!('after' in this.dataset)) return;
    delete this.dataset['after'];
    // What waits of an experiment stands here itself.
    const value = this.querySelector(':scope > .yours-value');
    if (value) this.replaceChildren(...value.childNodes);
    this.#show();
  }

  #show(): void {
    if (!('after' in this.dataset)) this.#showOwn?.();
  }
}

/** Registers `<yours-number>`. Safe to call twice. */
export function defineYours(): void {
  if (customElements.get('yours-number')) return;
  customElements.define('yours-number', YoursNumber);
}
