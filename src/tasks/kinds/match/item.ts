/** What page and grader are told of such an item, and what is right in it. */
import type { ItemHead, KeyHead, KnownWrong } from '../../sets/pure/format/head.ts';

/** Each entry of one list is given one of another. */
export interface MatchItem extends ItemHead {
  readonly kind: 'match';
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export interface MatchItemKey extends KeyHead {
  readonly kind: 'match';
  readonly wrong: readonly (KnownWrong & { readonly left: string; readonly right: string })[];
  /** What is said to each on the left that has another entry than a known one. */
  readonly otherwise: Readonly<Record<string, string>>;
  /** By the variant’s seed: the right entry of each on the left; all, where more than one can be defended. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Whether nothing is missing in an answer. */
export const isWhole = ({ left }: MatchItem, given: readonly string[]): boolean =>
  given.length >= left.length;
