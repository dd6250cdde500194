/** Runs of one experiment, in memory: a repeated run reappears at once, and settings that only use its model otherwise need no training. */
import type { AnySettings } from '../contract/params.ts';
import type { AnyWidget } from '../contract/widget.ts';
import { RunCache } from './run-cache.ts';
import { type Runnable } from './run-key.ts';
import {
  recordOf,
  resultOf,
  runnable,
  areAlike,
  type RunRecord,
  type RunResult,
} from './run-record.ts';

/** What came of settings, before anybody asks what it measures. */
export type Unmeasured = Pick<RunResult, 'settings' | 'outcome' | 'backend'>;

/** Outcomes: as many as a reader takes back. */
const OUTCOMES = 20;
/** Records, which are small: more than any reader's curves need in one sitting. */
const RECORDS = 3000;

/**
 * What is kept, and what is forgotten: outcomes of the last 20 whole runs, records of the last 3,000 runs, of curves too.
 * Another back end forgets all of them. The book's own run stays for good, and is no point of a curve by itself, because
 * it ran elsewhere.
 */
export class RunsAtHand {
  readonly #widget: AnyWidget;
  readonly #book: RunResult | undefined;
  readonly #results = new RunCache<RunResult>(OUTCOMES);
  readonly #records = new RunCache<RunRecord>(RECORDS);

  /** The last answer under a hand that drags. */
  #dragged: Unmeasured | undefined;

  /** Begins with the run that the book brings, where it brings one. */
  constructor(widget: AnyWidget, book: RunResult | undefined) {
    this.#widget = widget;
    this.#book = book;
  }

  /** Keeps a whole run. */
  keep(run: RunResult): void {
    this.#dragged = undefined;
    this.#results.add(run, run);
    this.keepRecord(run);
  }

  /** Keeps what a run gave without its outcome, as a point of a curve. */
  keepRecord(run: RunRecord): void {
    this.#records.add(run, recordOf(run));
  }

  /** Another back end is to compute them anew. */
  forget(): void {
    this.#dragged = undefined;
    this.#results.forget();
    this.#records.forget();
  }

  /** The record of these settings' run, once it has been run here. */
  record(settings: AnySettings): RunRecord | undefined {
    return this.#records.get(runnable(this.#widget, settings));
  }

  /**
   * The run of these settings: the one that a hand has just dragged to, kept, or got from the model of one that is kept;
   * nothing where a model must be trained.
   */
  find(settings: AnySettings, latest: RunResult): RunResult | undefined {
    const wanted = runnable(this.#widget, settings);
    const dragged = this.#dragged;
    // The very outcome that is drawn: it need not be drawn again.
    if (dragged && this.#isOf(dragged, wanted)) return this.#measured(dragged);
    const book = this.#book ? [this.#book] : [];
    const all = [latest, ...this.#results.latest, ...book];
    return all.find((one) => areAlike(one, wanted)) ?? this.#reused(settings, all);
  }

  /** The same under a hand that drags, unmeasured. Only the `latest` run answers: older ones would flash by. */
  drag(settings: AnySettings, latest: RunResult): Unmeasured | undefined {
    const isLatest = areAlike(latest, runnable(this.#widget, settings));
    const outcome: unknown = isLatest ? latest.outcome : this.#widget.reuse?.(settings, latest);
    this.#dragged =
      outcome === undefined ? undefined : { settings, outcome, backend: latest.backend };
    return this.#dragged;
  }

  /** Keeps the records of those settings that only use the model of one of these runs otherwise. */
  reuse(list: readonly AnySettings[], from: readonly RunResult[]): void {
    if (!this.#widget.reuse) return;
    for (const settings of list) {
      const found = this.record(settings) ? undefined : this.#reused(settings, from);
      if (found) this.keepRecord(found);
    }
  }

  #reused(settings: AnySettings, from: readonly RunResult[]): RunResult | undefined {
    for (const one of from) {
      const outcome: unknown = this.#widget.reuse?.(settings, one);
      if (outcome !== undefined) {
        return this.#measured({ settings, outcome, backend: one.backend });
      }
    }
    return undefined;
  }

  #measured({ settings, outcome, backend }: Unmeasured): RunResult {
    return resultOf(this.#widget, settings, outcome, backend);
  }

  #isOf({ settings }: Unmeasured, wanted: Runnable): boolean {
    return areAlike(runnable(this.#widget, settings), wanted);
  }
}
