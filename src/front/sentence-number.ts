/**
 * A number in the front page's sentence. Its slider, which nobody sees, has the keys and is what a screen reader hears; the
 * number itself is pulled, and a click or a digit opens a field to type in.
 */
import { holdable } from '../../widgets/page/controls/hold.ts';
import { pulled, typed, type Pulled } from './pure/pull.ts';

/** As far as a finger may slip in a tap, in pixels. */
const SLIP = 3;

export class SentenceNumber {
  readonly #slider: HTMLInputElement;
  readonly #field: HTMLInputElement;
  readonly #range: Pulled;
  #from = 0;
  #hasMoved = false;

  /** `room` holds the number, its slider and its field; each new value is an `input` event, each that counts a `change` of the slider. */
  constructor(room: HTMLElement) {
    this.#slider = room.querySelector('[type="range"]') as HTMLInputElement;
    this.#field = room.querySelector('[type="text"]') as HTMLInputElement;
    this.#range = { min: Number(this.#slider.min), max: Number(this.#slider.max) };
    const number = room.querySelector('.drag-number') as HTMLElement;
    holdable(number, {
      take: () => {
        this.#hasMoved = false;
        this.#from = Number(this.#slider.value);
        return true;
      },
      pull: (pixels) => {
        this.#hasMoved ||= Math.abs(pixels) > SLIP;
        if (this.#hasMoved) this.#put(pulled(this.#range, this.#from, pixels));
      },
      drop: (isMeant) => this.#drop(isMeant),
    });
    number.addEventListener('click', () => {
      if (!this.#hasMoved) this.#open(this.#slider.value);
    });
    this.#slider.addEventListener('keydown', (event) => this.#key(event));
    this.#listenToField();
  }

  #put(value: number): void {
    if (value === Number(this.#slider.value)) return;
    this.#slider.value = String(value);
    this.#slider.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #settle(): void {
    this.#slider.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #drop(isMeant: boolean): void {
    if (!this.#hasMoved) return;
    if (!isMeant) this.#put(this.#from);
    this.#slider.focus({ preventScroll: true });
    this.#settle();
  }

  #key(event: KeyboardEvent): void {
    const { key, altKey, ctrlKey, metaKey } = event;
    const isDigit = /^\d$/.test(key);
    if (altKey || ctrlKey || metaKey || !(isDigit || key === 'Enter')) return;
    event.preventDefault();
    this.#open(isDigit ? key : this.#slider.value, isDigit);
  }

  #open(text: string, goesOn = false): void {
    this.#from = Number(this.#slider.value);
    this.#field.value = text;
    this.#field.hidden = false;
    this.#field.focus({ preventScroll: true });
    if (goesOn) this.#follow();
    else this.#field.select();
  }

  /** What is typed is drawn at once where the number can have it. */
  #follow(): void {
    const { value } = this.#field;
    const to = typed(this.#range, value);
    if (to === Number(value)) this.#put(to);
  }

  #listenToField(): void {
    const field = this.#field;
    // What the sentence hears of is the slider.
    for (const type of ['input', 'change']) {
      field.addEventListener(type, (event) => event.stopPropagation());
    }
    field.addEventListener('input', () => this.#follow());
    field.addEventListener('blur', () => this.#close(typed(this.#range, field.value)));
    field.addEventListener('keydown', ({ key, isComposing }) => {
      if (isComposing || (key !== 'Enter' && key !== 'Escape')) return;
      if (key === 'Escape') field.value = '';
      this.#slider.focus({ preventScroll: true });
    });
  }

  /** With nothing, all is as it was. */
  #close(value: number = this.#from): void {
    this.#field.hidden = true;
    this.#put(value);
    this.#settle();
  }
}
