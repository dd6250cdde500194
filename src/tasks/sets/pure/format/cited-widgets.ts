/** Whose runs an assignment’s items may cite. */
import type { Assignment } from './assignment.ts';

/** The tags of the widgets, each once. */
export function citedWidgets({ items }: Pick<Assignment, 'items'>): readonly string[] {
  return [...new Set(items.flatMap((item) => ('widget' in item ? [item.widget] : [])))];
}
