/** Grades what a changed program printed in a set, by the student’s variant; how near the prediction was is not graded. */
import type { ProgramItem, ProgramItemKey } from './item.ts';
import { fromVerdict, type ItemJudge } from '../../grading/pure/grade/judging.ts';
import { check, type ProgramKey } from './check.ts';

/** What is right in a variant; nothing where the key has no such variant. */
export function programKey(key: ProgramItemKey, seed: number): ProgramKey | undefined {
  const printed = key.answers[seed];
  return printed && { ...key, printed };
}

export const JUDGE: ItemJudge<ProgramItem, ProgramItemKey> = {
  judge({ key, seed, handed: { answer } }) {
    const own = programKey(key, seed);
    return fromVerdict(own && check(own, answer ?? []));
  },
  decides: (_item, { answers }, seed) => ({ answer: answers[seed] }),
};
