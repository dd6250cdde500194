/** Grades a typed number in a set, by the student’s variant. */
import type { NumberItem, NumberItemKey, Numbers } from './item.ts';
import { type Verdict } from '../../judge/verdict.ts';
import { done, fromVerdict, type ItemJudge } from '../../grading/pure/grade/judging.ts';
import { GRADES } from '#words/src/tasks/grading/pure/grade/words';
import { type NumberKey, check } from './check.ts';

/** What is right in a variant, or by what was answered before; nothing where there is nothing. */
export function numberKey(
  { unit }: Pick<NumberItem, 'unit'>,
  { tolerance, wrong: known }: Pick<NumberItemKey, 'tolerance' | 'wrong'>,
  own: Numbers | undefined,
): NumberKey | undefined {
  if (!own) return undefined;
  const wrong = known.flatMap((one) => {
    const value = Object.hasOwn(own.wrong, one.id) ? own.wrong[one.id] : undefined;
    return value === undefined ? [] : [{ ...one, value }];
  });
  return { kind: 'number', answer: own.right, unit, tolerance, wrong };
}

export const JUDGE: ItemJudge<NumberItem, NumberItemKey> = {
  judge({ item, key, seed, handed, numbers }) {
    const by = (own: Numbers | undefined): Verdict | undefined => {
      const found = numberKey(item, key, own);
      return found && check(found, handed.answer ?? '');
    };
    if (!key.carried) return fromVerdict(by(key.answers[seed]));
    const plain = by(numbers?.('right'));
    const carried = by(numbers?.('own'));
    if (plain?.correct !== true && carried?.correct === true) return done(1, GRADES.carried);
    // A known wrong answer says most, whichever numbers it was made with.
    return fromVerdict(plain?.about.length === 0 && carried?.about[0] ? carried : plain);
  },
  decides: (_item, { answers, tolerance, wrong, carried }, seed) => ({
    answer: carried?.right ?? answers[seed]?.right,
    tolerance,
    wrong: [wrong, carried?.wrong ?? answers[seed]?.wrong],
  }),
};
