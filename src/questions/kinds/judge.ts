/** The judge of each kind of question: pure, for page, proof and grader. A new kind is a line here, in `build.ts` and in `page.ts`. */
import { checkCards } from './cards/judge/check.ts';
import { checkChoice } from './choice/judge/check.ts';
import { checkNumber } from './number/judge/check.ts';
import { checkOrder } from './order/judge/check.ts';
import { checkPrediction } from './prediction/judge/check.ts';
import { checkReach } from './reach/judge/check.ts';

/** The judges by kind. */
export const JUDGES = {
  number: checkNumber,
  choice: checkChoice,
  order: checkOrder,
  cards: checkCards,
  reach: checkReach,
  prediction: checkPrediction,
} as const;
