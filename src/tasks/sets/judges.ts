/** The judge of each kind of item. A new kind is a line here, in `kinds.ts`, in `wakers.ts` and in `author/schema.ts`. */
import { CHALLENGE_JUDGE } from '../kinds/challenge/grade.ts';
import { CHOICE_JUDGE } from '../kinds/choice/set.ts';
import { CLAIM_JUDGE } from '../kinds/claim/grade.ts';
import { CODE_JUDGE } from '../kinds/code/grade.ts';
import { MATCH_JUDGE } from '../kinds/match/set.ts';
import { NUMBER_JUDGE } from '../kinds/number/set.ts';
import { OUTSIDE_JUDGE } from '../kinds/outside/grade.ts';
import { REACH_JUDGE } from '../kinds/reach/set.ts';
import { TEXT_JUDGE } from '../kinds/text/grade.ts';
import type { Item } from './pure/format/assignment.ts';
import type { ItemJudge } from '../grading/pure/grade/judging.ts';

const JUDGES = {
  number: NUMBER_JUDGE,
  choice: CHOICE_JUDGE,
  reach: REACH_JUDGE,
  match: MATCH_JUDGE,
  challenge: CHALLENGE_JUDGE,
  claim: CLAIM_JUDGE,
  code: CODE_JUDGE,
  text: TEXT_JUDGE,
  outside: OUTSIDE_JUDGE,
} as const;

/** The judge of an item. */
export function judgeOf({ kind }: Pick<Item, 'kind'>): ItemJudge {
  return JUDGES[kind] as ItemJudge;
}
