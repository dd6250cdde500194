/** Runs one at a time: the latest wins, and one that is stopped counts for nothing. */
import type { RunBy } from '../kit/contract/border.ts';
import { RunFailed } from '../kit/contract/faults.ts';
import { sameSettings, type AnySettings, type Table } from '../kit/contract/params.ts';
import { answersAtOnce, runsOnBackend, type AnyWidget } from '../kit/contract/widget.ts';
import { unpack } from '../kit/record/pack.ts';
import { resultOf, type RunResult } from '../kit/record/run-record.ts';
import { RunsAtHand, type Unmeasured } from '../kit/record/runs-at-hand.ts';
import { WORDS } from '#words/widgets/kit/words/words';
import { backendTitle, deviceOf } from '../run/page/back-ends.ts';
import { runOnPage } from '../run/page/runners.ts';
import type { Instance } from './instance.ts';
import type { Drawn, Stage } from './stage.ts';

/** `drag` only draws, `quiet` is for the kit's own use; else a run that questions and the text may cite, by who asked for it. */
type How = 'drag' | 'quiet' | RunBy;
type Seen = Pick<Drawn, 'settings' | 'outcome'>;
/** A run that was stopped on the way is `partial`. */
type Ended = 'done' | 'partial';

export class Trials {
  /** What has been run here, by the button or for a curve. */
  readonly known: RunsAtHand;
  readonly #widget: AnyWidget;
  readonly #stage: Stage;
  readonly #start: AnySettings;
  readonly #instance: Instance;
  /** What a question has run is not its answer, which is a curve, or it was set up anew: it is compared with nothing. */
  isAside = false;
  #abort: AbortController | undefined;
  /** What was set since a run began. */
  #meanwhile: AnySettings | undefined;
  #settled: RunResult | undefined;

  constructor(instance: Instance) {
    const { widget, stage, settings } = instance;
    const start = settings.built;
    this.#instance = instance;
    this.#widget = widget;
    this.#stage = stage;
    this.#start = start;
    const built = stage.part('outcome') as HTMLElement | null;
    if (built) this.#settled = resultOf(widget, start, unpack(built.textContent ?? ''));
    this.known = new RunsAtHand(widget, this.#settled);
  }

  /** The last whole run that the reader settled on: what the next one is compared with. */
  get settled(): RunResult | undefined {
    return this.#settled;
  }

  /** The last whole run. Before the first, the start stands on the page: it is run again, whatever the reader does meanwhile. */
  async whole(): Promise<RunResult | undefined> {
    try {
      return this.#settled ?? (await this.#first(new AbortController().signal));
    } catch (error) {
      this.fail(error);
      return undefined;
    }
  }

  #before(isAside: boolean): RunResult | undefined {
    return isAside ? undefined : this.#settled;
  }

  stop(): void {
    this.#abort?.abort();
  }

