/** Rows that are moved through by keys: one of them is on the way of the Tab key, with its buttons. */
import { focusedNear } from '../../controls/focused.ts';
import { movedBy } from '../../kit/views/roving.ts';

export class Rows {
  readonly #place: HTMLElement;
  #current: string | undefined;

  constructor(place: HTMLElement) {
    this.#place = place;
    place.addEventListener('focusin', (event) => this.#take(event.target as Element));
    place.addEventListener('keydown', (event) => this.#key(event));
    this.refresh();
    const focused = focusedNear(place);
    if (focused && place.contains(focused)) this.#take(focused);
  }

  /** The rows have been drawn again. */
  refresh(): void {
    const rows = this.#rows;
    const current = rows.find((row) => row.dataset['row'] === this.#current) ?? rows[0];
    for (const row of rows) {
      for (const one of [row, ...buttonsOf(row)]) one.tabIndex = row === current ? 0 : -1;
    }
  }

  get #rows(): readonly HTMLElement[] {
    return [...this.#place.querySelectorAll<HTMLElement>('[data-row]')];
  }

  #take(target: Element): void {
    const row = target.closest<HTMLElement>('[data-row]');
    if (!row || row.dataset['row'] === this.#current) return;
    this.#current = row.dataset['row'];
    this.refresh();
  }

  #key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>('[data-row]');
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target === row && (event.key === 'Enter' || event.key === ' ')) {
      row.querySelector<HTMLElement>('[data-does="select"]')?.click();
      event.preventDefault();
      return;
    }
    const inRow = [row, ...buttonsOf(row)];
    const across = movedBy(event.key, inRow.indexOf(target), inRow.length, [
      'ArrowLeft',
      'ArrowRight',
    ]);
    const rows = this.#rows;
    const down = movedBy(event.key, rows.indexOf(row), rows.length, ['ArrowUp', 'ArrowDown']);
    const next = down === undefined ? inRow[across ?? -1] : rows[down];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

function buttonsOf(row: HTMLElement): readonly HTMLElement[] {
  return [...row.querySelectorAll('button')];
}
