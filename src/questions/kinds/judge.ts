/** The judge of each kind of question: pure, for page, proof and grader. A new kind is a line here, in `build.ts` and in `page.ts`. */
import { checkAll } from '../../tasks/kinds/matching/grade.ts';
import { checkChoice } from '../../tasks/kinds/choice/grade.ts';
import { checkNumber } from '../../tasks/kinds/number/grade.ts';
import { checkOrder } from './order/judge/check.ts';
import { checkPrediction } from './prediction/judge/check.ts';
import { checkReach } from './reach/judge/check.ts';

/** The judges by kind. */
export const JUDGES = {
  number: checkNumber,
  choice: checkChoice,
  order: checkOrder,
  match: checkAll,
  reach: checkReach,
  prediction: checkPrediction,
} as const;
