/** The fold in which a control is spread: it decides what runs, and when. */
import { backendInUse, spreadOnPage } from './runners.ts';
import { KnownRuns, knownLines, runKey, runsOf } from './known-runs.ts';
import type { AnySettings } from './params.ts';
import { saveFile } from './save-file.ts';
import { SpreadForm } from './spread-form.ts';
import { SpreadShown } from './spread-shown.ts';
import { spreadCsv } from './spread-words.ts';
import { linesOf, type LineOrder, type SpreadAsk, type SpreadView } from './spread.ts';
import { kindOf, measureAll, type AnyWidget, type Measured } from './widget.ts';
import { WORDS } from './words.ts';

interface Heard {
  readonly settings: () => AnySettings;
  readonly pinned: () => AnySettings | undefined;
  /** Resolves when the experiment can be seen: models do not learn for nobody. */
  readonly inSight: (signal: AbortSignal) => Promise<void>;
  /** A whole spread, with its sentence. */
  readonly onSpread: (view: SpreadView, sentence: string) => void;
  readonly onFailure: (error: unknown) => void;
  readonly onNotice: (sentence: string) => void;
  readonly onSay: (sentence: string) => void;
  /** What is asked has changed: the link follows. */
  readonly onView: () => void;
}
type Prediction = NonNullable<SpreadView['prediction']>;
/** What is asked of one spread under the settings of the moment. */
interface Order {
  readonly ask: SpreadAsk;
  readonly settings: AnySettings;
  readonly lines: readonly LineOrder[];
  readonly runs: ReadonlyMap<string, AnySettings>;
  /** The same for orders that need the same runs. */
  readonly key: string;
}
/** Between two looks at a spread that grows, in milliseconds: models move as a whole, quick runs must not flicker. */
const LOOK = { sim: 500, lab: 150 } as const;

export class SpreadPanel {
  readonly #widget: AnyWidget;
  readonly #panel: HTMLElement;
  readonly #heard: Heard;
  readonly #form: SpreadForm;
  readonly #shown: SpreadShown;
  readonly #known = new KnownRuns();
  #run: { readonly order: Order; readonly abort: AbortController } | undefined;
  /** What a run that is under way, or was stopped, has given so far; of models, what they knew by then. */
  #part: { readonly key: string; readonly found: Map<string, Measured> } | undefined;
  #drawn: Order | undefined;
  #told = '';
  #prediction: (SpreadAsk & { readonly points: Prediction }) | undefined;

