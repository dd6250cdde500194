/** What page and grader are told of such an item, and what is right in it. */
import type { ItemHead, KeyHead, KnownWrong } from '../../sets/pure/format/head.ts';

/** Options are picked: one, or all that are true. */
export interface ChoiceItem extends ItemHead {
  readonly kind: 'choice';
  readonly many: boolean;
  readonly options: readonly string[];
  /** They stand in this order for everybody. */
  readonly ordered?: true | undefined;
}

export interface ChoiceItemKey extends KeyHead {
  readonly kind: 'choice';
  readonly wrong: readonly KnownWrong[];
  /** By the variant’s seed: the options that are right. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}
