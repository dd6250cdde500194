/** What the build knows of each kind of item. `pure/grade/judges.ts` says where else a new kind is a line. */
import type { ItemSource } from '../author/schema.ts';
import { CHALLENGE } from './challenge/build.ts';
import { CHOICE_ITEM } from '../../tasks/kinds/choice/view.ts';
import { CODE_ITEM } from './code/build.ts';
import type { ItemKind } from './contract.ts';
import { CLAIM } from './claim/build.ts';
import { MATCH_ITEM } from '../../tasks/kinds/matching/view.ts';
import { NUMBER_ITEM } from '../../tasks/kinds/number/view.ts';
import { OUTSIDE_ITEM } from './outside/build.ts';
import { REACH } from './reach/build.ts';
import { TEXT } from './text/build.ts';

const KINDS = {
  number: NUMBER_ITEM,
  choice: CHOICE_ITEM,
  reach: REACH,
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
