/**
 * What a grader should find, by plain arithmetic: another way to the same verdicts, which knows nothing of the grader’s own.
 */
import type { Item } from '../../src/tasks/tables/item.ts';
import type { HandedItem } from '../../src/tasks/sets/pure/submission/submission.ts';
import { pretendsOf } from './kinds.ts';
import type { HandedIn } from './kinds/contract.ts';
import type { ItemKey } from '../../src/tasks/tables/item.ts';

export interface ItemTruth {
  readonly state: string;
  readonly points: number;
  readonly wrong?: string;
}

/** What is true of an item that was handed in, in the variant that is the student’s own. */
export function truthOf(
  of: Omit<HandedIn<Item, ItemKey>, 'handed'>,
  handed: HandedItem | undefined,
): ItemTruth {
  const found = handed && pretendsOf(of.item).share({ ...of, handed });
  if (!found) return { state: 'missing', points: 0 };
  const { share, ...more } = found;
  const { points, hints } = of.item;
  const cost = hints.slice(0, handed.hints).reduce((sum, one) => sum + one, 0);
  const state = share === 1 ? 'right' : share > 0 ? 'partly' : 'wrong';
  return { state, points: Math.max(0, share * points - cost), ...more };
}
