/** Grades a matching in a set, by the student’s variant. */
import type { MatchItem, MatchItemKey } from './item.ts';
import { fromVerdict, type ItemJudge } from '../../grading/pure/grade/judging.ts';
import { type MatchingKey, checkMatching } from './check.ts';

/** What is right in a variant; nothing where the key has no such variant. */
export function matchingKey(
  { left, right }: Pick<MatchItem, 'left' | 'right'>,
  { answers, wrong, otherwise }: MatchItemKey,
  seed: number,
): MatchingKey | undefined {
  const own = Object.hasOwn(answers, seed) ? answers[seed] : undefined;
  if (!own) return undefined;
  const all = left.map((id) => ({
    id,
    right: [own[id] ?? ''].flat(),
    feedback: otherwise[id] ?? '',
  }));
  return { kind: 'match', left: all, right, wrong };
}

export const JUDGE: ItemJudge<MatchItem, MatchItemKey> = {
  judge({ item, key, seed, handed }) {
    const own = matchingKey(item, key, seed);
    const verdict = own && checkMatching(own, handed.answer ?? []);
    const isKnown = (id: string): boolean => key.wrong.some((one) => one.id === id);
    return fromVerdict(verdict && { ...verdict, about: verdict.about.filter(isKnown) });
  },
  decides: (_item, { answers, wrong, otherwise }, seed) => ({
    answer: answers[seed],
    wrong: [wrong, otherwise],
  }),
};
