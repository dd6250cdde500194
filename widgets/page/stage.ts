/** What a reader sees of a run: figure, takeaway, state, progress. It decides nothing. */
import { focusedNear } from '../controls/focused.ts';
import { unbroken } from '../kit/draw/format.ts';
import { nextFrame, wantsCalm } from './next-frame.ts';
import { Layouts } from './layouts.ts';
import { write } from './morph.ts';
import { type ExperimentAttributes, type RunState } from '../kit/contract/border.ts';
import { sameSettings, type AnySettings, type Table } from '../kit/contract/params.ts';
import { furtherOf, stepOf, type Drawing } from '../kit/draw/drawing.ts';
import { tablesOf } from '../kit/draw/run-markup.ts';
import type { Extents } from '../kit/draw/extent.ts';
import type { RunResult } from '../kit/record/run-record.ts';
import { setMarkup } from '../run/page/trusted-types.ts';
import {
  trainsWhenAsked,
  type AnyWidget,
  type Layout,
  type Played,
  type SeenRun,
  type View,
} from '../kit/contract/widget.ts';
import { LANGUAGE } from '#words/widgets/kit/words/language';
import { WORDS } from '#words/widgets/kit/words/words';

/** Settings, what came of them, and the run that it is compared with. */
export interface Drawn {
  readonly settings: AnySettings;
  readonly outcome: unknown;
  readonly before: RunResult | undefined;
}

const SLOW = 500;

export class Stage {
  readonly #widget: AnyWidget;
  readonly #element: HTMLElement;
  /** The figure, its further panels where it has some, and its steps. */
  readonly #figures: readonly Layouts[];
  /** What the button says that runs. */
  readonly runWord: string;
  readonly #onSay: (sentence: string) => void;
  #inSight = true;
  readonly #waiting = new Set<() => void>();
  #slow: number | undefined;
  #held: AnySettings | undefined;
  /** What was drawn last, and the moment of it that is seen. */
  #drawn: Drawn | undefined;
  #moment: number | undefined;
  /** What shows the moments before the last, once it is here. */
  played: Played<unknown, AnySettings> | undefined;
  /** The axes that are kept, and those that will be once what is drawn counts. */
  axes: Extents | undefined;
  #nextAxes: Extents | undefined;
  #pinned: SeenRun | undefined;
  /** The run before that a reset has taken away. */
  #gone: SeenRun | undefined;
  #isPaper = false;
  /** Something of the run that is under way is drawn. */
  #isPartDrawn = false;

