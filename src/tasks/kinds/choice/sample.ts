/** Answers to a choice: all that is right, each wrong option by itself, and what is no pick. */
import type { ChoiceItem, ChoiceItemKey } from './item.ts';
import type { Sample } from '../../sample.ts';
import type { ChoiceKey } from './check.ts';
import { choiceKey } from './grade.ts';

export function sampleOf({ options }: Pick<ChoiceKey, 'options'>): Sample {
  const ids = (isRight: boolean): string[] =>
    options.filter(({ correct }) => correct === isRight).map(({ id }) => id);
  return {
    right: [ids(true)],
    wrong: ids(false).map((id) => ({ id, answer: [id] })),
    invalid: [[], ['none-of-these'], 'x'],
  };
}

/** The same in a variant of a set; nothing where the key has no such variant. */
export function sampleIn(item: ChoiceItem, key: ChoiceItemKey, seed: number): Sample | undefined {
  const own = choiceKey(item, key, seed);
  return own && sampleOf(own);
}