  async run(settings: AnySettings, how: How): Promise<void> {
    this.stop();
    const abort = new AbortController();
    this.#abort = abort;
    this.#meanwhile = undefined;
    // What is asked for while it runs is another matter.
    const isAside = how === 'question' && this.isAside;
    const isLive = answersAtOnce(this.#widget);
    let last: Seen | undefined;
    this.#stage.show('running', isLive ? '' : WORDS.running);
    try {
      // The build's run, repeated quietly: so that the first "was" has a number.
      if (isLive && !this.#settled) await this.#first(abort.signal);
      const { backend } = await runOnPage(this.#widget.runner, {
        settings,
        signal: abort.signal,
        onNotice: (sentence) => this.#instance.tell(sentence),
        onOutcome: async (outcome: unknown, share: number) => {
          last = this.#asSet({ settings, outcome });
          const run = { ...last, before: this.#before(isAside) };
          this.#instance.shown(run, share);
          await this.#stage.step(run, share, abort.signal, how === 'question');
        },
      });
      if (last) this.#end({ ...this.#asSet(last), backend }, how, 'done', isAside);
    } catch (error) {
      if (this.#abort !== abort) return;
      if (!abort.signal.aborted) this.#failed(error);
      else if (last) this.#end({ ...this.#asSet(last), backend: '' }, how, 'partial', isAside);
      else {
        // Nothing has come of this run: the figure is still the one before it, and says what that was trained on.
        this.#stage.show('idle', this.#status(this.#settled));
        if (how !== 'quiet' && !this.#isShown(settings))
          this.#stage.tell(WORDS.stale(this.#stage.runWord));
      }
    }
  }

  /** Answers from the runs at hand where a model of theirs does; false when another one must be trained, or one is training. */
  reuse(settings: AnySettings, how: How): boolean {
    if (!this.#settled || this.#stage.isRunning) return this.#redraw(settings);
    const found =
      how === 'drag'
        ? this.known.drag(settings, this.#settled)
        : this.known.find(settings, this.#settled);
    if (found) this.#end(found, how, 'done', how === 'question' && this.isAside);
    return found !== undefined || this.#redraw(settings);
  }

  /** Draws a run on its way, or one that was stopped, as it is now set; false where that changes its outcome. */
  #redraw(settings: AnySettings): boolean {
    this.#meanwhile = settings;
    const { drawn } = this.#stage;
    const run = drawn && this.#asSet(drawn);
    if (!run || run === drawn) return false;
    this.#stage.draw(run);
    return true;
  }

  /** A run under what was set meanwhile, where that leaves its outcome as it is. */
  #asSet<Run extends Seen>(run: Run): Run {
    const now = this.#meanwhile;
    const isWithin = now && this.#widget.reuse?.(now, run) === run.outcome;
    return isWithin ? { ...run, settings: now } : run;
  }

  /** What a model was trained on, as the reader knows it; nothing for a simulation, and for the book's own run. */
  trainedOn({ backend }: Pick<RunResult, 'backend'>): string | undefined {
    return backend && runsOnBackend(this.#widget) ? backendTitle(backend) : undefined;
  }

  #status(run: Pick<RunResult, 'backend'> | undefined): string {
    if (!run || this.trainedOn(run) === undefined) return '';
    this.#stage.ranOn(run.backend);
    return WORDS.backend(deviceOf(run.backend));
  }

  /** Whether the figure shows the run of these settings; before the first run, the start stands there. */
  #isShown(settings: AnySettings): boolean {
    const shown = this.#settled?.settings ?? this.#start;
    return sameSettings(this.#widget.params as Table, shown as never, settings as never);
  }

  /** Says what became of a run beside this one (of a curve, of the start): the state is that of the run that goes on. */
  fail(error: unknown): void {
    if (this.#stage.isRunning) this.#instance.tell(sentenceOf(error));
    else this.#failed(error);
  }

  /** Ends what runs with a sentence: what happened, and what to do. */
  #failed(error: unknown): void {
    const sentence = sentenceOf(error);
    this.#stage.show('failed', sentence);
    this.#instance.announcer.report(sentence);
  }

  /** The start, run quietly; it counts as settled unless something newer does. */
  async #first(signal: AbortSignal): Promise<RunResult | undefined> {
    let first: { readonly outcome: unknown } | undefined;
    const { backend } = await runOnPage(this.#widget.runner, {
      settings: this.#start,
      signal,
      onNotice: () => undefined,
      onOutcome: (outcome: unknown) => {
        first = { outcome };
        return Promise.resolve();
      },
    });
    const run = first && resultOf(this.#widget, this.#start, first.outcome, backend);
    this.#settled ??= run;
    return run;
  }

  /** A drag only shows its run: measuring it would take time that the hand feels. */
  #end(ended: RunResult | Unmeasured, how: How, state: Ended, isAside: boolean): void {
    const { settings, outcome, backend } = ended;
    const drawn = { settings, outcome, before: this.#before(isAside) };
    this.#instance.shown(drawn);
    this.#stage.draw(drawn);
    this.#stage.show(state, state === 'done' ? this.#status(ended) : WORDS.stopped);
    if (how === 'drag') return;
    const run = 'measures' in ended ? ended : resultOf(this.#widget, settings, outcome, backend);
    if (state === 'done') {
      // What answers at once is run again sooner than kept.
      if (answersAtOnce(this.#widget)) this.known.keepRecord(run);
      else this.known.keep(run);
      this.#settled = run;
    }
    if (how !== 'quiet') this.#instance.ended(run, state, how);
  }
}

/** What happened, and what to do; what nobody has foreseen is written to the console, too. */
function sentenceOf(error: unknown): string {
  if (error instanceof RunFailed) return WORDS.failed(error.reason, error.next);
  console.error(error);
  return WORDS.failed(WORDS.elsewhere, WORDS.reload);
}
