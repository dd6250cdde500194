/** What a grader says of one item of one student. */
import type { Confidence } from '../../../sets/pure/submission/submission.ts';

/** `unverified`: what is cited could not be repeated or counts for nothing; `by-hand`: somebody has decided. */
export type State =
  'right' | 'partly' | 'wrong' | 'missing' | 'unreadable' | 'unverified' | 'withdrawn' | 'by-hand';

export interface ItemVerdict {
  readonly item: string;
  readonly state: State;
  /** The share of the item that was done, 0 to 1, before hints are paid for. */
  readonly credit: number;
  readonly points: number;
  readonly of: number;
  /** The file that the answer is in, where the student’s others have a later one than that which counts. */
  readonly from?: string;
  /** The variant’s seed, as the grader has found it. */
  readonly variant: number;
  /** The known wrong answer that was given. */
  readonly wrong?: string;
  readonly says: string;
  /** As the file says: how often it was tried, how sure the student was and, where they agreed to tell, how long it took. */
  readonly tries?: number;
  readonly confidence?: Confidence;
  readonly minutes?: number;
}

/**
 * Whether somebody has to read the answer: no judge could decide it. Its points are those that the grader gives by itself until
 * then: none so far, and no zero.
 */
export const isUnread = ({ state }: Pick<ItemVerdict, 'state'>): boolean =>
  state === 'unverified' || state === 'unreadable';

/** How many of these answers somebody has to read: where there are any, a sum of their points is one so far. */
export const unreadOf = (items: readonly ItemVerdict[]): number => items.filter(isUnread).length;

/** Something about a hand-in that somebody should look at. A question, and never a verdict. */
export interface Flag {
  readonly flag:
    | 'edition'
    | 'content'
    | 'edited'
    | 'chain'
    | 'variant'
    | 'measures'
    | 'foreign-items'
    | 'same-log'
    | 'alike'
    | 'repeated'
    | 'conflict'
    | 'owner'
    | 'late';
  readonly says: string;
}

/** How late a hand-in came, and what that has cost. */
export interface Late {
  /** Days begun since it was due; and how many of them cost nothing. */
  readonly days: number;
  readonly free: number;
  /** The points that were taken off. */
  readonly less: number;
  /** Whose clock says so: the system’s that took it in, or the student’s own. */
  readonly by: 'upload' | 'student';
}

/** What somebody has decided by hand; it outlives every new key. */
export interface Decision {
  /** The student’s number. */
  readonly number: string;
  readonly item: string;
  readonly points: number;
  readonly note: string;
  /** The lines of the rubric that it meets, by their ids. */
  readonly met?: readonly string[];
  /** Who has read it, where it was an assistant. */
  readonly by?: string;
  /** What a student says against an earlier decision. */
  readonly appeal?: string;
}
