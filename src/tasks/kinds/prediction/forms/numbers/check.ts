/** Whether several typed predictions can be taken, each by itself. */
import { idsIn, type Answer } from '../../../../judge/answers.ts';
import { judged, unread, type Verdict } from '../../../../judge/verdict.ts';
import { check as checkTyped, type TypedKey } from '../number/check.ts';

/** What several numbers are held against. */
export interface NumbersKey {
  readonly numbers: readonly (TypedKey & { readonly label: string })[];
}

/** Checks what was typed, in the order of the fields; speaks of the first that cannot be taken. */
export function check({ numbers }: NumbersKey, answer: Answer): Verdict {
  const typed = idsIn(answer);
  const at = faultyAt(numbers, typed);
  const faulty = numbers[at];
  if (!faulty) return judged(1, '');
  return unread(`${faulty.label}: ${checkTyped(faulty, typed[at] ?? '').feedback}`);
}

/** The place of the first number that cannot be taken; -1 where all can. */
export const faultyAt = (numbers: NumbersKey['numbers'], typed: readonly string[]): number =>
  numbers.findIndex((key, i) => !checkTyped(key, typed[i] ?? '').readable);
