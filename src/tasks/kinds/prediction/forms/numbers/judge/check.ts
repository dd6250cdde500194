/** Judges several numbers. */
import type { Answer } from '../../../../../judge/answers.ts';
import type { Verdict } from '../../../../../judge/verdict.ts';
import { checkTyped } from '../../number/judge/check.ts';
import { checkAll, type NumbersKey } from './all.ts';

/** Checks what was typed, in the order of the fields. */
export function checkNumbers(key: NumbersKey, answer: Answer): Verdict {
  return checkAll(key, answer, checkTyped);
}
