/** The element of a number in the text that follows the reader's own run. */
import { OUTCOME, type OutcomeDetail } from '../../widgets/kit/events.ts';
import { quantity } from '../../widgets/kit/format.ts';
import type { AnySettings } from '../../widgets/kit/params.ts';
import { WORDS } from '../../widgets/kit/words.ts';

/** Chance is no setting of the argument: a run with another seed is still the reader's run of the same experiment. */
const CHANCE = ['seed'];

/** True when a run has the settings that the sentence speaks of. */
export function speaksOf(wanted: AnySettings, settings: AnySettings): boolean {
  return Object.keys(wanted).every(
    (name) => CHANCE.includes(name) || wanted[name] === settings[name],
  );
}

/** Registers `<yours-number>`. Safe to call twice. */
export function defineYours(): void {
  if (customElements.get('yours-number')) return;
  customElements.define('yours-number', YoursNumber());
}

// A class made on call: HTMLElement does not exist where the pure part is tested.
function YoursNumber(): CustomElementConstructor {
  return class extends HTMLElement {
    readonly #onOutcome = (event: Event): void => {
      const detail = (event as CustomEvent<OutcomeDetail>).detail;
      if (detail.id !== this.dataset['id'] || detail.state !== 'done') return;
      const wanted = JSON.parse(this.dataset['settings'] ?? '{}') as AnySettings;
      if (!speaksOf(wanted, detail.settings)) return;
      const how = JSON.parse(this.dataset['how'] ?? '{}') as { digits: number; unit?: string };
      this.textContent = quantity(detail.measures[this.dataset['measure'] ?? ''] ?? null, how);
      this.title = WORDS.yours;
      this.dataset['own'] = '';
    };
    connectedCallback(): void {
      document.addEventListener(OUTCOME, this.#onOutcome);
    }
    disconnectedCallback(): void {
      document.removeEventListener(OUTCOME, this.#onOutcome);
    }
  };
}
