/** The two ways in which a check ends. */
import type { Verdict } from './types.ts';

/** Nothing was judged; the sentence says what to write or do instead. */
export const unread = (feedback: string): Verdict => ({
  readable: false,
  correct: false,
  credit: 0,
  feedback,
  about: [],
});

/** An answer with its credit, 0 to 1, and the ids of what the feedback speaks of. */
export const judged = (
  credit: number,
  feedback: string,
  about: readonly string[] = [],
): Verdict => ({ readable: true, correct: credit === 1, credit, feedback, about });
