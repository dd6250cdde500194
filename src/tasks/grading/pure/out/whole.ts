/** All of a graded class as one value: what is kept, and read again another day at the desk or on the page. */
import type { Key } from '../../../sets/pure/format/assignment.ts';
import type { ClassResult } from '../grade/class.ts';
import type { Decision } from '../grade/verdict.ts';
import type { ItemStats } from '../stats/items.ts';
import type { Together } from '../stats/together.ts';
import { pseudonymous } from './pseudonymous.ts';

export interface Whole {
  readonly isPseudonymous: boolean;
  /** By when all of it is to be deleted; empty where nobody has said. */
  readonly deleteBy: string;
  readonly stats: readonly ItemStats[];
  readonly together: readonly Together[];
  readonly decisions: readonly Decision[];
}

/** As text. Without names it holds nothing by which a student is found, and no key: it may be handed on. */
export function wholeText(
  key: Key,
  result: ClassResult,
  { isPseudonymous, deleteBy, stats, together, decisions }: Whole,
): string {
  const whole = {
    assignment: key.assignment,
    ...(deleteBy !== '' && { deleteBy }),
    ...(isPseudonymous ? pseudonymous(result) : result),
    items: stats,
    together,
    ...(isPseudonymous ? { decisions: [] } : { decisions, key }),
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}
