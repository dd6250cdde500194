/** What page and grader are told of such an item, and what is right in it. */
import type { ItemHead, KeyHead, KnownWrong } from '../../sets/pure/format/head.ts';

/** A sentence or a few words are written. */
export interface TextItem extends ItemHead {
  readonly kind: 'text';
  /** How many characters it has at most. */
  readonly longest: number;
}

/** What decides a short text: words that must all be there, of which one must, of which none may. */
export interface TextRule {
  readonly id: string;
  /** A formula: in variants where it is not 1 there is no such rule. */
  readonly when?: string | undefined;
  readonly all: readonly string[];
  readonly any: readonly string[];
  readonly none: readonly string[];
  readonly credit: number;
  readonly feedback: string;
}

export interface TextItemKey extends KeyHead {
  readonly kind: 'text';
  readonly rules: readonly TextRule[];
  readonly wrong: readonly KnownWrong[];
  /** By the variant’s seed: a text that each of its rules decides, by the rule’s id. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
