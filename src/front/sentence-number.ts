/**
 * A number in the front page's sentence. Its slider, which nobody sees, has the keys and is what a screen reader hears; the
 * number itself is pulled, and a click or a digit opens a field to type in.
 */
import { holdable } from '../../widgets/page/controls/hold.ts';
import { TypedNumber } from '../../widgets/page/in-text/typed-number.ts';
import { isBeyond, pulled, typed, type Pulled } from './pure/pull.ts';

/** As far as a finger may slip in a tap, in pixels. */
const SLIP = 3;

export class SentenceNumber {
  readonly #slider: HTMLInputElement;
  readonly #range: Pulled;
  #from = 0;
  #hasMoved = false;

  /**
   * `room` holds the number, its slider and its field; each new value is an `input` event, each that counts a `change` of the
   * slider, whose `data-beyond` is what was typed where it cannot have that.
   */
  constructor(room: HTMLElement) {
    this.#slider = room.querySelector('[type="range"]') as HTMLInputElement;
    const field = room.querySelector('[type="text"]') as HTMLInputElement;
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
    const typedHere = new TypedNumber(field, {
      value: () => Number(this.#slider.value),
      read: (text) => typed(this.#range, text),
      put: (value) => this.#put(value),
      settle: () => {
        if (isBeyond(this.#range, field.value)) this.#slider.dataset['beyond'] = field.value.trim();
        this.#settle();
        this.#slider.removeAttribute('data-beyond');
      },
      focus: () => this.#slider.focus({ preventScroll: true }),
    });
    number.addEventListener('click', () => {
      if (!this.#hasMoved) typedHere.open();
    });
    this.#slider.addEventListener('keydown', (event) => typedHere.key(event));
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
}
