/** The grid that is painted on: its picture, its cells once it is awake, and where its keys lead. */
import type { ControlKind } from '../../kind.ts';
import { markup, svg, type Markup } from '../../../kit/draw/markup.ts';
import {
  cellName,
  cellsInWords,
  readCells,
  writeCells,
  type CellGrid,
  type CellsParam,
} from './cells.ts';

/** What the build draws, and how proofs paint by chance: as many cells as it has it, anywhere. */
export const CELLS: ControlKind<CellsParam> = {
  markup: ({ surface: { grid } }, value) =>
    markup`${picture(grid, value)}<p class="surface-foot"><span data-part="said">${cellsInWords(grid, value)}</span></p>`,
  random: ({ surface: { grid } }, random) => {
    const count = 1 + random.whole(grid.most);
    return writeCells(grid, random.order(grid.columns * grid.rows).subarray(0, count));
  },
};

/** Two paths, so that a page has room for it; the words beside it say what it shows. */
function picture(grid: CellGrid, value: string): Markup {
  const { columns, rows } = grid;
  const along = Array.from({ length: columns - 1 }, (_, x) => `M${x + 1} 0v${rows}`);
  const down = Array.from({ length: rows - 1 }, (_, y) => `M0 ${y + 1}h${columns}`);
  const ink = readCells(grid, value).map(
    (cell) => `M${cell % columns} ${Math.floor(cell / columns)}h1v1h-1z`,
  );
  return svg`<svg class="cells" viewBox="0 0 ${columns} ${rows}" aria-hidden="true"><path class="cells-lines" d="${[...along, ...down].join('')}"/><path class="cells-ink" d="${ink.join('')}"/></svg>`;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The cell that a key leads to from another, which may be the same at an edge; nothing for other keys. */
export function neighbour(
  { columns, rows }: Pick<CellGrid, 'columns' | 'rows'>,
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
export function gridMarkup(grid: CellGrid): Markup {
  const row = (y: number): Markup =>
    markup`<div role="row">${Array.from(
      { length: grid.columns },
      (_, x) =>
        markup`<div role="gridcell" tabindex="${x + y === 0 ? 0 : -1}" aria-selected="false" aria-label="${cellName(grid, y * grid.columns + x)}"></div>`,
    )}</div>`;
  return markup`${Array.from({ length: grid.rows }, (_, y) => row(y))}`;
}
