/** The pinned run, and what has changed since. */
import { comparison, type Ran } from '../kit/draw/run-markup.ts';
import { setMarkup } from '../run/page/trusted-types.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';

export class Pin {
  readonly #widget: AnyWidget;
  readonly #button: HTMLElement;
  readonly #place: HTMLElement;
  #ran: Ran | undefined;

  constructor(widget: AnyWidget, button: HTMLElement, place: HTMLElement) {
    this.#widget = widget;
    this.#button = button;
    this.#place = place;
  }

  get ran(): Ran | undefined {
    return this.#ran;
  }

  /** Pins a run; nothing lets the pinned one go. */
  set(ran: Ran | undefined): void {
    this.#ran = ran;
    this.#button.setAttribute('aria-pressed', String(ran !== undefined));
    this.#place.hidden = ran === undefined;
    if (ran) this.compare(ran);
  }

  /** Puts a run beside the pinned one. */
  compare(now: Ran | undefined): void {
    if (this.#ran && now) setMarkup(this.#place, comparison(this.#widget, this.#ran, now));
  }
}
