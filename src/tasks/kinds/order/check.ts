/** Judges an order. */
import { judgeSorted, type SortedKey } from '../../fields/judge/sorted.ts';
import type { Answer } from '../../judge/answers.ts';
import type { AnswerKey, Verdict } from '../../judge/verdict.ts';

/** What an order is judged by. */
export interface OrderKey extends AnswerKey, SortedKey {
  readonly kind: 'order';
}

/** Judges the ids in the reader's order. */
export function check(key: OrderKey, answer: Answer): Verdict {
  return judgeSorted(key, answer);
}
