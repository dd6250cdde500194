/** What an assignment is to a student’s page and to a grader. Nothing but its key says what is right. */
import type { Item, ItemKey } from '../../../tables/item.ts';

/** The edition of all that names none: for a time there was no other. */
export const FIRST = '1';

/** One assignment. */
export interface Assignment {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly book: string;
  readonly edition: string;
  /** What mixes a student’s number, so that another course draws otherwise. */
  readonly salt: string;
  /** Told and not enforced: a clock on a student’s machine proves nothing. */
  readonly due?: string | undefined;
  readonly items: readonly Item[];
  /** Names the content: of two assignments that ask the same it is the same. */
  readonly hash: string;
}

/** The key of an assignment: a file of the instructor’s. */
export interface Key {
  readonly format: 1;
  readonly kind: 'key';
  /** Whose key it is; the grader compares. */
  readonly assignment: Assignment;
  readonly items: Readonly<Record<string, ItemKey>>;
}
