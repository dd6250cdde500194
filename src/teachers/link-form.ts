/** The form that composes a link: choose an experiment, set its controls, lock or hide them, take the link away. */
import { copyText } from '../../widgets/page/clipboard.ts';
import { compose, type Offered } from './compose.ts';
import { rowsOf } from './rows.ts';
import { FORM } from '#words/src/teachers/words';

class LinkForm extends HTMLElement {
  #all: readonly Offered[] = [];

  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    this.#all = JSON.parse(this.#part('offered').textContent) as Offered[];
    const form = this.#form;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', ({ target }) => this.#follow(target === this.#choice));
    // A reset comes before the fields are as they were.
    form.addEventListener('reset', () => setTimeout(() => this.#compose()));
    this.#part('copy').addEventListener('click', () => void this.#copy());
    // A browser may remember what was chosen.
    this.#follow(true);
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }

  get #choice(): HTMLSelectElement {
    return this.#part('choice') as HTMLSelectElement;
  }

  get #link(): HTMLInputElement {
    return this.#part('link') as HTMLInputElement;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-link="${name}"]`) as HTMLElement;
  }

  #follow(isOther: boolean): void {
    const offered = this.#offered;
    if (isOther) {
      this.#part('rows').replaceChildren(...(offered ? rowsOf(offered) : []));
      this.#part('out').hidden = !offered;
      // A reset leads back to the chosen experiment as it stands, not to the first.
      for (const option of this.#choice.options) option.defaultSelected = option.selected;
    }
    this.#compose();
  }

  get #offered(): Offered | undefined {
    return this.#all.find(({ id }) => id === this.#choice.value);
  }

  #compose(): void {
    const offered = this.#offered;
    const place = this.querySelector<HTMLAnchorElement>(`[data-place="${offered?.id}"]`);
    if (!offered || !place) return;
    const form = new FormData(this.#form);
    const entered = [...form].filter(([name]) => Object.hasOwn(offered.params, name));
    const { query, notices } = compose(offered, {
      values: Object.fromEntries(entered.map(([name, value]) => [name, String(value)])),
      lock: form.getAll('lock').map(String),
      hide: form.getAll('hide').map(String),
    });
    const address = new URL(place.href);
    address.search = query;
    this.#link.value = address.href;
    (this.#part('open') as HTMLAnchorElement).href = address.href;
    this.#part('said').textContent = notices.join(' ');
  }

  async #copy(): Promise<void> {
    const copied = await copyText(this.#link.value);
    this.#part('said').textContent = copied ? FORM.copied : FORM.select;
    if (!copied) this.#link.select();
  }
}

customElements.define('link-form', LinkForm);
