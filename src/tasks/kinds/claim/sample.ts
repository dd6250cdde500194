/** Answers to a claim: the author’s own with the runs that it cites; the same without them; and nothing. */
import type { Sample } from '../../sample.ts';
import type { ClaimItem, ClaimItemKey } from './item.ts';

/** In a variant of a set; nothing where the key has no such variant. */
export function sampleIn(
  _item: ClaimItem,
  { answers }: ClaimItemKey,
  seed: number,
): Sample | undefined {
  const own = answers[seed];
  return own && { right: [own.text], wrong: [], invalid: ['', own.text], runs: own.runs };
}
