/** What page and grader are told of such an item, and what is right in it. */
import type { ItemHead, KeyHead, KnownWrong, Written } from '../../sets/pure/format/head.ts';

/** Bad ones are found among good ones, in an experiment’s figure or in a table of numbers: both count the same. */
export interface ChallengeItem extends ItemHead {
  readonly kind: 'challenge';
  /** The experiment’s id on the page, all settings that it starts with, and the one that holds what was marked. */
  readonly instance: string;
  readonly start: Readonly<Record<string, Written>>;
  readonly marks: string;
  /** How many are shown, and how many to a row. */
  readonly places: number;
  readonly columns: number;
  /** The shares that must be reached. */
  readonly precision: number;
  readonly recall: number;
  /** The table has honest rows that are like the planted ones in all but one way. */
  readonly mixed?: true;
}

export interface ChallengeItemKey extends KeyHead {
  readonly kind: 'challenge';
  readonly wrong: readonly KnownWrong[];
  /** By the variant’s seed: the numbers of the bad ones, from 1, in both ways. */
  readonly answers: Readonly<
    Record<string, { readonly images: readonly number[]; readonly table: readonly number[] }>
  >;
}
