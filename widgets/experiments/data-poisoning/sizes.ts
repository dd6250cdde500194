/** How much there is of everything, apart from the table of settings: a worker needs no more. */
import type { CellGrid } from '../../controls/cells/pure/cells.ts';
import { SIDE } from '../../shared/digits/mnist14.ts';

/** The image as cells to paint: one cell is one pixel. */
export const GRID: CellGrid = { columns: SIDE, rows: SIDE, most: 9 };
/** Images for the reader's own eyes, in rows. */
export const LINE_UP: CellGrid = { columns: 8, rows: 5, most: 40 };
/** The most images that an attacker can poison: 5 % of the training set. */
export const MOST_POISONED = 100;
