/** Grades picked options in a set, by the student’s variant. */
import type { ChoiceItem, ChoiceItemKey } from './item.ts';
import { fromVerdict, type ItemJudge } from '../../grading/pure/grade/judging.ts';
import { type ChoiceKey, check } from './check.ts';

/** What is right in a variant; nothing where the key has no such variant. */
export function choiceKey(
  { many, options }: Pick<ChoiceItem, 'many' | 'options'>,
  { answers, wrong }: ChoiceItemKey,
  seed: number,
): ChoiceKey | undefined {
  const right = answers[seed];
  if (!right) return undefined;
  const told = (id: string): string | undefined =>
    right.includes(id) ? undefined : wrong.find((one) => one.id === id)?.feedback;
  const all = options.map((id) => ({ id, correct: right.includes(id), feedback: told(id) }));
  return { kind: 'choice', many, options: all };
}

export const JUDGE: ItemJudge<ChoiceItem, ChoiceItemKey> = {
  judge({ item, key, seed, handed }) {
    const own = choiceKey(item, key, seed);
    return fromVerdict(own && check(own, handed.answer ?? []));
  },
  decides: (_item, { answers, wrong }, seed) => ({ answer: answers[seed], wrong }),
};
