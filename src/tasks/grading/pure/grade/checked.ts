/** What is worked out of a file once, however often it is graded anew: hashes cost more than all verdicts together. */
import { isWhole, storyOf } from '../../../sets/pure/submission/chain.ts';
import type { Submission } from '../../../sets/pure/submission/submission.ts';
import { receiptOf } from '../../../sets/pure/submission/receipt.ts';

export interface Checked {
  /** The receipt fits what the file says. */
  readonly isSigned: boolean;
  /** The log’s chain fits the student, to its end. */
  readonly isWhole: boolean;
  readonly story: string;
}

const known = new WeakMap<Submission, Checked>();

/** A submission that was put together of sound ones; what was found of one of them holds for it. */
export function vouched(whole: Submission, by: Submission): Submission {
  known.set(whole, checked(by));
  return whole;
}

export function checked(submission: Submission): Checked {
  const before = known.get(submission);
  if (before) return before;
  const found = {
    isSigned: receiptOf(submission) === submission.receipt,
    isWhole: isWhole(submission),
    story: storyOf(submission),
  };
  known.set(submission, found);
  return found;
}
