/** What a spread is asked by: made when the experiment wakes, so that a page that is only read does not carry it. */
import { markup, type Markup } from '../../kit/draw/markup.ts';
import { setMarkup } from '../../run/page/trusted-types.ts';
import { families, spreadable, type SpreadAsk } from '../../kit/spread/spread.ts';
import type { AnyWidget } from '../../kit/contract/widget.ts';
import { SPREAD_WORDS } from '#words/widgets/kit/words/spread-words';
import { WORDS } from '#words/widgets/kit/words/words';

type Menu = 'param' | 'measure' | 'by';
type Options = readonly (readonly [value: string, label: string])[];

function menu(id: string, name: Menu, label: string): Markup {
  return markup`<label for="${id}-${name}">${label}</label><select id="${id}-${name}" name="spread-${name}" autocomplete="off"></select>`;
}

function panel(id: string): Markup {
  return markup`<p class="spread-choice">${menu(id, 'param', SPREAD_WORDS.spreadOver)}${menu(id, 'measure', SPREAD_WORDS.spreadShow)}${menu(id, 'by', SPREAD_WORDS.spreadBy)}</p>
<div class="spread-room"><p class="spread-pace"><button type="button" data-part="spread-run"></button><progress data-part="spread-progress" max="1" value="0" aria-label="${WORDS.running}"></progress><span data-part="spread-status"></span></p>
<div class="experiment-figure" data-part="spread-figure"></div></div>
<p class="takeaway" data-part="spread-says"></p>
<details class="fold"><summary>${SPREAD_WORDS.spreadData}</summary><div class="table-room" data-part="spread-table" tabindex="0" role="region" aria-label="${SPREAD_WORDS.spreadData}"></div><button type="button" class="save" data-part="spread-csv">${WORDS.download}</button></details>`;
}

/** The menus of a spread: what is spread, what is shown, and what makes a family of it. */
export class SpreadForm {
  readonly #widget: AnyWidget;
  readonly #panel: HTMLElement;
  #closed: readonly string[] = [];

  constructor(widget: AnyWidget, place: HTMLElement) {
    this.#widget = widget;
    this.#panel = place;
    setMarkup(place, panel(place.id));
    const measures = Object.entries(widget.measures);
    this.#fill(
      'measure',
      measures.map(([name, { label }]) => [name, label]),
    );
    this.#select('measure').value = widget.spreadMeasure;
    this.close([]);
  }

  /** Settings that a link has hidden or locked are not offered. */
  close(names: readonly string[]): void {
    this.#closed = names;
    const left = spreadable(this.#widget, names);
    this.#fill(
      'param',
      left.map(([name, { label }]) => [name, label]),
    );
    this.#offerFamilies();
  }

  get ask(): SpreadAsk {
    const by = this.#select('by').value;
    return {
      param: this.#select('param').value,
      measure: this.#select('measure').value,
      ...(by !== '' && { by }),
    };
  }

  /** Shows what is asked; false when a link has closed a setting of it. */
  take({ param, measure, by }: SpreadAsk): boolean {
    const able = families(this.#widget, param, this.#closed);
    const isFamily = by === undefined || able.some(([name]) => name === by);
    if (!isFamily || this.#closed.includes(param)) return false;
    this.#select('param').value = param;
    this.#select('measure').value = measure;
    this.#offerFamilies();
    this.#select('by').value = by ?? '';
    return true;
  }

  /** The reader's choice has changed: `onlyShown` when it is the measure, which needs no run. */
  onChange(listener: (onlyShown: boolean) => void): void {
    this.#panel.addEventListener('change', (event) => {
      event.stopPropagation();
      if (event.target === this.#select('param')) this.#offerFamilies();
      listener(event.target === this.#select('measure'));
    });
  }

  focus(): void {
    this.#select('param').focus();
  }

  #offerFamilies(): void {
    const { by, param } = this.ask;
    const able = families(this.#widget, param, this.#closed);
    const options: Options = able.map(([name, { label }]) => [
      name,
      name === 'seed' ? SPREAD_WORDS.spreadBySeed : label,
    ]);
    this.#fill('by', [['', SPREAD_WORDS.spreadByNothing], ...options]);
    const stays = able.some(([name]) => name === by);
    const select = this.#select('by');
    select.value = stays && by !== undefined ? by : '';
    for (const one of [select, ...select.labels]) one.hidden = able.length === 0;
  }

  #fill(name: Menu, options: Options): void {
    const chosen = this.#select(name).value;
    setMarkup(
      this.#select(name),
      markup`${options.map(([value, label]) => markup`<option value="${value}">${label}</option>`)}`,
    );
    if (options.some(([value]) => value === chosen)) this.#select(name).value = chosen;
  }

  #select(name: Menu): HTMLSelectElement {
    return this.#panel.querySelector(`[name="spread-${name}"]`) as HTMLSelectElement;
  }
}
