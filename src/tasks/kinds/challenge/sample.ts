/** Answers to a challenge, in both its ways: the bad ones; all, and one alone, which are the known mistakes; and what names none. */
import type { ChallengeItem, ChallengeItemKey } from './item.ts';
import type { Sample } from '../../sample.ts';
import { WAYS } from './pure/named.ts';

export function sampleIn(
  { places }: ChallengeItem,
  { answers }: ChallengeItemKey,
  seed: number,
): Sample | undefined {
  const own = answers[seed];
  if (!own) return undefined;
  const all = Array.from({ length: places }, (_, i) => i + 1);
  return {
    right: WAYS.map((way) => [way, ...own[way].map(String)]),
    wrong: WAYS.flatMap((way) => [
      { id: 'too-many', answer: [way, ...all.map(String)] },
      { id: 'too-few', answer: [way, ...own[way].slice(0, 1).map(String)] },
    ]),
    invalid: ['', [], ['images'], ['table', '0'], ['x', '1'], ['images', 'all']],
  };
}
