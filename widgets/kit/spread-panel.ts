/** The fold in which a control is spread into a curve. */
import type { AnySettings } from './params.ts';
import { inBothRooms } from './pieces.ts';
import { setMarkup } from './render.ts';
import { spreadOnPage } from './runners.ts';
import { drawSpread, saySpread, spreadSettings, tabulateSpread } from './spread.ts';
import type { SpreadPoint, SpreadView } from './spread.ts';
import { measureAll, type AnyWidget } from './widget.ts';
import { WORDS } from './words.ts';

interface Asked {
  readonly param: string;
  readonly measure: string;
}
interface Heard {
  readonly settings: () => AnySettings;
  /** A complete spread, with its sentence. */
  readonly onSpread: (view: SpreadView, sentence: string) => void;
  readonly onFailure: (error: unknown) => void;
  readonly onNotice: (sentence: string) => void;
  /** What is shown has changed: the link follows. */
  readonly onView: () => void;
}
type Prediction = NonNullable<SpreadView['prediction']>;
/** The runs of a spread; each point holds every measure. */
interface Curve {
  readonly param: string;
  readonly settings: AnySettings;
  /** In the order of the values; a place is empty until its run has ended. */
  readonly points: (SpreadPoint | undefined)[];
}
const SLOW = 500;

export class SpreadPanel {
  readonly #widget: AnyWidget;
  readonly #panel: HTMLElement;
  readonly #heard: Heard;
  #abort: AbortController | undefined;
  #now: Curve | undefined;
  #pinned: Curve | undefined;
  #prediction: (Asked & { readonly points: Prediction }) | undefined;

  constructor(widget: AnyWidget, panel: HTMLElement, heard: Heard) {
    this.#widget = widget;
    this.#panel = panel;
    this.#heard = heard;
    panel.addEventListener('change', (event) => {
      event.stopPropagation();
      heard.onView();
      // Each point holds every measure: another one is a matter of drawing.
      if (event.target === this.#select('measure')) this.#draw(this.#isWhole);
      else this.#start();
    });
    this.#part('stop').addEventListener('click', () => this.#stop());
  }

  get isOpen(): boolean {
    return !this.#panel.hidden;
  }
  get asked(): Asked {
    return { param: this.#select('param').value, measure: this.#select('measure').value };
  }

  open(asked?: Asked, prediction?: Prediction): void {
    this.#panel.hidden = false;
    if (asked) {
      this.#select('param').value = asked.param;
      this.#select('measure').value = asked.measure;
      if (prediction) this.#prediction = { ...asked, points: prediction };
    }
    this.#start();
  }

  /** Keeps a prediction for when the spread that answers it is shown. */
  remember(asked: Asked, points: Prediction): void {
    this.#prediction = { ...asked, points };
    if (this.isOpen) this.#draw(false);
  }

  close(): void {
    this.#abort?.abort();
    this.#panel.hidden = true;
  }

  /** Keeps the present curve, dashed, under the next ones; `false` lets it go. */
  pin(keep: boolean): void {
    this.#pinned = keep && this.#isWhole ? this.#now : undefined;
    if (this.isOpen) this.#draw(false);
  }

  /** The settings have changed: an open spread follows. */
  refresh(): void {
    if (this.isOpen) this.#start();
  }

  get #isWhole(): boolean {
    return this.#now?.points.every(Boolean) ?? false;
  }

  #part(name: string): HTMLElement {
    return this.#panel.querySelector(`[data-part="spread-${name}"]`) as HTMLElement;
  }

  #select(name: string): HTMLSelectElement {
    return this.#panel.querySelector(`[name="spread-${name}"]`) as HTMLSelectElement;
  }

  #start(): void {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const slow = setTimeout(() => this.#panel.toggleAttribute('data-slow', true), SLOW);
    void this.#run(abort.signal)
      .catch((error: unknown) => {
        if (!abort.signal.aborted) this.#heard.onFailure(error);
      })
      .finally(() => {
        clearTimeout(slow);
        if (this.#abort === abort) this.#panel.toggleAttribute('data-slow', false);
      });
  }

  /** What has been run stays on the axes. */
  #stop(): void {
    this.#abort?.abort();
    this.#select('param').focus();
    const shown = this.#now?.param === this.asked.param;
    this.#part('says').textContent = shown ? WORDS.spreadStopped : WORDS.spreadNothing;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { param } = this.asked;
    const settings = this.#heard.settings();
    const list = spreadSettings(this.#widget, settings, param);
    const curve: Curve = { param, settings, points: list.map(() => undefined) };
    let drawn = performance.now();
    await spreadOnPage(this.#widget.runner, list, {
      signal,
      onNotice: this.#heard.onNotice,
      onOutcome: (outcome: unknown, index: number) => {
        const x = Number(list[index]?.[param]);
        curve.points[index] = { x, measures: measureAll(this.#widget, outcome).measures };
        // A slow spread shows itself growing; a quick one is drawn once, so that nothing flickers.
        if (performance.now() - drawn > SLOW) {
          this.#now = curve;
          this.#draw(false);
          drawn = performance.now();
        }
        return Promise.resolve();
      },
    });
    if (signal.aborted) return;
    this.#now = curve;
    this.#draw(true);
  }

  #view(curve: Curve): SpreadView {
    const { param, measure } = this.asked;
    const told = this.#prediction;
    const known = (of: Curve): SpreadPoint[] => of.points.filter((point) => point !== undefined);
    return {
      param,
      measure,
      settings: curve.settings,
      points: known(curve),
      ...(this.#pinned?.param === param && { pinned: known(this.#pinned) }),
      ...(told?.param === param && told.measure === measure && { prediction: told.points }),
    };
  }

  /** Draws what has been run; a whole spread is also told. */
  #draw(whole: boolean): void {
    const curve = this.#now;
    if (!curve || curve.param !== this.asked.param) return;
    const view = this.#view(curve);
    const sentence = saySpread(this.#widget, view);
    const done = curve.points.filter(Boolean).length / curve.points.length;
    (this.#part('progress') as HTMLProgressElement).value = done;
    setMarkup(
      this.#part('figure'),
      inBothRooms((room) => drawSpread(this.#widget, view, room)),
    );
    this.#part('says').textContent = sentence;
    setMarkup(this.#part('table'), tabulateSpread(this.#widget, view));
    if (whole) this.#heard.onSpread(view, sentence);
  }
}
