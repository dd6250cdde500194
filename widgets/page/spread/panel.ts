/** The fold in which a control is spread: it decides what runs, and when. */
import { KnownRuns, modelsOf } from '../../kit/record/known-runs.ts';
import type { AnySettings } from '../../kit/contract/params.ts';
import type { Ran } from '../../kit/draw/run-markup.ts';
import { backendInUse } from '../../run/page/runners.ts';
import { saveFile } from '../save-file.ts';
import { SpreadForm } from './form.ts';
import {
  missing,
  orderOf,
  viewOf,
  type SpreadOrder,
  type PartialSpread,
} from '../../kit/spread/order.ts';
import { SpreadRun } from './run.ts';
import { SpreadOutput } from './view.ts';
import { spreadCsv } from '../../kit/spread/say.ts';
import type { SpreadAsk, SpreadView } from '../../kit/spread/spread.ts';
import { kindOf, type AnyWidget } from '../../kit/contract/widget.ts';
import { WORDS } from '../../kit/words/words.ts';

interface SpreadListener {
  readonly settings: () => AnySettings;
  readonly pinned: () => AnySettings | undefined;
  /** Whole runs at hand: theirs is what needs no training again. */
  readonly ran: () => readonly Ran[];
  readonly inSight: (signal: AbortSignal) => Promise<void>;
  /** A whole spread, with its sentence. */
  readonly onSpread: (view: SpreadView, sentence: string) => void;
  readonly onFailure: (error: unknown) => void;
  readonly onNotice: (sentence: string) => void;
  readonly onSay: (sentence: string) => void;
  /** What is asked has changed: the link follows. */
  readonly onView: () => void;
}
type PredictedPoints = NonNullable<SpreadView['prediction']>;

export class SpreadPanel {
  readonly #widget: AnyWidget;
  readonly #panel: HTMLElement;
  readonly #heard: SpreadListener;
  readonly #form: SpreadForm;
  readonly #shown: SpreadOutput;
  readonly #known = new KnownRuns();
  #run: { readonly order: SpreadOrder; readonly way: SpreadRun } | undefined;
  /** What a run that is under way, or was stopped, has given so far; of models, what they knew by then. */
  #part: PartialSpread | undefined;
  #drawn: SpreadOrder | undefined;
  #told = '';
  #prediction: (SpreadAsk & { readonly points: PredictedPoints }) | undefined;

  constructor(widget: AnyWidget, panel: HTMLElement, heard: SpreadListener) {
    this.#widget = widget;
    this.#panel = panel;
    this.#heard = heard;
    this.#form = new SpreadForm(widget, panel);
    this.#shown = new SpreadOutput(widget, panel);
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
  open(ask?: SpreadAsk, prediction?: PredictedPoints): boolean {
    if (ask && !this.#form.take(ask)) return false;
    if (ask && prediction) this.#prediction = { ...ask, points: prediction };
    this.#panel.hidden = false;
    this.#told = '';
    this.#follow(ask !== undefined);
    return true;
  }

  /** Keeps a prediction for when the spread that answers it is shown. */
  remember(ask: SpreadAsk, points: PredictedPoints): void {
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
    [this.#part, this.#drawn] = [undefined, undefined];
    // Somebody waits for what is under way: it begins again, on the new one.
    if (this.#run) this.#start(this.#run.order);
    else this.refresh();
  }

  #order(): SpreadOrder {
    const { settings, pinned } = this.#heard;
    return orderOf(this.#widget, this.#form.ask, settings(), pinned());
  }

  #missing(order: SpreadOrder): readonly AnySettings[] {
    for (const ran of this.#heard.ran()) this.#known.reuse(this.#widget, ran, order.runs);
    return missing(order, this.#known);
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
    if (stopped) return this.#draw(order, 'stopped', missing);
    if (isAsked || kindOf(this.#widget) === 'sim') return this.#start(order);
    this.#wait(modelsOf(this.#widget, missing));
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

  #start(order: SpreadOrder): void {
    this.#end();
    const { inSight, onNotice, onSay, onFailure } = this.#heard;
    const way = new SpreadRun(this.#widget, order, this.#shown, {
      inSight,
      onNotice,
      onLook: () => this.#draw(this.#run?.order ?? order, 'running'),
    });
    this.#run = { order, way };
    this.#part = way.part;
    const left = this.#missing(order);
    const list = left.length > 0 ? left : [...order.runs.values()];
    const models = modelsOf(this.#widget, list);
    this.#shown.is('running', models);
    if (kindOf(this.#widget) === 'lab') onSay(WORDS.spreadBegins(models));
    way.carryOut(list).then(
      (found) => {
        this.#known.add(found);
        const now = this.#run?.order ?? order;
        this.#end();
        this.#finish(now);
      },
      (error: unknown) => {
        if (way.isUnwanted) return;
        this.#end();
        this.#shown.is('failed', models);
        onFailure(error);
      },
    );
  }

  /** What is known stays on the axes, and is said to be no whole spread. */
  #stop(): void {
    const order = this.#run?.order;
    this.#end();
    if (!order) return;
    this.#draw(order, 'stopped', this.#missing(order));
    this.#heard.onSay(this.#shown.sentence);
  }

  #end(): void {
    this.#run?.way.stop();
    this.#run = undefined;
  }

  #finish(order: SpreadOrder): void {
    this.#part = undefined;
    this.#draw(order, 'done', [...order.runs.values()]);
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

  #draw(order: SpreadOrder, state: SpreadOutput['state'], left?: readonly AnySettings[]): void {
    const view = this.#view(order);
    if (view.lines.some(({ points }) => points.length > 0)) {
      this.#drawn = order;
      this.#shown.draw(view);
    } else if (state === 'stopped') this.#shown.clear();
    // Else the last curve stays while nothing is known of the next: an empty plot would only flicker.
    this.#shown.is(state, left && modelsOf(this.#widget, left));
    const facts = kindOf(this.#widget) === 'lab' ? backendInUse() : undefined;
    if (state === 'done' && facts) this.#shown.status(WORDS.backend(facts.title));
  }

  #view(order: SpreadOrder): SpreadView {
    const view = viewOf(this.#widget, order, this.#known, this.#part);
    const told = this.#prediction;
    const fits = told?.param === view.param && told.measure === view.measure;
    return { ...view, ...(fits && { prediction: told.points }) };
  }

  #save(): void {
    const { drawn, view } = { drawn: this.#drawn, view: this.#shown.view };
    if (!drawn || !view) return;
    const name = `${this.#panel.id}-${drawn.ask.param}.csv`;
    saveFile(name, spreadCsv(this.#widget, view), 'text/csv');
    this.#heard.onNotice(WORDS.downloaded(name));
  }
}
