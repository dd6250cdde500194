/** What page and grader are told of such an item, and what is right in it. */
import type { ItemHead, KeyHead, Written } from '../../sets/pure/format/head.ts';
import { readIn, type ProgramKey } from './check.ts';

/** A program is changed in one line and run elsewhere; a prediction and what it printed come back. */
export interface ProgramItem extends ItemHead {
  readonly kind: 'program';
  /** Whose program it is; an item with a `widget` is one that cites its runs. */
  readonly tag: string;
  readonly settings: Readonly<Record<string, Written>>;
  readonly edit: { readonly line: string; readonly becomes: string };
  /** The measure that is predicted, as it is called. */
  readonly label: string;
  readonly unit?: string | undefined;
  /** The measures whose lines are wanted. */
  readonly prints: readonly string[];
}

export interface ProgramItemKey extends KeyHead, Omit<ProgramKey, 'printed'> {
  /** By the variant’s seed: what both programs print. */
  readonly answers: Readonly<Record<string, ProgramKey['printed']>>;
}

/** Whether nothing is missing in an answer. */
export const isWhole = ({ unit, prints }: ProgramItem, given: readonly string[]): boolean =>
  !('problem' in readIn(given, unit, prints));
