/**
 * Cells that are painted, a few of a small grid. As a short text: a letter for the column and a number for the row, as on a
 * chess board: `m13n13`.
 */
import type { Surface, TextParam } from '../../../kit/contract/params.ts';
import { PAINTING } from '#words/widgets/controls/cells/pure/words';

/** A grid that a reader can paint on; cells are numbered row by row from the top left, from 0. */
export interface CellGrid {
  /** At most 26: each has a letter, `a` on the left. */
  readonly columns: number;
  /** Row 1 is on top. */
  readonly rows: number;
  /** How many cells may be painted. */
  readonly most: number;
}

const FIRST_LETTER = 97;

/** The name of a cell: `c2` is the third column of the second row. */
export function cellName(grid: CellGrid, cell: number): string {
  const column = String.fromCharCode(FIRST_LETTER + (cell % grid.columns));
  return `${column}${Math.floor(cell / grid.columns) + 1}`;
}

/** The cells that a text names, in order; spaces and commas between them are free. Throws an Error that says what to write instead. */
export function readCells(grid: CellGrid, text: string): readonly number[] {
  const last = cellName(grid, grid.columns * grid.rows - 1);
  const wanted = PAINTING.wanted(last);
  const plain = text.toLowerCase().replace(/[\s,;]+/g, '');
  if (!/^(?:[a-z]\d{1,2})*$/.test(plain)) throw new Error(wanted);
  const cells = new Set<number>();
  for (const [, letter = '', digits = ''] of plain.matchAll(/([a-z])(\d+)/g)) {
    const column = letter.charCodeAt(0) - FIRST_LETTER;
    const row = Number(digits) - 1;
    if (column >= grid.columns || row < 0 || row >= grid.rows) throw new Error(wanted);
    cells.add(row * grid.columns + column);
  }
  if (cells.size > grid.most) throw new Error(PAINTING.atMost(grid.most));
  return [...cells].sort((a, b) => a - b);
}

/** Cells as text, in the one form that the same cells always have. */
export function writeCells(grid: CellGrid, cells: Iterable<number>): string {
  return [...new Set(cells)]
    .sort((a, b) => a - b)
    .map((cell) => cellName(grid, cell))
    .join('');
}

/** What stands on and below a grid besides its cells. */
interface CellsLook {
  /** Ready-made texts, by the names of their buttons. */
  readonly marks?: Readonly<Record<string, string>>;
  /** It counts only while another setting has this value; `says` is the reason that stands on the grid meanwhile. */
  readonly counts?: { readonly with: string; readonly at: string; readonly says: string };
  /** A faint picture below the cells, from 0 (paper) to 16 (ink) each, while another setting has this value. */
  readonly under?: {
    readonly with: string;
    readonly at: string;
    readonly pixels: readonly number[];
    readonly says: string;
  };
}

/** A setting whose cells are painted. */
export interface CellsParam extends TextParam {
  readonly surface: Surface & CellsLook & { readonly grid: CellGrid };
}

/** How many cells a text names, in words. */
export function cellsInWords(grid: CellGrid, text: string): string {
  return PAINTING.painted(readCells(grid, text).length, grid.most);
}

/** Makes a setting of cells that the reader paints. */
export /* @__NO_SIDE_EFFECTS__ */ function cells({
  grid,
  marks,
  counts,
  ...param
}: Omit<CellsParam, 'kind' | 'surface' | 'parse' | 'say'> &
  Omit<CellsLook, 'under'> & { readonly grid: CellGrid }): CellsParam {
  return {
    ...param,
    kind: 'text',
    surface: { kind: 'cells', grid, ...(marks && { marks }), ...(counts && { counts }) },
    parse: (text) => writeCells(grid, readCells(grid, text)),
    say: (text) => cellsInWords(grid, text),
  };
}
