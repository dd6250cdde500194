/** What each form of prediction can take as an answer: pure, for page, proof and grader. A new form is a line here, in `build.ts`, in `page.ts` and in `answers.ts`. */
import { checkPicked } from './choice/judge/check.ts';
import { checkCurve } from './curve/judge/check.ts';
import { checkTyped } from './number/judge/check.ts';
import { checkNumbers } from './numbers/judge/check.ts';
import { checkSorted } from './order/judge/check.ts';

/** The checks by form. */
export const FORM_CHECKS = {
  number: checkTyped,
  numbers: checkNumbers,
  curve: checkCurve,
  choice: checkPicked,
  order: checkSorted,
} as const;
