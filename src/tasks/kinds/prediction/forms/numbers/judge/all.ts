/** Whether several typed predictions can be taken, each by itself. */
import { idsIn, type Answer } from '../../../../../judge/answers.ts';
import { judged, unread, type Verdict } from '../../../../../judge/verdict.ts';
import type { TypedKey } from '../../number/judge/check.ts';

/** What several numbers are held against. */
export interface NumbersKey {
  readonly numbers: readonly (TypedKey & { readonly label: string })[];
}

/** Checks one number. */
export type CheckOne = (key: TypedKey, answer: Answer) => Verdict;

/** Checks what was typed, in the order of the fields; speaks of the first that cannot be taken. */
export function checkAll({ numbers }: NumbersKey, answer: Answer, check: CheckOne): Verdict {
  const typed = idsIn(answer);
  const at = faultyAt(numbers, typed, check);
  const faulty = numbers[at];
  if (!faulty) return judged(1, '');
  return unread(`${faulty.label}: ${check(faulty, typed[at] ?? '').feedback}`);
}

/** The place of the first number that cannot be taken; -1 where all can. */
export const faultyAt = (
  numbers: NumbersKey['numbers'],
  typed: readonly string[],
  check: CheckOne,
): number => numbers.findIndex((key, i) => !check(key, typed[i] ?? '').readable);
