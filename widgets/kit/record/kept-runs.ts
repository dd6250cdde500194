/** Whole runs of a learner that are at hand: so that taking a change back, and using a model otherwise, trains nothing. */
import { sameSettings, type AnySettings, type Table } from '../contract/params.ts';
import type { Ran } from '../draw/run-markup.ts';
import type { AnyWidget } from '../contract/widget.ts';

/** A whole run, and what it ran on; nothing is said of the book's own. */
export interface KeptRun {
  readonly ran: Ran;
  readonly backend: string;
  readonly title: string | undefined;
}

/** As many as a reader takes back. */
const MOST = 20;

export class KeptRuns {
  readonly #widget: AnyWidget;
  readonly #book: readonly KeptRun[];
  /** The latest first. */
  #runs: readonly KeptRun[] = [];

  /** Begins with the run that the book brings, where it brings one. */
  constructor(widget: AnyWidget, book: Ran | undefined) {
    this.#widget = widget;
    this.#book = book ? [{ ran: book, backend: '', title: undefined }] : [];
  }

  /** Keeps a run; it counts before all older ones. */
  keep(kept: KeptRun): void {
    const others = this.#runs.filter((one) => !this.#isOf(one, kept.ran.settings));
    this.#runs = [kept, ...others].slice(0, MOST);
  }

  /** Another back end is to compute them anew; the book's own stays. */
  forget(): void {
    this.#runs = [];
  }

  /**
   * The outcome for these settings, and the run it comes from; nothing where a model must be trained. Under a hand that
   * drags only the `latest` run answers: older ones would flash by.
   */
  find(
    settings: AnySettings,
    latest: KeptRun,
    isDrag: boolean,
  ): { outcome: unknown; from: KeptRun } | undefined {
    const all = isDrag ? [latest] : [latest, ...this.#runs, ...this.#book];
    const same = all.find((one) => this.#isOf(one, settings));
    if (same) return { outcome: same.ran.outcome, from: same };
    for (const from of all) {
      const outcome: unknown = this.#widget.reuse?.(settings, from.ran);
      if (outcome !== undefined) return { outcome, from };
    }
    return undefined;
  }

  #isOf({ ran }: KeptRun, settings: AnySettings): boolean {
    return sameSettings(this.#widget.params as Table, ran.settings as never, settings as never);
  }
}
