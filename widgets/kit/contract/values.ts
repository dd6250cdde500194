/** Values as a run gives them: what a cell of a table or a board holds, and why a measure has none. */

/** Why a measure has no meaning for this run, as a sentence without its final dot. */
export interface Missing {
  readonly why: string;
}

/** A cell that leads somewhere: a source on the web. */
export interface Link {
  readonly text: string;
  readonly href: string;
}
/** Numbers are formatted by the kit, text stands as it is, `null` is "no value". */
export type Cell = string | number | null | Link;
