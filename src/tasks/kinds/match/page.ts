/** A matching on the page: each is given what belongs to it. */
import type { PageHead } from '../../practice/contract.ts';
import { wakePicked } from '../../fields/wake-picked.ts';
import type { QuestionFrame } from '../../practice/page/question-frame.ts';
import { whole } from '../../practice/page/whole.ts';
import type { MatchingKey } from './grade.ts';

/** Brings what wakes matchings. */
export async function bringMatching(): Promise<
  (frame: QuestionFrame<PageHead & MatchingKey>) => void
> {
  const check = whole((await import('./grade.ts')).checkAll);
  return (frame) => wakePicked(frame, check);
}
