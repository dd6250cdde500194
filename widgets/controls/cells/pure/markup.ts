/** The grid that is painted on: its picture, its cells once it is awake, and where its keys lead. */
import type { ControlKind } from '../../kind.ts';
import { markup, svg, type Markup } from '../../../kit/draw/markup.ts';
import { picture } from '../../../kit/draw/pixels.ts';
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
  markup: ({ surface: { grid, marks, counts, under } }, value) => {
    // What helps to paint comes with the script, and has its room from the start. What does not count says so in place of the grid.
    const unused = counts && markup`<p class="cells-unused" hidden>${counts.says}</p>`;
    const named = under && markup`<span${hangs(under)}>${under.says}</span>`;
    return markup`<div class="cells-room">${drawn(grid, value, under)}${unused}</div><p class="surface-foot"><span data-part="said">${cellsInWords(grid, value)}</span>${named}</p>${marks && markup`<div class="cells-marks"><p class="surface-foot"></p></div>`}`;
  },
  random: ({ surface: { grid } }, random) => {
    const count = 1 + random.whole(grid.most);
    return writeCells(grid, random.order(grid.columns * grid.rows).subarray(0, count));
  },
};

/** Two paths, so that a page has room for it; the words beside it say what it shows. */
function drawn(grid: CellGrid, value: string, under: CellsParam['surface']['under']): Markup {
  const { columns, rows } = grid;
  const faint =
    under &&
    svg`<image${hangs(under)} width="${columns}" height="${rows}" image-rendering="pixelated" href="${picture(columns, rows, columns, [{ x: 0, y: 0, pixels: under.pixels }])}"/>`;
  const along = Array.from({ length: columns - 1 }, (_, x) => `M${x + 1} 0v${rows}`);
  const down = Array.from({ length: rows - 1 }, (_, y) => `M0 ${y + 1}h${columns}`);
  const ink = readCells(grid, value).map(
    (cell) => `M${cell % columns} ${Math.floor(cell / columns)}h1v1h-1z`,
  );
  return svg`<svg class="cells" viewBox="0 0 ${columns} ${rows}" aria-hidden="true">${faint}<path class="cells-lines" d="${[...along, ...down].join('')}"/><path class="cells-ink" d="${ink.join('')}"/></svg>`;
}

/** Says to the page which setting it hangs on. */
function hangs(on: { readonly with: string; readonly at: string }): Markup {
  return markup` data-with="${on.with}" data-at="${on.at}"`;
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
