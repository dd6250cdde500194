/** What page and grader are told of such an item, and what is right in it. */
import type { ItemHead, KeyHead, KnownWrong, Tolerance } from '../../sets/pure/format/head.ts';

/** A function is written. */
export interface CodeItem extends ItemHead {
  readonly kind: 'code';
  /** What the function is called. */
  readonly entry: string;
  /** Calls that the student sees, each with what it should give: the same in every variant, or by the variant’s seed. */
  readonly shown: readonly {
    readonly call: string;
    readonly gives: string | Readonly<Record<string, string>>;
  }[];
  /** How many more there are. */
  readonly hidden: number;
  readonly near: Tolerance;
}

/** Programs: the grader runs the student’s and the key’s own on the same cases. */
export interface CodeItemKey extends KeyHead {
  readonly kind: 'code';
  readonly solve: string;
  readonly given: string;
  readonly hidden: readonly { readonly call: string; readonly times: number }[];
  readonly wrong: readonly (KnownWrong & { readonly code: string })[];
}
