/** The element of a number in the text that follows the reader's own run. */
import { OUTCOME, type OutcomeDetail } from '../../widgets/kit/events.ts';
import { quantity } from '../../widgets/kit/format.ts';
import type { AnySettings } from '../../widgets/kit/params.ts';
import { FIRST_WORDS } from '../../widgets/kit/first-words.ts';
import { CHANCE, differing } from '../questions/proposal.ts';

class YoursNumber extends HTMLElement {
  readonly #onOutcome = (event: Event): void => {
    const detail = (event as CustomEvent<OutcomeDetail>).detail;
    if (detail.id !== this.dataset['id'] || detail.state !== 'done') return;
    const wanted = JSON.parse(this.dataset['settings'] ?? '{}') as AnySettings;
    if (differing(wanted, detail.settings, CHANCE).length > 0) return;
    const how = JSON.parse(this.dataset['how'] ?? '{}') as { digits: number; unit?: string };
    const label = document.createElement('span');
    label.className = 'visually-hidden';
    label.textContent = ` (${FIRST_WORDS.yours})`;
    this.replaceChildren(
      quantity(detail.measures[this.dataset['measure'] ?? ''] ?? null, how),
      label,
    );
    this.title = FIRST_WORDS.yours;
    this.dataset['own'] = '';
  };
  connectedCallback(): void {
    document.addEventListener(OUTCOME, this.#onOutcome);
  }
  disconnectedCallback(): void {
    document.removeEventListener(OUTCOME, this.#onOutcome);
  }
}

/** Registers `<yours-number>`. Safe to call twice. */
export function defineYours(): void {
  if (customElements.get('yours-number')) return;
  customElements.define('yours-number', YoursNumber);
}