  constructor(widget: AnyWidget, element: HTMLElement, onSay: (sentence: string) => void) {
    this.#widget = widget;
    this.#element = element;
    this.#onSay = onSay;
    this.runWord = trainsWhenAsked(widget) ? WORDS.train : WORDS.runAgain;
    const further = this.part('further') as HTMLElement | null;
    const steps = [...element.querySelectorAll('.step > div')];
    this.#figures = [
      new Layouts(this.part('figure')),
      ...(further ? [new Layouts(further, furtherOf)] : []),
      ...steps.map((one, i) => new Layouts(one as HTMLElement, (drawing) => stepOf(drawing, i))),
    ];
    // What is kept for the eye that compares is not for paper.
    for (const event of ['beforeprint', 'afterprint']) {
      addEventListener(event, () => {
        this.#isPaper = event === 'beforeprint';
        this.#paint();
        this.complete();
      });
    }
    new IntersectionObserver((entries) => {
      this.#inSight = entries.at(-1)?.isIntersecting ?? true;
      if (!this.#inSight) return;
      for (const wake of this.#waiting) wake();
      this.#waiting.clear();
    }).observe(element);
  }

  get id(): string {
    return this.#element.id;
  }

  part(name: string): HTMLElement {
    return this.#element.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  get takeaway(): string {
    return this.part('takeaway').textContent ?? '';
  }

  get isRunning(): boolean {
    return (this.#element.dataset as ExperimentAttributes).state === 'running';
  }

  /** One button runs and stops, so that the focus stays where it is. */
  show(state: RunState, status = ''): void {
    clearTimeout(this.#slow);
    this.#isPartDrawn = false;
    const attributes = this.#element.dataset as ExperimentAttributes;
    attributes.state = state;
    if (state === 'failed') attributes.fault = status;
    else delete attributes.fault;
    this.#element.toggleAttribute('data-slow', false);
    if (state === 'running') {
      attributes.share = '0';
      this.#slow = window.setTimeout(() => this.#element.toggleAttribute('data-slow', true), SLOW);
    }
    write(this.part('run'), state === 'running' ? WORDS.stop : this.runWord);
    this.status(status);
  }

  /** Leaves the machine's name of what a model was trained on to who looks for it; the status says it in plain words. */
  ranOn(backend: string): void {
    (this.#element.dataset as ExperimentAttributes).backend = backend;
  }

  status(sentence: string): void {
    write(this.part('status'), sentence);
  }

  /** A state that waits for the reader: shown, and said when it is new. */
  tell(sentence: string): void {
    const isNew = this.part('status').textContent !== sentence;
    this.status(sentence);
    if (isNew) this.#onSay(sentence);
  }

  notice(sentences: readonly string[]): void {
    write(this.part('notice'), sentences.join(' '));
  }

  /** One step of a run: waits while out of sight, unless it is awaited elsewhere; draws, and resolves with the next frame. */
  async step(run: Drawn, share: number, signal: AbortSignal, isAwaited = false): Promise<void> {
    if (!this.#inSight && !isAwaited && share < 1) await this.#backInSight(signal);
    (this.#element.dataset as ExperimentAttributes).share = String(share);
    const calm = wantsCalm();
    (this.part('progress') as HTMLProgressElement).value = share;
    this.#isPartDrawn = !calm;
    if (share >= 1 || !calm) this.draw(run);
    if (share < 1) await nextFrame();
  }

  async #backInSight(signal: AbortSignal): Promise<void> {
    this.tell(WORDS.paused);
    await this.seen(signal);
    this.status(WORDS.running);
  }

  /** Resolves when some of the experiment is in sight, or when nobody waits for it any more. */
  async seen(signal: AbortSignal): Promise<void> {
    if (this.#inSight || signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.#waiting.add(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  /** Keeps the axes of these settings while one of the figure's marks is in the reader's hand. */
  hold(settings: AnySettings | undefined): void {
    this.#held = settings;
    this.#drawn = undefined;
  }

  /** Opens what is otherwise asked for step by step, and, unless `which` says less, what waits for a prediction of its own. */
  openSteps(which = '.step, .held'): void {
    for (const one of this.#element.querySelectorAll(which)) {
      one.removeAttribute('data-after');
      one.setAttribute('open', '');
    }
  }

  /** Shows all that waited for a prediction. The focus of a button that goes with the veil moves on to the figure's controls. */
  unveil(): void {
    const had = focusedNear(this.#element)?.closest('.veil-note');
    delete (this.#element.dataset as ExperimentAttributes).veil;
    if (had && this.#element.contains(had)) this.part('run').focus();
  }

  /** What may be said aloud: nothing while the sentence is held back. */
  get sayable(): string {
    const { veil, hides } = this.#element.dataset as ExperimentAttributes;
    return veil !== undefined && hides !== 'more' ? '' : this.takeaway;
  }

  /** How far a run is, and what is drawn of it so far; nothing of the one before it. */
  get underWay(): string {
    const { share } = this.#element.dataset as ExperimentAttributes;
    const percent = Math.floor(100 * Number(share));
    return WORDS.underWay(percent, this.#isPartDrawn ? this.sayable : '');
  }

  /** What was drawn last. */
  get drawn(): Drawn | undefined {
    return this.#drawn;
  }

  /**
   * Figure and takeaway, at a moment of the run or, without one, as they stand on paper; the run before lets the sentence
   * say what changed. What is drawn already is not drawn again.
   */
  draw(run: Drawn, moment?: number): void {
    const { settings, outcome, before } = run;
    const drawn = this.#drawn;
    const isSame =
      drawn?.settings === settings && drawn.outcome === outcome && drawn.before === before;
    if (isSame && moment === this.#moment) return;
    [this.#drawn, this.#moment] = [run, moment];
    this.#paint();
    if (isSame && !this.played) return;
    const told = this.#isApart(before, settings) ? undefined : before?.outcome;
    const sentence =
      moment !== undefined && this.played
        ? this.played.say(settings, outcome, moment)
        : this.#widget.say(settings, outcome, told, LANGUAGE.tag);
    write(this.part('takeaway'), unbroken(sentence));
  }

  #paint(): void {
    const run = this.#drawn;
    if (!run) return;
    const { settings, outcome } = run;
    const locale = LANGUAGE.tag;
    const isInline = 'inline' in this.#element.dataset;
    const beside = this.#beside(run);
    const view = { held: this.#held, moment: this.#moment, ...beside, locale, isInline };
    const drawn: Partial<Record<Layout, Drawing>> = {};
    const { draw: paint } = (this.#moment !== undefined && this.played) || this.#widget;
    const draw = (layout: Layout): Drawing => {
      const drawing = (drawn[layout] ??= paint(settings, outcome, { layout, ...view }));
      this.#nextAxes = drawing.axes;
      return drawing;
    };
    for (const figure of this.#figures) figure.draw(draw);
  }

  /** What is kept for the eye that compares: the axes, and the pinned run or the one before. */
  #beside({ settings, before }: Drawn): Pick<View, 'axes' | 'ghost'> {
    if (this.#isPaper) return {};
    const isNew = before !== this.#gone;
    if (isNew && before) {
      this.#gone = undefined;
      const { settings: then, outcome } = before;
      // What keeps none is not drawn for them again.
      this.axes ??= this.#widget.draw(then, outcome, { layout: 'wide' }).axes ?? {};
    }
    const ghost = this.#pinned
      ? { ...this.#pinned, isPinned: true }
      : isNew && !this.#isSame(before, settings)
        ? before
        : undefined;
    return { axes: this.axes, ghost };
  }

  /** Whether a sentence cannot say what it was before: it was the same, or about other cases. */
  #isApart(before: SeenRun | undefined, settings: AnySettings): boolean {
    return (
      this.#isSame(before, settings) ||
      Object.entries(this.#widget.params as Table).some(
        ([name, one]) => one.otherCases && before?.settings[name] !== settings[name],
      )
    );
  }

  #isSame(before: SeenRun | undefined, settings: AnySettings): boolean {
    const params = this.#widget.params as Table;
    return (
      before !== undefined && sameSettings(params, before.settings as never, settings as never)
    );
  }

  /** Draws a pinned run faintly behind whatever else is drawn; nothing: the run before again. */
  pin(run: SeenRun | undefined): void {
    this.#pinned = run;
    this.#paint();
  }

  /** As at the start: no ghost, and axes of its own for what is drawn next. */
  forget(before: SeenRun | undefined): void {
    this.#gone = before;
    this.axes = this.#pinned = undefined;
  }

  /** Draws what is drawn in the layout that is not seen, too. */
  complete(): void {
    for (const figure of this.#figures) figure.complete();
  }

  /** The table of a run that has ended; the axes of one that was stopped on its way are not kept for the next. */
  rows(settings: AnySettings, outcome: unknown, isWhole: boolean): void {
    if (isWhole) this.axes = this.#nextAxes;
    const data = this.part('data');
    // Where columns can wait, each table has a place of its own.
    const places = this.#element.querySelectorAll('[data-rows]');
    const tables = tablesOf(this.#widget, settings, outcome);
    for (const [i, one] of tables.entries()) setMarkup(places[i] ?? data, one);
  }
}
