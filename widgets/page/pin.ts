/** The pinned run, and what has changed since. */
import type * as Comparison from '../kit/draw/comparison.ts';
import type { RunResult } from '../kit/record/run-record.ts';
import { LatePart } from './late-part.ts';
import { setMarkup } from '../run/page/trusted-types.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';

export class Pin {
  readonly #widget: AnyWidget;
  readonly #button: HTMLElement;
  readonly #place: HTMLElement;
  readonly #code: LatePart<typeof Comparison>;
  readonly #say: (sentence: string) => void;
  #run: RunResult | undefined;

  constructor(
    widget: AnyWidget,
    button: HTMLElement,
    place: HTMLElement,
    tell: (sentence: string) => void,
    say: (sentence: string) => void,
  ) {
    this.#widget = widget;
    this.#button = button;
    this.#place = place;
    this.#say = say;
    this.#code = new LatePart(() => import('../kit/draw/comparison.ts'), tell);
  }

  get run(): RunResult | undefined {
    return this.#run;
  }

  /** Pins a run and says so; nothing lets the pinned one go. */
  set(run: RunResult | undefined): void {
    this.#run = run;
    this.#button.setAttribute('aria-pressed', String(run !== undefined));
    this.#place.hidden = run === undefined;
    if (!run) return;
    this.compare(run);
    void this.#code.tell(() => this.#say(this.#place.textContent));
  }

  /** Puts a run beside the pinned one. */
  compare(now: RunResult | undefined): void {
    if (!now || !this.#run) return;
    void this.#code.use(({ comparison }) => {
      if (this.#run) setMarkup(this.#place, comparison(this.#widget, this.#run, now));
    });
  }
}
