/** The judge of each kind of item. */
import * as GRADES from '../tables/grade.ts';
import { having } from '../tables/having.ts';
import type { Item } from '../tables/item.ts';
import type { ItemJudge } from '../grading/pure/grade/judging.ts';

const JUDGES = having<ItemJudge>(GRADES, 'JUDGE');

/** The judge of an item. */
export function judgeOf({ kind }: Pick<Item, 'kind'>): ItemJudge {
  return JUDGES[kind] as ItemJudge;
}
