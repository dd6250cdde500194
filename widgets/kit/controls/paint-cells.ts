/** The grid that is painted on: its markup, and where its keys lead. */
import { cellName, type CellGrid } from '../contract/cells.ts';
import { markup, type Markup } from '../draw/markup.ts';
import { WORDS } from '../words/words.ts';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The cell that a key leads to from another, which may be the same at an edge; nothing for other keys. */
export function neighbour(
  { columns, rows }: CellGrid,
  at: number,
  key: string,
): number | undefined {
  const [x, y] = [at % columns, Math.floor(at / columns)];
  if (key === 'Home') return y * columns;
  if (key === 'End') return y * columns + columns - 1;
  const step = STEPS[key];
  if (!step) return undefined;
  const [toX, toY] = [x + step[0], y + step[1]];
  return toX < 0 || toY < 0 || toX >= columns || toY >= rows ? at : toY * columns + toX;
}

/** Cells in rows, none of them painted; one takes part in the tab order. */
export function paintMarkup(label: string, grid: CellGrid): Markup {
  const row = (y: number): Markup =>
    markup`<div role="row">${Array.from(
      { length: grid.columns },
      (_, x) =>
        markup`<div role="gridcell" tabindex="${x + y === 0 ? 0 : -1}" aria-selected="false" aria-label="${cellName(grid, y * grid.columns + x)}"></div>`,
    )}</div>`;
  return markup`<div class="paint-grid" role="grid" aria-multiselectable="true" aria-label="${WORDS.paint(label)}">${Array.from({ length: grid.rows }, (_, y) => row(y))}</div><p class="paint-foot"><span class="paint-said" role="status"></span><button type="button">${WORDS.paintClear}</button></p>`;
}
