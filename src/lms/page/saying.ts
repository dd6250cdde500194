/** One line above the page: how it stands with the platform. */
import { TOLD } from '#words/src/lms/page/words';
import { copyText } from '../../../widgets/page/clipboard.ts';
import { digest } from '../../tasks/sets/pure/submission/digest.ts';

const make = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  parts: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] => Object.assign(document.createElement(name), parts);

export class Saying {
  readonly #line = make('p', { className: 'lms-told', role: 'status' });
  readonly #said = make('span', {});
  #field: HTMLInputElement | undefined;

  constructor() {
    this.#line.append(this.#said);
    document.body.prepend(this.#line);
  }

  say(sentence: string): void {
    if (this.#said.textContent !== sentence) this.#said.textContent = sentence;
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
    this.#line.append(' ', field, ' ', press);
  }
}
