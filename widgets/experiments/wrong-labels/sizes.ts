/** How much there is of everything, apart from the table of settings: a worker needs no more. */
import type { CellGrid } from '../../controls/cells/pure/cells.ts';

/** Images that can be labelled. */
export const IMAGES = 1000;
/** The longest training, in passes over the images. */
export const EPOCHS = 40;
/** Images for the reader’s own eyes, in rows; as many may be marked as there are errors. */
export const LINE_UP: CellGrid = { columns: 8, rows: 5, most: 15 };
/** The two digits whose names were swapped. */
export const SWAPPED = [2, 7] as const;
