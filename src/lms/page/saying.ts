/** Above the page: how it stands with the platform, and what is left to do. */
import { TOLD } from '#words/src/lms/page/words';
import { copyText } from '../../../widgets/page/clipboard.ts';
import { digest } from '../../tasks/sets/pure/submission/digest.ts';

const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  parts: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] => Object.assign(document.createElement(name), parts);

export class Saying {
  readonly #line = make('div', { className: 'lms-told' });
  readonly #said = make('p', { role: 'status' });
  readonly #left = make('details', { hidden: true });
  readonly #back = make('p', { className: 'lms-back', hidden: true });
  readonly #shows: string;
  #field: HTMLInputElement | undefined;

  /** `shows`: the page, as the address has it. */
  constructor(shows: string) {
    this.#shows = shows;
    this.#line.append(this.#back, this.#said, this.#left);
    document.body.prepend(this.#line);
    const turned = new MutationObserver(() => this.#leadBack());
    turned.observe(document.body, { subtree: true, attributeFilter: ['data-shown'] });
    this.#leadBack();
  }

  /** Above another page of the book that has something to do: what counts is the package’s own. */
  #leadBack(): void {
    const shown = document.querySelector<HTMLElement>('section[data-shown]');
    const own = document.querySelector(`[data-page="${this.#shows.split('/')[1] ?? ''}"] h1`);
    this.#back.hidden =
      !shown?.querySelector('[data-lesson], book-assignment, book-set') || shown.contains(own);
    const [before = '', after = ''] = TOLD.counts;
    const link = make('a', { href: this.#shows, textContent: own?.textContent ?? '' });
    this.#back.replaceChildren(before, link, after);
  }

  say(sentence: string): void {
    if (this.#said.textContent !== sentence) this.#said.textContent = sentence;
  }

  /** The parts at these places are left, in the order of the page. */
  left(ids: readonly string[], of: number): void {
    const places = ids.map((id) => `#${CSS.escape(id)}`).join();
    const parts = places === '' ? [] : [...document.querySelectorAll<HTMLElement>(places)];
    this.#left.hidden = parts.length === 0;
    this.#left.replaceChildren(
      make('summary', { textContent: TOLD.left(parts.length, of) }),
      ...parts.map((part) => this.#linkTo(part)),
    );
  }

  #linkTo(part: HTMLElement): HTMLElement {
    const by = document.getElementById(part.getAttribute('aria-labelledby') ?? '');
    const name = (by?.querySelector('strong') ?? by)?.textContent ?? part.ariaLabel ?? '';
    const link = make('a', { href: `#${part.id}`, textContent: name });
    // Of an item there may be another by the same id in another page.
    link.addEventListener('click', (event) => {
      event.preventDefault();
      if (!part.checkVisibility()) location.hash = this.#shows;
      setTimeout(() => part.scrollIntoView());
    });
    const item = make('p', {});
    item.append(link);
    return item;
  }

  /** What a student may hand in elsewhere where no platform hears of it. */
  receipt(text: string, id: string): void {
    this.say(TOLD.none);
    if (!this.#field) this.#offer();
    const [day = ''] = new Date().toISOString().split('T');
    const line = `${text} · ${day} · ${id}`;
    if (this.#field) this.#field.value = `${line} · ${digest(line).slice(0, 8)}`;
  }

  #offer(): void {
    const field = make('input', { readOnly: true, ariaLabel: TOLD.receiptIs });
    const press = make('button', { type: 'button', textContent: TOLD.copy });
    press.addEventListener('click', () => {
      field.select();
      void copyText(field.value).then((is) => (press.textContent = is ? TOLD.copied : TOLD.copy));
    });
    this.#field = field;
    this.#said.after(field, ' ', press);
  }
}
