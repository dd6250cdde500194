/** What is worked out of a file once, however often it is graded anew: hashes cost more than all verdicts together. */
import { isWhole, storyOf } from '../../../sets/pure/submission/chain.ts';
import type { HandIn } from '../../../sets/pure/submission/hand-in.ts';
import { receiptOf } from '../../../sets/pure/submission/receipt.ts';

export interface Checked {
  /** The receipt fits what the file says. */
  readonly isSigned: boolean;
  /** The log’s chain fits the student, to its end. */
  readonly isWhole: boolean;
  readonly story: string;
}

const known = new WeakMap<HandIn, Checked>();

export function checked(handIn: HandIn): Checked {
  const before = known.get(handIn);
  if (before) return before;
  const found = {
    isSigned: receiptOf(handIn) === handIn.receipt,
    isWhole: isWhole(handIn),
    story: storyOf(handIn),
  };
  known.set(handIn, found);
  return found;
}
