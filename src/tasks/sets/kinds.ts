/** What the build knows of each kind of item. `judges.ts` says where else a new kind is a line. */
import type { ItemSource } from './author/schema.ts';
import { CHALLENGE } from '../kinds/challenge/view.ts';
import { CHOICE_ITEM } from '../kinds/choice/view.ts';
import { CODE_ITEM } from '../kinds/code/view.ts';
import type { ItemKind } from './contract.ts';
import { CLAIM } from '../kinds/claim/view.ts';
import { MATCH_ITEM } from '../kinds/match/view.ts';
import { NUMBER_ITEM } from '../kinds/number/view.ts';
import { OUTSIDE_ITEM } from '../kinds/outside/view.ts';
import { REACH_ITEM } from '../kinds/reach/view.ts';
import { TEXT } from '../kinds/text/view.ts';

const KINDS = {
  number: NUMBER_ITEM,
  choice: CHOICE_ITEM,
  reach: REACH_ITEM,
  match: MATCH_ITEM,
  challenge: CHALLENGE,
  claim: CLAIM,
  code: CODE_ITEM,
  text: TEXT,
  outside: OUTSIDE_ITEM,
} as const;

/** The kind of an item. */
export function kindOf({ kind }: Pick<ItemSource, 'kind'>): ItemKind {
  return KINDS[kind] as ItemKind;
}