  constructor(widget: AnyWidget, panel: HTMLElement, heard: Heard) {
    this.#widget = widget;
    this.#panel = panel;
    this.#heard = heard;
    this.#form = new SpreadForm(widget, panel);
    this.#shown = new SpreadShown(widget, panel);
    this.#form.onChange((onlyShown) => {
      heard.onView();
      // Each point holds every measure: another one is a matter of drawing.
      if (onlyShown && this.#shown.state !== 'stale') this.#redraw();
      else this.#follow(false);
    });
    this.#shown.onPress(() => (this.#run ? this.#stop() : this.#start(this.#order())));
    this.#shown.onSave(() => this.#save());
  }

  get isOpen(): boolean {
    return !this.#panel.hidden;
  }
  get asked(): SpreadAsk {
    return this.#form.ask;
  }

  /** What a link has hidden or locked is not offered; false when nothing is left to spread. */
  restrict(closed: readonly string[]): boolean {
    return this.#form.close(closed);
  }

  /** Opens; what somebody has asked for is run too, of a learner as well. False when it may not be shown. */
  open(ask?: SpreadAsk, prediction?: Prediction): boolean {
    if (ask && !this.#form.take(ask)) return false;
    if (ask && prediction) this.#prediction = { ...ask, points: prediction };
    this.#panel.hidden = false;
    this.#told = '';
    this.#follow(ask !== undefined);
    return true;
  }

  /** Keeps a prediction for when the spread that answers it is shown. */
  remember(ask: SpreadAsk, points: Prediction): void {
    this.#prediction = { ...ask, points };
    if (this.isOpen) this.#redraw();
  }

  close(): void {
    this.#end();
    this.#panel.hidden = true;
  }

  /** The settings or the pinned run have changed: an open spread follows, that of a learner when it is asked to. */
  refresh(): void {
    if (this.isOpen) this.#follow(false);
  }

  /** Another back end was chosen: what the last one gave is not taken for its work. */
  forget(): void {
    this.#known.forget();
  }

  #order(): Order {
    const { ask } = this.#form;
    const settings = this.#heard.settings();
    const lines = linesOf(this.#widget, settings, ask, this.#heard.pinned());
    const runs = runsOf(this.#widget, lines);
    return { ask, settings, lines, runs, key: [...runs.keys()].join() };
  }

  #missing({ runs }: Order): readonly AnySettings[] {
    return [...runs].flatMap(([key, one]) => (this.#known.get(key) ? [] : [one]));
  }

  /** Brings the curve to what is asked now: from what is known, by running, or by saying that it is to be run. */
  #follow(isAsked: boolean): void {
    const order = this.#order();
    if (this.#run?.order.key === order.key) {
      this.#run = { ...this.#run, order };
      return this.#draw(order, 'running');
    }
    this.#end();
    const missing = this.#missing(order);
    if (missing.length === 0) return this.#finish(order);
    const stopped = this.#part?.key === order.key && !isAsked;
    if (stopped) return this.#draw(order, 'stopped', missing.length);
    if (isAsked || kindOf(this.#widget) === 'sim') return this.#start(order);
    this.#wait(missing.length);
  }

  /** A model's curve waits for the reader: the one of the settings before stays, and is said to be theirs. */
  #wait(models: number): void {
    const before = this.#drawn;
    const { ask } = this.#form;
    if (before?.ask.param === ask.param && before.ask.by === ask.by) {
      this.#shown.draw({ ...this.#view(before), measure: ask.measure, isStale: true });
      this.#shown.is('stale', models);
    } else {
      this.#drawn = undefined;
      this.#shown.is('empty', models);
    }
  }

  #start(order: Order): void {
    this.#end();
    const abort = new AbortController();
    this.#run = { order, abort };
    const missing = this.#missing(order);
    const list = missing.length > 0 ? missing : [...order.runs.values()];
    this.#shown.is('running', list.length);
    if (kindOf(this.#widget) === 'lab') this.#heard.onSay(WORDS.spreadBegins(list.length));
    void this.#carryOut(order, list, abort.signal)
      .then((found) => {
        this.#known.add(found);
        const now = this.#run?.order ?? order;
        this.#end();
        this.#finish(now);
      })
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        this.#end();
        this.#shown.is('failed', list.length);
        this.#heard.onFailure(error);
      });
  }

  async #carryOut(
    order: Order,
    list: readonly AnySettings[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Measured>> {
    const found = new Map<string, Measured>();
    this.#part = { key: order.key, found };
    const kind = kindOf(this.#widget);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let drawn = performance.now();
    await spreadOnPage(this.#widget.runner, list, {
      signal,
      onNotice: this.#heard.onNotice,
      onOutcome: (outcome: unknown, index: number) => {
        const key = runKey(this.#widget, list[index] ?? {});
        found.set(key, measureAll(this.#widget, outcome).measures);
        return Promise.resolve();
      },
      onShare: async (share) => {
        if (signal.aborted || share >= 1) return;
        if (kind === 'lab') await this.#shown.pausing(this.#heard.inSight(signal));
        this.#shown.progress(share);
        if (calm || performance.now() - drawn < LOOK[kind]) return;
        this.#draw(this.#run?.order ?? order, 'running');
        drawn = performance.now();
      },
    });
    signal.throwIfAborted();
    return found;
  }

  /** What is known stays on the axes, and is said to be no whole spread. */
  #stop(): void {
    const order = this.#run?.order;
    this.#end();
    if (!order) return;
    this.#draw(order, 'stopped', this.#missing(order).length);
    this.#heard.onSay(this.#shown.sentence);
  }

  #end(): void {
    this.#run?.abort.abort();
    this.#run = undefined;
  }

  #finish(order: Order): void {
    this.#part = undefined;
    this.#draw(order, 'done', order.runs.size);
    const { measure } = order.ask;
    const told = `${order.key} ${measure}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#heard.onSpread(this.#view(order), this.#shown.sentence);
  }

  #redraw(): void {
    const order = this.#order();
    if (this.#shown.state === 'done') this.#finish(order);
    else if (this.#drawn) this.#draw(order, this.#shown.state);
  }

  #draw(order: Order, state: SpreadShown['state'], models?: number): void {
    const view = this.#view(order);
    if (view.lines.some(({ points }) => points.length > 0)) {
      this.#drawn = order;
      this.#shown.draw(view);
    } else if (state === 'stopped') this.#shown.clear();
    // Else the last curve stays while nothing is known of the next: an empty plot would only flicker.
    this.#shown.is(state, models);
    const facts = kindOf(this.#widget) === 'lab' ? backendInUse() : undefined;
    if (state === 'done' && facts) this.#shown.status(WORDS.backend(facts.title));
  }

  #view({ ask, settings, lines, key }: Order): SpreadView {
    const part = this.#part?.key === key ? this.#part.found : undefined;
    const of = (run: string): Measured | undefined => this.#known.get(run) ?? part?.get(run);
    const told = this.#prediction;
    const fits = told?.param === ask.param && told.measure === ask.measure;
    return {
      ...ask,
      settings,
      lines: knownLines(this.#widget, lines, ask.param, of),
      ...(fits && { prediction: told.points }),
    };
  }

  #save(): void {
    const { drawn, view } = { drawn: this.#drawn, view: this.#shown.view };
    if (!drawn || !view) return;
    const name = `${this.#panel.id}-${drawn.ask.param}.csv`;
    saveFile(name, spreadCsv(this.#widget, view), 'text/csv');
    this.#heard.onNotice(WORDS.downloaded(name));
  }
}
