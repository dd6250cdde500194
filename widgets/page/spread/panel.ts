/** What stands in the fold in which a control is spread: it decides what runs, and when. */
import { SPREAD, type SpreadDetail } from '../../kit/contract/border.ts';
import type { AnySettings } from '../../kit/contract/params.ts';
import { deviceOf } from '../../run/page/back-ends.ts';
import type { Instance } from '../instance.ts';
import { saveFile } from '../save-file.ts';
import { SpreadForm } from './form.ts';
import {
  missing,
  modelsOf,
  orderOf,
  viewOf,
  type SpreadOrder,
  type PartialSpread,
} from '../../kit/spread/order.ts';
import { SpreadRun } from './run.ts';
import { SpreadOutput } from './view.ts';
import { spreadCsv } from '../../kit/spread/say.ts';
import { presentLine, type SpreadAsk, type SpreadView } from '../../kit/spread/spread.ts';
import {
  answersAtOnce,
  runsOnBackend,
  trainsWhenAsked,
  type AnyWidget,
} from '../../kit/contract/widget.ts';
import { HAND_OUT_WORDS } from '#words/widgets/kit/words/hand-out-words';
import { SPREAD_WORDS } from '#words/widgets/kit/words/spread-words';
import { WORDS } from '#words/widgets/kit/words/words';

export type PredictedPoints = NonNullable<SpreadView['prediction']>;

export class SpreadPanel {
  readonly #widget: AnyWidget;
  readonly #panel: HTMLElement;
  readonly #instance: Instance;
  readonly #form: SpreadForm;
  readonly #shown: SpreadOutput;
  #run: { readonly order: SpreadOrder; readonly way: SpreadRun } | undefined;
  /** What a run that is under way, or was stopped, has given so far; of models, what they knew by then. */
  #part: PartialSpread | undefined;
  #drawn: SpreadOrder | undefined;
  /** The last curve that was announced. */
  #announced = '';
  /** Somebody elsewhere on the page waits for it: it runs out of sight, too. */
  #isAwaited = false;
  #prediction: (SpreadAsk & { readonly points: PredictedPoints }) | undefined;

  constructor(instance: Instance) {
    const { widget, stage } = instance;
    const panel = stage.part('spread');
    this.#widget = widget;
    this.#panel = panel;
    this.#instance = instance;
    this.#form = new SpreadForm(widget, panel);
    this.#shown = new SpreadOutput(widget, panel);
    this.#form.onChange((onlyShown) => {
      instance.linked();
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

  /** What a link has hidden or locked is not offered. */
  restrict(closed: readonly string[]): void {
    this.#form.close(closed);
  }

  /** Opens; what somebody has asked for is run too, of a learner as well. False when it may not be shown. */
  open(ask?: SpreadAsk, prediction?: PredictedPoints, isAwaited = false): boolean {
    if (ask && !this.#form.take(ask)) return false;
    this.#isAwaited = isAwaited;
    if (ask && prediction) this.#prediction = { ...ask, points: prediction };
    this.#panel.hidden = false;
    this.#announced = '';
    this.#follow(ask !== undefined);
    // Nothing runs by itself: what to press is said.
    if (['empty', 'stale'].includes(this.#shown.state))
      this.#instance.announcer.say(this.#shown.stands);
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

  /** What is known was forgotten, because another back end was chosen. */
  forget(): void {
    [this.#part, this.#drawn] = [undefined, undefined];
    // Somebody waits for what is under way: it begins again, on the new one.
    if (this.#run) this.#start(this.#run.order);
    else this.refresh();
  }

  #order(): SpreadOrder {
    const { settings, pinned } = this.#instance;
    return orderOf(this.#widget, this.#form.ask, settings.now, pinned?.settings);
  }

  #missing(order: SpreadOrder): readonly AnySettings[] {
    const { known, settled, pinned } = this.#instance;
    // Whole runs at hand: what only uses their models otherwise needs no training.
    known.reuse(
      order.runs,
      [settled, pinned].flatMap((run) => run ?? []),
    );
    return missing(order, known);
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
    if (isAsked || answersAtOnce(this.#widget)) return this.#start(order);
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
    const { announcer, stage } = this.#instance;
    const way = new SpreadRun(this.#instance, order, this.#shown, {
      inSight: (signal) => (this.#isAwaited ? Promise.resolve() : stage.seen(signal)),
      onLook: () => this.#draw(this.#run?.order ?? order, 'running'),
    });
    this.#run = { order, way };
    this.#part = way.part;
    const left = this.#missing(order);
    const list = left.length > 0 ? left : order.runs;
    const models = modelsOf(this.#widget, list);
    this.#shown.is('running', models);
    if (trainsWhenAsked(this.#widget)) announcer.say(SPREAD_WORDS.spreadBegins(models));
    way.carryOut(list).then(
      (found) => {
        for (const run of found) this.#instance.known.keepRecord(run);
        const now = this.#run?.order ?? order;
        this.#end();
        this.#finish(now);
      },
      (error: unknown) => {
        if (way.isUnwanted) return;
        this.#end();
        this.#shown.is('failed', models);
        this.#instance.fail(error);
      },
    );
  }

  /** What is known stays on the axes, and is said to be no whole spread. */
  #stop(): void {
    const order = this.#run?.order;
    this.#end();
    if (!order) return;
    this.#draw(order, 'stopped', this.#missing(order));
    this.#instance.announcer.say(this.#shown.sentence);
  }

  #end(): void {
    this.#run?.way.stop();
    this.#run = undefined;
  }

  #finish(order: SpreadOrder): void {
    this.#part = undefined;
    this.#draw(order, 'done', order.runs);
    const { measure } = order.ask;
    const curve = `${order.key} ${measure}`;
    if (curve === this.#announced) return;
    this.#announced = curve;
    const view = this.#view(order);
    const { param, settings } = view;
    const points = (presentLine(view)?.points ?? []).map(({ x, run }) => ({
      x,
      y: run.measures[measure] ?? null,
    }));
    // Who awaits it elsewhere is told there.
    const sentence = this.#isAwaited ? '' : this.#shown.sentence;
    this.#isAwaited = false;
    const { announcer, element } = this.#instance;
    if (sentence) announcer.say(sentence);
    const detail: SpreadDetail = { id: element.id, param, measure, settings, points };
    element.dispatchEvent(new CustomEvent<SpreadDetail>(SPREAD, { bubbles: true, detail }));
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
    if (state === 'done' && runsOnBackend(this.#widget)) this.#sayBackends(view);
  }

  /** What its points were trained on; nothing is said of the book's own. */
  #sayBackends({ lines }: SpreadView): void {
    const names = lines.flatMap(({ points }) => points.map(({ run }) => run.backend));
    const devices = new Set(names.filter((name) => name !== '').map(deviceOf));
    if (devices.size > 0) this.#shown.status(WORDS.backend(...devices));
  }

  #view(order: SpreadOrder): SpreadView {
    const view = viewOf(this.#widget, order, this.#instance.known, this.#part);
    const guess = this.#prediction;
    const fits = guess?.param === view.param && guess.measure === view.measure;
    return { ...view, ...(fits && { prediction: guess.points }) };
  }

  #save(): void {
    const { drawn, view } = { drawn: this.#drawn, view: this.#shown.view };
    if (!drawn || !view) return;
    const name = `${this.#panel.id}-${drawn.ask.param}.csv`;
    saveFile(name, spreadCsv(this.#widget, view), 'text/csv');
    this.#instance.tell(HAND_OUT_WORDS.downloaded(name));
  }
}
