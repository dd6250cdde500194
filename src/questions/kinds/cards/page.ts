/** Cards on the page: each is given a pile. */
import type { PageHead } from '../../author/contract.ts';
import { wakePicked } from '../../fields/wake-picked.ts';
import type { QuestionFrame } from '../../page/question-frame.ts';
import { whole } from '../../page/whole.ts';
import type { CardsKey } from './judge/check.ts';

/** Brings what wakes questions that are answered with cards. */
export async function bringCards(): Promise<(frame: QuestionFrame<PageHead & CardsKey>) => void> {
  const check = whole((await import('./judge/check.ts')).checkCards);
  return (frame) => wakePicked(frame, check);
}
