/** Written by scripts/build/tables.mjs. */
import type { ChallengeItem, ChallengeItemKey } from '../kinds/challenge/item.ts';
import type { ChoiceItem, ChoiceItemKey } from '../kinds/choice/item.ts';
import type { ClaimItem, ClaimItemKey } from '../kinds/claim/item.ts';
import type { CodeItem, CodeItemKey } from '../kinds/code/item.ts';
import type { MatchItem, MatchItemKey } from '../kinds/match/item.ts';
import type { NumberItem, NumberItemKey } from '../kinds/number/item.ts';
import type { OutsideItem, OutsideItemKey } from '../kinds/outside/item.ts';
import type { ProgramItem, ProgramItemKey } from '../kinds/program/item.ts';
import type { ReachItem, ReachItemKey } from '../kinds/reach/item.ts';
import type { TextItem, TextItemKey } from '../kinds/text/item.ts';

export * as challenge from '../kinds/challenge/item.ts';
export * as choice from '../kinds/choice/item.ts';
export * as claim from '../kinds/claim/item.ts';
export * as code from '../kinds/code/item.ts';
export * as match from '../kinds/match/item.ts';
export * as number from '../kinds/number/item.ts';
export * as outside from '../kinds/outside/item.ts';
export * as program from '../kinds/program/item.ts';
export * as reach from '../kinds/reach/item.ts';
export * as text from '../kinds/text/item.ts';

/** An item of a set. */
export type Item =
  | ChallengeItem
  | ChoiceItem
  | ClaimItem
  | CodeItem
  | MatchItem
  | NumberItem
  | OutsideItem
  | ProgramItem
  | ReachItem
  | TextItem;

/** What is right, for one item. */
export type ItemKey =
  | ChallengeItemKey
  | ChoiceItemKey
  | ClaimItemKey
  | CodeItemKey
  | MatchItemKey
  | NumberItemKey
  | OutsideItemKey
  | ProgramItemKey
  | ReachItemKey
  | TextItemKey;
