/** A view of a run in words: rows that wrap, that can be selected and read one by one, beside the figure or in its place. */
import type { AnySettings } from '../contract/params.ts';
import type { Action } from './actions.ts';
import type { Cell } from '../contract/values.ts';

export interface BoardRow {
  /** Its permanent name among the rows: what moves from run to run keeps it. */
  readonly key: string;
  /** The first names the row. */
  readonly cells: readonly Cell[];
  /** The settings that choosing the row changes; absent: it cannot be chosen. */
  readonly select?: AnySettings;
  readonly isSelected?: boolean;
  /** What can be done with this row. */
  readonly actions?: readonly Action[];
}

export interface Board {
  /** What the rows are. */
  readonly label: string;
  /** The heads of the cells. */
  readonly head: readonly string[];
  readonly rows: readonly BoardRow[];
  /** It takes the figure's place; `draw` then is the picture for the contents page and for links. */
  readonly isInstead?: boolean;
  /** It is short: it stays in sight with the figure while controls are used. A list is read by scrolling. */
  readonly docks?: boolean;
  /** What stands on paper: all rows, or only those that are selected. Absent: all. */
  readonly onPaper?: 'all' | 'selected';
}

/** Every action of a moment, by itself or in a row. */
export function allActions(
  actions: readonly Action[],
  board: Board | undefined,
): readonly Action[] {
  return [...actions, ...(board?.rows.flatMap((row) => row.actions ?? []) ?? [])];
}
