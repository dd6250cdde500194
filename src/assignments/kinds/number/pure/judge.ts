/** Judges a typed number by the student’s own variant, and where earlier answers go on in it, by those. */
import { checkNumber } from '../../../../questions/kinds/number/judge/check.ts';
import type { Verdict } from '../../../../questions/judge/verdict.ts';
import { GRADES } from '#words/src/assignments/pure/grade/words';
import type { NumberItem, NumberItemKey, Numbers } from '../../../pure/format/assignment.ts';
import { done, fromVerdict, type ItemJudge, type Judging } from '../../../pure/grade/judging.ts';

export const NUMBER_JUDGE: ItemJudge<NumberItem, NumberItemKey> = {
  judge(judging) {
    const { key, seed, numbers } = judging;
    if (!key.carried) return fromVerdict(checked(judging, key.answers[seed]));
    const plain = checked(judging, numbers?.('right'));
    const carried = checked(judging, numbers?.('own'));
    if (plain?.correct !== true && carried?.correct === true) return done(1, GRADES.carried);
    // A known wrong answer says most, whichever numbers it was made with.
    return fromVerdict(plain?.about.length === 0 && carried?.about[0] ? carried : plain);
  },
  decides(_item, { answers, tolerance, wrong, carried }, seed) {
    return {
      answer: carried?.right ?? answers[seed]?.right,
      tolerance,
      wrong: [wrong, carried?.wrong ?? answers[seed]?.wrong],
    };
  },
};

function checked(
  { item: { unit }, key, handed }: Judging<NumberItem, NumberItemKey>,
  own: Numbers | undefined,
): Verdict | undefined {
  if (!own) return undefined;
  const wrong = key.wrong.flatMap((one) => {
    const value = Object.hasOwn(own.wrong, one.id) ? own.wrong[one.id] : undefined;
    return value === undefined ? [] : [{ ...one, value }];
  });
  const { tolerance } = key;
  return checkNumber(
    { kind: 'number', answer: own.right, unit, tolerance, wrong },
    handed.answer ?? '',
  );
}
