/**
 * A long table on the page: a real one, some rows at a time, sorted and filtered where its rows are kept. Everything in it
 * came from outside: it is put there as text, and never as markup.
 */
import { plain } from '../../../../widgets/kit/draw/format.ts';
import type { Cell, View } from '../pure/out/view.ts';
import { TABLES } from '#words/src/tasks/grading/teach/words';
import { drawing } from './drawing.ts';
import type { TablePage } from './protocol.ts';
import type { Head } from './rows.ts';

/** So many rows, or so many cells of a wide table, are drawn in a few milliseconds. */
const [ROWS, CELLS] = [50, 1_000];

type Opens = NonNullable<Extract<Cell, { readonly value: unknown }>['opens']>;

export class PagedTable {
  readonly #element: HTMLElement;
  readonly #ask: (view: View) => Promise<TablePage>;
  readonly #table = document.createElement('table');
  readonly #tools = document.createElement('p');
  readonly #said = document.createElement('span');
  readonly #filter = document.createElement('input');
  #view: View = { from: 0, count: ROWS };
  #asked = 0;
  #rows: TablePage['rows'] = [];

  /** Fills an element that has a name; `ask` brings a page of rows, `open` what a cell is pressed for. */
  constructor(
    element: HTMLElement,
    ask: (view: View) => Promise<TablePage>,
    open?: (what: Opens) => void,
  ) {
    this.#element = element;
    this.#ask = ask;
    const label = document.createElement('label');
    label.textContent = TABLES.find;
    this.#filter.type = 'search';
    label.append(this.#filter);
    this.#filter.addEventListener('input', () => {
      void this.#go({ filter: this.#filter.value, from: 0 });
    });
    this.#said.setAttribute('role', 'status');
    this.#tools.className = 'teach-tools';
    this.#tools.append(
      label,
      this.#button(TABLES.before, -1),
      this.#button(TABLES.after, 1),
      this.#said,
    );
    const region = document.createElement('div');
    region.className = 'teach-table';
    region.tabIndex = 0;
    region.setAttribute('role', 'region');
    region.setAttribute('aria-label', element.dataset['name'] ?? '');
    region.append(this.#table);
    // By hand; what it opens has a form of its own, for whoever comes by key.
    this.#table.addEventListener('click', ({ target }) => {
      const place = (target as Element).closest('td');
      const row = place?.parentElement as HTMLTableRowElement | undefined;
      const cell = row && place && this.#rows[row.sectionRowIndex]?.[place.cellIndex];
      if (cell && typeof cell === 'object' && 'opens' in cell && cell.opens) open?.(cell.opens);
    });
    element.replaceChildren(this.#tools, region);
  }

  /** Shows what there is now, from the first row. */
  show(): Promise<void> {
    return this.#go({ from: 0 });
  }

  async #go(change: Partial<View>): Promise<void> {
    this.#view = { ...this.#view, ...change };
    const mine = (this.#asked += 1);
    const page = await this.#ask(this.#view);
    // What was asked later is answered later.
    if (mine !== this.#asked) return;
    const most = Math.min(ROWS, Math.floor(CELLS / Math.max(1, page.head.length)));
    // How wide a table is shows only when it comes.
    if (most < this.#view.count) {
      this.#view = { ...this.#view, count: most };
      this.#draw({ ...page, rows: page.rows.slice(0, most) });
    } else this.#draw(page);
  }

  #draw({ head, rows, all }: TablePage): void {
    const { from, filter = '' } = this.#view;
    this.#element.hidden = all === 0 && filter === '';
    this.#tools.hidden = all <= this.#view.count && filter === '' && rows.length < 10;
    this.#said.textContent =
      rows.length === 0 ? TABLES.nothing : TABLES.shown(from + 1, from + rows.length, all);
    const [back, on] = this.#tools.querySelectorAll('button');
    if (back) back.disabled = from === 0;
    if (on) on.disabled = from + rows.length >= all;
    for (const one of [back, on]) if (one) one.hidden = all <= rows.length;
    const top = document.createElement('thead');
    top.insertRow().append(...head.map((one, at) => this.#headCell(one, at)));
    const body = document.createElement('tbody');
    this.#rows = rows;
    for (const row of rows) {
      const line = body.insertRow();
      for (const [at, cell] of row.entries()) line.append(cellOf(cell, at === 0));
    }
    const focused = this.#focusedColumn();
    this.#table.replaceChildren(top, body);
    if (focused !== undefined) top.querySelectorAll('button')[focused]?.focus();
  }

  /** The column whose head has the focus: it is drawn anew under the reader’s hand. */
  #focusedColumn(): number | undefined {
    const at = [...this.#table.querySelectorAll('thead button')].indexOf(
      document.activeElement as Element,
    );
    return at < 0 ? undefined : at;
  }

  #headCell(head: Head, at: number): HTMLTableCellElement {
    const { by, isDown = false } = this.#view;
    const cell = document.createElement('th');
    cell.scope = 'col';
    const sort = document.createElement('button');
    sort.type = 'button';
    sort.textContent = typeof head === 'string' ? head : head.value;
    if (typeof head !== 'string') says(sort, head.says);
    if (by === at) cell.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
    sort.addEventListener('click', () => {
      void this.#go({ by: at, isDown: by === at && !isDown, from: 0 });
    });
    cell.append(sort);
    return cell;
  }

  #button(text: string, pages: number): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', () => {
      void this.#go({ from: Math.max(0, this.#view.from + pages * this.#view.count) });
    });
    return button;
  }
}

function cellOf(cell: Cell, isFirst: boolean): HTMLTableCellElement {
  const place = document.createElement(isFirst ? 'th' : 'td');
  if (isFirst) place.scope = 'row';
  if (cell === null || typeof cell === 'string') {
    place.textContent = cell ?? '';
    return place;
  }
  if (typeof cell === 'object' && 'drawn' in cell) {
    place.append(drawing(cell), cell.says);
    return place;
  }
  place.dataset['number'] = '';
  if (typeof cell === 'number') {
    place.textContent = plain(cell);
    return place;
  }
  const { value, says: said, mark = '', opens } = cell;
  place.textContent = `${typeof value === 'number' ? plain(value) : value}${mark}`;
  if (opens) place.dataset['opens'] = '';
  if (said !== '') says(place, said);
  return place;
}

/** What is heard of it, and shown on request. */
function says(place: HTMLElement, text: string): void {
  place.title = text;
  const heard = document.createElement('span');
  heard.className = 'visually-hidden';
  heard.textContent = ` ${text}`;
  place.append(heard);
}
