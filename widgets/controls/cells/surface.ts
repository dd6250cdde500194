/** Cells to paint, in the place of their picture. Code and nodes come when they are first in sight. */
import type { LiveSurface, SurfaceHost, WakeSurface } from '../live.ts';
import { buttonIn, onStroke, saidIn } from '../pen.ts';
import { around } from './around.ts';
import {
  cellsInWords,
  readCells,
  writeCells,
  type CellGrid,
  type CellsParam,
} from './pure/cells.ts';
import { gridMarkup, neighbour } from './pure/markup.ts';
import { CELLS_WORDS as WORDS } from '#words/widgets/controls/cells/words';

/** Wakes a grid. */
export const surface: WakeSurface<CellsParam> = (host) => new Painter(host);

class Painter implements LiveSurface {
  readonly #host: SurfaceHost<CellsParam>;
  readonly #grid: CellGrid;
  readonly #room: HTMLElement;
  readonly #cells: readonly HTMLElement[];
  readonly #marks: readonly HTMLButtonElement[];
  readonly #say: (sentence: string) => void;
  #painted = new Set<number>();
  /** What a drag does to the cells it meets: paint or wipe, as it did to the first. */
  #brush = true;
  #isLocked = false;
  /** A cell too many was refused, and none was wiped since. */
  #isFull = false;

  constructor(host: SurfaceHost<CellsParam>) {
    this.#host = host;
    this.#grid = host.param.surface.grid;
    this.#room = document.createElement('div');
    this.#room.className = 'cells';
    this.#room.role = 'grid';
    this.#room.ariaMultiSelectable = 'true';
    this.#room.ariaLabel = WORDS.keys(host.param.label);
    host.setMarkup(this.#room, gridMarkup(this.#grid));
    this.#cells = [...this.#room.querySelectorAll<HTMLElement>('[role="gridcell"]')];
    host.place.querySelector('.cells-ink')?.remove();
    host.place.querySelector('svg')?.after(this.#room);
    this.#say = saidIn(host.place);
    const foot = host.place.querySelector('.cells-marks') ?? host.place;
    const marks = Object.entries({ ...host.param.surface.marks, [WORDS.clear]: '' });
    this.#marks = marks.map(([name, text]) => buttonIn(foot, name, () => host.settle(text)));
    this.#listen();
    this.show();
  }

  show(): void {
    const { field } = this.#host;
    try {
      this.#painted = new Set(readCells(this.#grid, field.value));
    } catch {
      // Half typed, or refused: that is said elsewhere, and the grid keeps what it had.
    }
    this.#isLocked = !around(this.#host) || field.disabled;
    this.#host.place.toggleAttribute('data-locked', this.#isLocked);
    for (const mark of this.#marks) mark.disabled = this.#isLocked;
    this.#cells.forEach((cell, i) => {
      cell.ariaSelected = String(this.#painted.has(i));
    });
    this.#tell();
  }

  /** How many are painted; or that there may be no more, also beside the cell that was refused. */
  #tell(refused?: number): void {
    this.#isFull =
      refused !== undefined ||
      (this.#isFull && !this.#isLocked && this.#painted.size === this.#grid.most);
    const full = WORDS.full(this.#grid.most);
    this.#say(this.#isFull ? full : cellsInWords(this.#grid, this.#text));
    if (this.#isFull && refused === undefined) return;
    for (const row of this.#room.children) row.removeAttribute('data-full');
    if (refused !== undefined) this.#cells[refused]?.parentElement?.setAttribute('data-full', full);
  }

  get #text(): string {
    return writeCells(this.#grid, this.#painted);
  }

  #listen(): void {
    const room = this.#room;
    onStroke(room, {
      begin: (event) => {
        const cell = this.#cellAt(event);
        if (cell < 0 || this.#isLocked) return false;
        // The focus follows the pointer as it would follow the arrows.
        this.#focus(cell);
        this.#brush = !this.#painted.has(cell);
        this.#put(cell);
        return true;
      },
      move: (event) => this.#put(this.#cellAt(event)),
      end: (isMeant) => (isMeant ? this.#settle() : this.#takeBack()),
    });
    room.addEventListener('keydown', (event) => this.#key(event));
  }

  #cellAt({ clientX, clientY }: PointerEvent): number {
    const under = (this.#room.getRootNode() as Document | ShadowRoot)
      .elementFromPoint(clientX, clientY)
      ?.closest('[role="gridcell"]');
    return under ? this.#cells.indexOf(under as HTMLElement) : -1;
  }

  #key(event: KeyboardEvent): void {
    const at = this.#cells.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (this.#isLocked) return;
      this.#brush = !this.#painted.has(at);
      if (this.#put(at)) this.#settle();
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
      this.#tell(cell);
      return false;
    }
    if (this.#brush) this.#painted.add(cell);
    else this.#painted.delete(cell);
    (this.#cells[cell] as HTMLElement).ariaSelected = String(this.#brush);
    this.#tell();
    this.#host.drag(this.#text);
    return true;
  }

  /** Nothing was meant by the stroke: the page was scrolled. */
  #takeBack(): void {
    this.show();
    this.#host.drag(this.#text);
  }

  /** The reader has let go: the field says what is painted, as if it had been typed. */
  #settle(): void {
    if (this.#text !== this.#host.field.value) this.#host.settle(this.#text);
  }
}
