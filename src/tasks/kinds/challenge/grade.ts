/** Judges which ones were named, by precision and recall against those that are bad in the student’s variant. */
import { CHALLENGE } from '#words/src/tasks/kinds/challenge/pure/words';
import type { ChallengeItem, ChallengeItemKey } from './item.ts';
import { done, unsure, type ItemJudge, type Judged } from '../../grading/pure/grade/judging.ts';
import { GRADES } from '#words/src/tasks/grading/pure/grade/words';
import { named } from './pure/named.ts';

export const JUDGE: ItemJudge<ChallengeItem, ChallengeItemKey> = {
  judge({ item, key, seed, handed }): Judged {
    const bad = key.answers[seed];
    if (!bad) return unsure(GRADES.noKey);
    const read = named(handed.answer, item.places);
    if (typeof read === 'string') return { state: 'unreadable', credit: 0, says: read };
    const found = read.numbers.filter((one) => bad[read.way].includes(one)).length;
    const precision = found / read.numbers.length;
    const recall = found / bad[read.way].length;
    const says = CHALLENGE.found(found, read.numbers.length, bad[read.way].length);
    const misses = [
      ...(precision < item.precision ? ['too-many'] : []),
      ...(recall < item.recall ? ['too-few'] : []),
    ];
    if (misses.length === 0) return done(1, says);
    const told = key.wrong.filter(({ id }) => misses.includes(id)).map(({ feedback }) => feedback);
    // Halfway there in both: who names everything has a recall of one, and nothing for it.
    const credit = precision >= 0.5 && recall >= 0.5 ? 0.5 : 0;
    return done(credit, [says, ...told].join(' '), misses[0]);
  },
  decides({ precision, recall }, { answers, wrong }, seed) {
    return { answer: answers[seed], goal: [precision, recall], wrong };
  },
};
