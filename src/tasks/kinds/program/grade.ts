/** Grades what a changed program printed in a set, by the student’s variant; how near the prediction was is not graded. */
import type { ProgramItem, ProgramItemKey } from './item.ts';
import { fromVerdict, type ItemJudge } from '../../grading/pure/grade/judging.ts';
import { check } from './check.ts';

export const JUDGE: ItemJudge<ProgramItem, ProgramItemKey> = {
  judge({ key, seed, handed: { answer } }) {
    const printed = key.answers[seed];
    return fromVerdict(printed && check({ ...key, printed }, answer ?? []));
  },
  decides: (_item, { answers }, seed) => ({ answer: answers[seed] }),
};
