/** The judge of each kind of question: pure, for page, proof and grader. A new kind is a line here, in `kinds.ts` and in `wakers.ts`. */
import { checkAll } from '../kinds/match/grade.ts';
import { checkChoice } from '../kinds/choice/grade.ts';
import { checkNumber } from '../kinds/number/grade.ts';
import { checkOrder } from '../kinds/order/grade.ts';
import { checkPrediction } from '../kinds/prediction/grade.ts';
import { checkReach } from '../kinds/reach/grade.ts';

/** The judges by kind. */
export const JUDGES = {
  number: checkNumber,
  choice: checkChoice,
  order: checkOrder,
  match: checkAll,
  reach: checkReach,
  prediction: checkPrediction,
} as const;
