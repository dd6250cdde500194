/** The fold in which a control is spread into a curve. */
import { markup } from './markup.ts';
import type { AnySettings } from './params.ts';
import { setMarkup } from './render.ts';
import { spreadOnPage } from './runners.ts';
import { drawSpread, saySpread, spreadSettings, tabulateSpread } from './spread.ts';
import type { SpreadPoint, SpreadView } from './spread.ts';
import { measureAll, type AnyWidget } from './widget.ts';

interface Asked {
  readonly param: string;
  readonly measure: string;
}
interface Heard {
  readonly settings: () => AnySettings;
  /** A complete spread, with its sentence. */
  readonly onSpread: (view: SpreadView, sentence: string) => void;
  readonly onFailure: (error: unknown) => void;
  /** What is shown has changed: the link follows. */
  readonly onView: () => void;
}
type Prediction = NonNullable<SpreadView['prediction']>;

export class SpreadPanel {
  readonly #widget: AnyWidget;
  readonly #panel: HTMLElement;
  readonly #heard: Heard;
  #abort: AbortController | undefined;
  #pinned: readonly SpreadPoint[] | undefined;
  #prediction: (Asked & { readonly points: Prediction }) | undefined;
  #last: SpreadView | undefined;

  constructor(widget: AnyWidget, panel: HTMLElement, heard: Heard) {
    this.#widget = widget;
    this.#panel = panel;
    this.#heard = heard;
    panel.addEventListener('change', (event) => {
      event.stopPropagation();
      heard.onView();
      this.#draw();
    });
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
    this.#draw();
  }

  close(): void {
    this.#abort?.abort();
    this.#panel.hidden = true;
  }

  /** Keeps the present curve, dashed, under the next ones; `false` lets it go. */
  pin(keep: boolean): void {
    this.#pinned = keep ? this.#last?.points : undefined;
    if (this.isOpen) this.#draw();
  }

  /** The settings have changed: an open spread follows. */
  refresh(): void {
    if (this.isOpen) this.#draw();
  }

  #select(name: string): HTMLSelectElement {
    return this.#panel.querySelector(`[name="spread-${name}"]`) as HTMLSelectElement;
  }

  #draw(): void {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    void this.#run(abort.signal).catch((error: unknown) => {
      if (!abort.signal.aborted) this.#heard.onFailure(error);
    });
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { param, measure } = this.asked;
    const settings = this.#heard.settings();
    const list = spreadSettings(this.#widget, settings, param);
    const points: SpreadPoint[] = [];
    const told = this.#prediction;
    const view = (): SpreadView => ({
      param,
      measure,
      settings,
      points: [...points].sort((a, b) => a.x - b.x),
      ...(this.#pinned && { pinned: this.#pinned }),
      ...(told?.param === param && told.measure === measure && { prediction: told.points }),
    });
    await spreadOnPage(this.#widget.runner, list, {
      signal,
      onNotice: () => undefined,
      onOutcome: async (outcome: unknown, index: number) => {
        const x = Number(list[index]?.[param]);
        points.push({ x, measures: measureAll(this.#widget, outcome).measures });
        return Promise.resolve();
      },
    });
    if (signal.aborted) return;
    this.#last = view();
    this.#show(this.#last);
    this.#heard.onSpread(this.#last, saySpread(this.#widget, this.#last));
  }

  #show(view: SpreadView): void {
    const figure = this.#panel.querySelector('[data-part="spread-figure"]') as Element;
    setMarkup(
      figure,
      markup`<div class="wide">${drawSpread(this.#widget, view, 'wide')}</div><div class="narrow">${drawSpread(this.#widget, view, 'narrow')}</div>`,
    );
    const said = this.#panel.querySelector('[data-part="spread-says"]') as Element;
    said.textContent = saySpread(this.#widget, view);
    const rows = this.#panel.querySelector('[data-part="spread-table"]') as Element;
    setMarkup(rows, tabulateSpread(this.#widget, view));
  }
}
