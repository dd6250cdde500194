/** Runs one at a time: the latest wins, and one that is stopped counts for nothing. */
import { RunFailed } from '../kit/contract/faults.ts';
import { KeptRuns } from '../kit/record/kept-runs.ts';
import { unpack } from '../kit/record/pack.ts';
import { sameSettings, type AnySettings, type Table } from '../kit/contract/params.ts';
import type { Ran } from '../kit/draw/run-markup.ts';
import { backendInUse, runOnPage } from '../run/page/runners.ts';
import type { Stage } from './stage.ts';
import { kindOf, measureAll, type AnyWidget } from '../kit/contract/widget.ts';
import { WORDS } from '../kit/words/words.ts';

/** `drag` only draws; `settle` is a run that questions and the text may cite; `quiet` is one for the kit's own use. */
type How = 'drag' | 'settle' | 'quiet';

interface TrialListener {
  /** A run that may be cited has ended; without a back end it was stopped on the way. */
  readonly onEnd: (ran: Ran, backend: string | undefined) => void;
  readonly onNotice: (sentence: string) => void;
  readonly onFailure: (sentence: string) => void;
}

export class Trials {
  readonly #widget: AnyWidget;
  readonly #stage: Stage;
  readonly #start: AnySettings;
  readonly #heard: TrialListener;
  readonly #kept: KeptRuns;
  #abort: AbortController | undefined;
  #settled: Ran | undefined;
  #trainedOn: string | undefined;
  /** What the last whole run ran on; nothing said of the book's own. */
  #backend = '';

  constructor(widget: AnyWidget, stage: Stage, start: AnySettings, heard: TrialListener) {
    this.#widget = widget;
    this.#stage = stage;
    this.#start = start;
    this.#heard = heard;
    const built = stage.part('outcome') as HTMLElement | null;
    if (built) this.#settled = this.#ran(start, unpack(built.textContent ?? ''));
    this.#kept = new KeptRuns(widget, this.#settled);
  }

  /** The last whole run that the reader settled on: what the next one is compared with. */
  get settled(): Ran | undefined {
    return this.#settled;
  }

  /** What trained the last whole run; nothing for a simulation, and for the book's own run. */
  get trainedOn(): string | undefined {
    return this.#trainedOn;
  }

  /** The last whole run. Before the first, the start stands on the page: it is run again, whatever the reader does meanwhile. */
  async whole(): Promise<Ran | undefined> {
    try {
      return this.#settled ?? (await this.#first(new AbortController().signal));
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  /** Another back end was chosen: what the last one gave is not taken for its work. */
  forget(): void {
    this.#kept.forget();
  }

  stop(): void {
    this.#abort?.abort();
  }

  async run(settings: AnySettings, how: How): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.#abort = abort;
    const isLive = kindOf(this.#widget) === 'sim';
    let last: { readonly outcome: unknown } | undefined;
    this.#stage.show('running', isLive ? '' : WORDS.running);
    try {
      // The build's run, repeated quietly: so that the first "was" has a number.
      if (isLive && !this.#settled) await this.#first(abort.signal);
      const { backend } = await runOnPage(this.#widget.runner, {
        settings,
        signal: abort.signal,
        onNotice: this.#heard.onNotice,
        onOutcome: async (outcome: unknown, share: number) => {
          last = { outcome };
          await this.#stage.step({ settings, outcome }, share, this.#settled, abort.signal);
        },
      });
      if (last) this.#end(this.#ran(settings, last.outcome), how, backend, this.#title);
    } catch (error) {
      if (this.#abort !== abort) return;
      if (!abort.signal.aborted) this.fail(error);
      else if (last) this.#end(this.#ran(settings, last.outcome), how, undefined, undefined);
      else {
        // Nothing has come of this run: the figure is still the one before it, and says what that was trained on.
        this.#stage.show('idle', this.#trainedOn ? WORDS.backend(this.#trainedOn) : '');
        if (!this.#isShown(settings)) this.#stage.tell(WORDS.stale(WORDS.run.lab));
      }
    }
  }

  /** Answers from the runs at hand where a model of theirs does; false when another one must be trained, or one is training. */
  reuse(settings: AnySettings, how: How): boolean {
    const ran = this.#settled;
    if (!ran || this.#stage.isRunning) return false;
    const latest = { ran, backend: this.#backend, title: this.#trainedOn };
    const found = this.#kept.find(settings, latest, how === 'drag');
    if (!found) return false;
    const { backend, title } = found.from;
    this.#end(this.#ran(settings, found.outcome), how, backend, title);
    return true;
  }

  /** What models are trained on now, by name. */
  get #title(): string | undefined {
    return kindOf(this.#widget) === 'lab' ? backendInUse()?.title : undefined;
  }

  /** Whether the figure shows the run of these settings; a simulation follows its controls at once. */
  #isShown(settings: AnySettings): boolean {
    const shown = this.#settled?.settings;
    if (!shown || kindOf(this.#widget) === 'sim') return true;
    return sameSettings(this.#widget.params as Table, shown as never, settings as never);
  }

  /** Ends what runs with a sentence: what happened, and what to do. */
  fail(error: unknown): void {
    const known = error instanceof RunFailed;
    if (!known) console.error(error);
    const sentence = known
      ? WORDS.failed(error.reason, error.next)
      : WORDS.failed(WORDS.elsewhere, WORDS.reload);
    this.#stage.show('failed', sentence);
    this.#heard.onFailure(sentence);
  }

  /** The start, run quietly; it counts as settled unless something newer does. */
  async #first(signal: AbortSignal): Promise<Ran | undefined> {
    let first: Ran | undefined;
    await runOnPage(this.#widget.runner, {
      settings: this.#start,
      signal,
      onNotice: () => undefined,
      onOutcome: (outcome: unknown) => {
        first = this.#ran(this.#start, outcome);
        return Promise.resolve();
      },
    });
    this.#settled ??= first;
    return first;
  }

  #ran(settings: AnySettings, outcome: unknown): Ran {
    return { settings, outcome, measures: measureAll(this.#widget, outcome).measures };
  }

  #end(ran: Ran, how: How, backend: string | undefined, title: string | undefined): void {
    const whole = backend !== undefined;
    this.#stage.draw(ran.settings, ran.outcome, this.#settled);
    this.#stage.show(
      whole ? 'done' : 'partial',
      whole ? (title ? WORDS.backend(title) : '') : WORDS.stopped,
    );
    if (how === 'drag') return;
    if (whole && kindOf(this.#widget) === 'lab') this.#kept.keep({ ran, backend, title });
    if (whole) [this.#settled, this.#trainedOn, this.#backend] = [ran, title, backend];
    if (how === 'settle') this.#heard.onEnd(ran, backend);
  }
}
