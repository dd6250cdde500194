/** The pinned run, and what has changed since. */
import { comparison } from '../kit/draw/run-markup.ts';
import type { RunResult } from '../kit/record/run-record.ts';
import { setMarkup } from '../run/page/trusted-types.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';

export class Pin {
  readonly #widget: AnyWidget;
  readonly #button: HTMLElement;
  readonly #place: HTMLElement;
  #run: RunResult | undefined;

  constructor(widget: AnyWidget, button: HTMLElement, place: HTMLElement) {
    this.#widget = widget;
    this.#button = button;
    this.#place = place;
  }

  get run(): RunResult | undefined {
    return this.#run;
  }

  /** Pins a run; nothing lets the pinned one go. */
  set(run: RunResult | undefined): void {
    this.#run = run;
    this.#button.setAttribute('aria-pressed', String(run !== undefined));
    this.#place.hidden = run === undefined;
    if (run) this.compare(run);
  }

  /** Puts a run beside the pinned one. */
  compare(now: RunResult | undefined): void {
    if (this.#run && now) setMarkup(this.#place, comparison(this.#widget, this.#run, now));
  }
}
