/** Answers to a short text: an example of each rule, as the key has it for the variant; and what says nothing. */
import type { TextItem, TextItemKey } from './item.ts';
import type { Sample } from '../../sample.ts';

export function sampleIn(_item: TextItem, key: TextItemKey, seed: number): Sample | undefined {
  const own = Object.hasOwn(key.answers, seed) ? key.answers[seed] : undefined;
  if (!own) return undefined;
  const of = (isRight: boolean) =>
    key.rules.flatMap(({ id, credit }) => {
      const answer = own[id];
      return answer !== undefined && (credit === 1) === isRight ? [{ id, answer }] : [];
    });
  return { right: of(true).map(({ answer }) => answer), wrong: of(false), invalid: ['', '…', []] };
}
