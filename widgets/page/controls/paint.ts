/** Cells to paint, as a second way to write a text that names them. Its code and its nodes come when they are first opened. */
import { readCells, writeCells, type CellGrid } from '../../kit/contract/cells.ts';
import { neighbour, paintMarkup } from '../../kit/controls/paint-cells.ts';
import { setMarkup } from '../../run/page/trusted-types.ts';
import { WORDS } from '../../kit/words/words.ts';

export class Paint {
  readonly #field: HTMLInputElement;
  readonly #label: string;
  readonly #grid: CellGrid;
  readonly #place: HTMLElement;
  readonly #opener: HTMLButtonElement;
  readonly #panel: HTMLElement;
  /** None before it is opened for the first time. */
  #cells: readonly HTMLElement[] = [];
  #painted = new Set<number>();
  /** What a drag does to the cells it meets: paint or wipe, as it did to the first. */
  #brush: boolean | undefined;

  /** A place below the text field, with its button and an empty room; what is painted is a `change` of the field. */
  constructor(place: HTMLElement, field: HTMLInputElement, label: string, grid: CellGrid) {
    this.#place = place;
    this.#opener = place.querySelector('button') as HTMLButtonElement;
    this.#panel = place.querySelector('div') as HTMLElement;
    this.#field = field;
    this.#label = label;
    this.#grid = grid;
  }

  /** Opens the cells, or closes them; the first time they are made. */
  toggle(): void {
    const opens = this.#panel.hidden;
    if (opens && this.#cells.length === 0) this.#make();
    this.#panel.hidden = !opens;
    this.#opener.setAttribute('aria-expanded', String(opens));
  }

  #make(): void {
    setMarkup(this.#panel, paintMarkup(this.#label, this.#grid));
    this.#cells = [...this.#panel.querySelectorAll<HTMLElement>('[role="gridcell"]')];
    this.#listen();
    this.show();
  }

  /** Takes over what the field says, and whether it may be changed. */
  show(): void {
    if (this.#cells.length === 0) return;
    try {
      this.#painted = new Set(readCells(this.#grid, this.#field.value));
    } catch {
      // Half typed, or refused: the field says so itself, and the grid keeps what it had.
    }
    this.#place.toggleAttribute('data-locked', this.#field.disabled);
    this.#clear.disabled = this.#field.disabled || this.#painted.size === 0;
    this.#cells.forEach((cell, i) => {
      cell.setAttribute('aria-selected', String(this.#painted.has(i)));
    });
    this.#say(WORDS.painted(this.#painted.size, this.#grid.most));
  }

  get #clear(): HTMLButtonElement {
    return this.#panel.querySelector('button') as HTMLButtonElement;
  }

  #listen(): void {
    const cells = this.#panel.querySelector('[role="grid"]') as HTMLElement;
    cells.addEventListener('pointerdown', (event) => {
      const cell = this.#cellAt(event);
      if (cell < 0 || event.button > 0 || this.#field.disabled) return;
      // The focus follows the pointer as it would follow the arrows; a touch must not be kept by its first cell.
      event.preventDefault();
      this.#focus(cell);
      this.#brush = !this.#painted.has(cell);
      cells.setPointerCapture(event.pointerId);
      this.#put(cell);
    });
    cells.addEventListener('pointermove', (event) => {
      if (this.#brush !== undefined) this.#put(this.#cellAt(event));
    });
    // A pointer may be lost without a word, as when the room is closed under it.
    for (const name of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      cells.addEventListener(name, () => {
        if (this.#brush === undefined) return;
        this.#brush = undefined;
        this.#settle();
      });
    }
    cells.addEventListener('keydown', (event) => this.#key(event));
    this.#clear.addEventListener('click', () => {
      this.#painted.clear();
      this.#settle();
      this.#cells.find((cell) => cell.tabIndex === 0)?.focus();
    });
  }

  #cellAt({ clientX, clientY }: PointerEvent): number {
    const under = document.elementFromPoint(clientX, clientY)?.closest('[role="gridcell"]');
    return under ? this.#cells.indexOf(under as HTMLElement) : -1;
  }

  #key(event: KeyboardEvent): void {
    const at = this.#cells.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (this.#field.disabled) return;
      this.#brush = !this.#painted.has(at);
      const done = this.#put(at);
      this.#brush = undefined;
      if (done) this.#settle();
      return;
    }
    const to = neighbour(this.#grid, at, event.key);
    if (to === undefined) return;
    event.preventDefault();
    this.#focus(to);
  }

  #focus(cell: number): void {
    this.#cells.forEach((one, i) => (one.tabIndex = i === cell ? 0 : -1));
    this.#cells[cell]?.focus();
  }

  /** Paints or wipes a cell; false where nothing changed. */
  #put(cell: number): boolean {
    if (cell < 0 || this.#painted.has(cell) === this.#brush) return false;
    if (this.#brush && this.#painted.size >= this.#grid.most) {
      this.#say(WORDS.paintedFull(this.#grid.most));
      return false;
    }
    if (this.#brush) this.#painted.add(cell);
    else this.#painted.delete(cell);
    this.#cells[cell]?.setAttribute('aria-selected', String(this.#brush));
    this.#say(WORDS.painted(this.#painted.size, this.#grid.most));
    return true;
  }

  /** The reader has let go: the field says what is painted, as if it had been typed. */
  #settle(): void {
    const text = writeCells(this.#grid, this.#painted);
    if (text === this.#field.value) return;
    this.#field.value = text;
    this.#field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #say(sentence: string): void {
    const said = this.#panel.querySelector('.paint-said') as HTMLElement;
    if (said.textContent !== sentence) said.textContent = sentence;
  }
}
