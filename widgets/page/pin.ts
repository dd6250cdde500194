/** The pinned run, and what has changed since. */
import type * as Comparison from '../kit/draw/comparison.ts';
import type { RunResult } from '../kit/record/run-record.ts';
import type { Instance } from './instance.ts';
import { LatePart } from './late-part.ts';
import { setMarkup } from '../run/page/trusted-types.ts';

export class Pin {
  readonly #instance: Instance;
  readonly #code: LatePart<typeof Comparison>;

  constructor(instance: Instance) {
    this.#instance = instance;
    this.#code = new LatePart(
      () => import('../kit/draw/comparison.ts'),
      (sentence) => instance.tell(sentence),
    );
  }

  get #place(): HTMLElement {
    return this.#instance.stage.part('compare');
  }

  /** Pins a run and says so; nothing lets the pinned one go. */
  set(run: RunResult | undefined): void {
    this.#instance.pinned = run;
    this.#instance.stage.part('pin').setAttribute('aria-pressed', String(run !== undefined));
    this.#place.hidden = run === undefined;
    if (!run) return;
    this.compare(run);
    void this.#code.tell(() => this.#instance.announcer.say(this.#place.textContent));
  }

  /** Puts a run beside the pinned one. */
  compare(now: RunResult | undefined): void {
    if (!now || !this.#instance.pinned) return;
    void this.#code.use(({ comparison }) => {
      const { pinned, widget } = this.#instance;
      if (pinned) setMarkup(this.#place, comparison(widget, pinned, now));
    });
  }
}
