/** What page and grader are told of such an item, and what is right in it. */
import type {
  ItemHead,
  KeyHead,
  KnownWrong,
  Tolerance,
  Written,
} from '../../sets/pure/format/head.ts';

/** A number is typed. */
export interface NumberItem extends ItemHead {
  readonly kind: 'number';
  readonly unit?: string | undefined;
  /** Earlier numbers that go on in this one, by the name that they have here: the student’s own, right or wrong. */
  readonly carried?: Readonly<Record<string, string>> | undefined;
}

export interface NumberItemKey extends KeyHead {
  readonly kind: 'number';
  readonly tolerance: Tolerance;
  readonly wrong: readonly (KnownWrong & { readonly tolerance?: Tolerance | undefined })[];
  /** By the variant’s seed; none where earlier answers go on in this one. */
  readonly answers: Readonly<Record<string, Numbers>>;
  /** What is right, and each known wrong answer by its id, as formulas over what is drawn and what is carried. */
  readonly carried?:
    { readonly right: Written; readonly wrong: Readonly<Record<string, Written>> } | undefined;
}

/** What is right, and each known wrong number by its id. */
export interface Numbers {
  readonly right: number;
  readonly wrong: Readonly<Record<string, number>>;
}

/** Whether nothing is missing in an answer. */
export const isWhole = (_: NumberItem, [given = '']: readonly string[]): boolean =>
  /\d/.test(given);
